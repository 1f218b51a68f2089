using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Comparison;

/// <summary>Compares two versions of the directives of one name.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Directives"/>
sealed class DirectiveComparison(SchemaChanges changes)
{
    /// <summary>Finds all differences.</summary>
    public void Compare(DirectiveDefinition previous, DirectiveDefinition current)
    {
        var coordinate = $"@{current.Name}";
        CompareArguments(previous, current);
        if (previous.IsRepeatable && !current.IsRepeatable)
        {
            changes.Breaking(
                SchemaChangeKind.DirectiveRepeatableRemoved,
                coordinate,
                $"Repeatable flag was removed from {coordinate}.");
        }
        else if (current.IsRepeatable && !previous.IsRepeatable)
        {
            changes.Safe(
                SchemaChangeKind.DirectiveRepeatableAdded, coordinate, $"Repeatable flag was added to {coordinate}.");
        }

        changes.CompareDescription(coordinate, previous.Description, current.Description);
        foreach (var location in previous.Locations.Except(current.Locations))
        {
            changes.Breaking(
                SchemaChangeKind.DirectiveLocationRemoved, coordinate, $"{location} was removed from {coordinate}.");
        }

        foreach (var location in current.Locations.Except(previous.Locations))
        {
            changes.Safe(
                SchemaChangeKind.DirectiveLocationAdded, coordinate, $"{location} was added to {coordinate}.");
        }
    }

    void CompareArguments(DirectiveDefinition previous, DirectiveDefinition current)
    {
        var arguments = Differences<InputValue>.Between(previous.Arguments, current.Arguments, value => value.Name);
        foreach (var argument in arguments.Added)
        {
            var coordinate = $"@{current.Name}({argument.Name}:)";
            if (argument.IsRequired)
            {
                changes.Breaking(
                    SchemaChangeKind.RequiredDirectiveArgAdded,
                    coordinate,
                    $"A required argument {coordinate} was added.");
            }
            else
            {
                changes.Safe(
                    SchemaChangeKind.OptionalDirectiveArgAdded,
                    coordinate,
                    $"An optional argument {coordinate} was added.");
            }
        }

        foreach (var argument in arguments.Removed)
        {
            var coordinate = $"@{previous.Name}({argument.Name}:)";
            changes.Breaking(SchemaChangeKind.DirectiveArgRemoved, coordinate, $"Argument {coordinate} was removed.");
        }

        foreach (var (before, now) in arguments.Persisted)
        {
            new InputValueComparison($"@{current.Name}({now.Name}:)", changes, isArgument: true).Compare(before, now);
        }
    }
}
