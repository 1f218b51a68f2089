using System.Collections.Immutable;
using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.TypeSystem.Costs;
using GraphApi.Engine.TypeSystem.Scalars;

namespace GraphApi.Engine.Comparison;

/// <summary>
/// Says what a schema changes for the clients of another: what breaks their documents, what may surprise them, and
/// what harms nobody. Compares what clients are shown. The criteria are those of graphql-js, and where they miss
/// something, stricter ones: an argument that loses the default it cannot do without, <c>@oneOf</c>, operations that
/// are gone, scalars that are specified anew, and costs that are raised.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System"/>
public static class SchemaComparison
{
    /// <summary>
    /// The differences: operations, types and directives in the order of the previous schema, new ones first. Empty
    /// where documents mean, return and cost the same and are described alike, whatever the order of definitions. Costs
    /// are compared where both schemas tell them, with the <see cref="CostDirectives"/>; directives that the engine
    /// does not know are compared by their definitions, and not where they stand.
    /// </summary>
    public static IReadOnlyList<SchemaChange> Compare(Schema previous, Schema current)
    {
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(current);
        var changes = new SchemaChanges
        {
            ComparesWeights = Defines(CostDirectives.Cost, previous, current),
            ComparesListSizes = Defines(CostDirectives.ListSize, previous, current),
        };
        CompareOperation("query", previous.QueryType, current.QueryType, changes);
        CompareOperation("mutation", previous.MutationType, current.MutationType, changes);
        CompareOperation("subscription", previous.SubscriptionType, current.SubscriptionType, changes);
        CompareTypes(previous, current, changes);
        CompareDirectives(previous, current, changes);
        return changes.All;
    }

    static bool Defines(string directive, Schema previous, Schema current) =>
        previous.ClientDirectives.Any(definition => definition.Name == directive)
        && current.ClientDirectives.Any(definition => definition.Name == directive);

    static void CompareOperation(string operation, ObjectType? previous, ObjectType? current, SchemaChanges changes)
    {
        switch (previous, current)
        {
            case ({ }, null):
                changes.Breaking(
                    SchemaChangeKind.OperationTypeRemoved,
                    previous.Name,
                    $"The schema has no {operation} operations any more.");
                break;
            case (null, { }):
                changes.Safe(
                    SchemaChangeKind.OperationTypeAdded, current.Name, $"The schema has {operation} operations now.");
                break;
            case ({ }, { }) when previous.Name != current.Name:
                changes.Breaking(
                    SchemaChangeKind.OperationTypeChanged,
                    current.Name,
                    $"The {operation} operations begin at {current} now, and began at {previous}.");
                break;
        }
    }

    static void CompareTypes(Schema previous, Schema current, SchemaChanges changes)
    {
        var types = Differences<NamedType>.Between(TypesOf(previous), TypesOf(current), type => type.Name);
        foreach (var type in types.Removed)
        {
            changes.Breaking(SchemaChangeKind.TypeRemoved, type.Name, $"{type} was removed.");
        }

        foreach (var type in types.Added)
        {
            changes.Safe(SchemaChangeKind.TypeAdded, type.Name, $"{type} was added.");
            CompareInterfacesOfNew(type, previous, changes);
        }

        var comparison = new TypeComparison(changes);
        foreach (var (before, now) in types.Persisted)
        {
            comparison.Compare(before, now);
        }
    }

    // A field of the interface's type may answer with a type that no client has seen.
    static void CompareInterfacesOfNew(NamedType type, Schema previous, SchemaChanges changes)
    {
        foreach (var implemented in (type as ObjectType)?.Interfaces ?? [])
        {
            if (previous.ClientTypesByName.GetValueOrDefault(implemented.Name) is InterfaceType)
            {
                changes.Dangerous(
                    SchemaChangeKind.ImplementedInterfaceAdded,
                    type.Name,
                    $"{implemented} is implemented by the new type {type}.");
            }
        }
    }

    static void CompareDirectives(Schema previous, Schema current, SchemaChanges changes)
    {
        var directives = Differences<DirectiveDefinition>.Between(
            previous.ClientDirectives, current.ClientDirectives, directive => directive.Name);
        foreach (var directive in directives.Removed)
        {
            changes.Breaking(
                SchemaChangeKind.DirectiveRemoved,
                $"@{directive.Name}",
                $"Directive @{directive.Name} was removed.");
        }

        foreach (var directive in directives.Added)
        {
            changes.Safe(
                SchemaChangeKind.DirectiveAdded, $"@{directive.Name}", $"Directive @{directive.Name} was added.");
        }

        var comparison = new DirectiveComparison(changes);
        foreach (var (before, now) in directives.Persisted)
        {
            comparison.Compare(before, now);
        }
    }

    // What every schema has does not change, and a built-in scalar is missing only where nothing refers to it.
    static ImmutableArray<NamedType> TypesOf(Schema schema) =>
    [
        .. schema.ClientTypes.Where(type =>
            !BuiltInScalars.IsSpecified(type.Name) && !type.Name.StartsWith("__", StringComparison.Ordinal)),
    ];
}
