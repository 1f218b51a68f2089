using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.TypeSystem.Costs;

namespace GraphApi.Engine.Comparison;

/// <summary>Compares two versions of the types of one name.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Types"/>
sealed class TypeComparison(SchemaChanges changes)
{
    /// <summary>Finds all differences.</summary>
    public void Compare(NamedType previous, NamedType current)
    {
        changes.CompareDescription(current.Name, previous.Description, current.Description);
        if (previous.GetType() == current.GetType())
        {
            changes.CompareWeight(current.Name, CostWeights.Of(previous), CostWeights.Of(current));
        }

        switch (previous, current)
        {
            case (EnumType before, EnumType now):
                CompareValues(before, now);
                break;
            case (UnionType before, UnionType now):
                CompareMembers(before, now);
                break;
            case (InputObjectType before, InputObjectType now):
                CompareInputFields(before, now);
                break;
            case (ScalarType before, ScalarType now):
                CompareSpecifications(before, now);
                break;
            case (ComplexType before, ComplexType now) when before.GetType() == now.GetType():
                CompareFields(before, now);
                CompareInterfaces(before, now);
                break;
            default:
                changes.Breaking(
                    SchemaChangeKind.TypeChangedKind,
                    current.Name,
                    $"{previous} changed from {KindOf(previous)} to {KindOf(current)}.");
                break;
        }
    }

    void CompareValues(EnumType previous, EnumType current)
    {
        var values = Differences<EnumValue>.Between(previous.Values, current.Values, value => value.Name);
        foreach (var value in values.Added)
        {
            var coordinate = $"{current}.{value.Name}";
            changes.Dangerous(SchemaChangeKind.ValueAddedToEnum, coordinate, $"Enum value {coordinate} was added.");
        }

        foreach (var value in values.Removed)
        {
            var coordinate = $"{previous}.{value.Name}";
            changes.Breaking(
                SchemaChangeKind.ValueRemovedFromEnum, coordinate, $"Enum value {coordinate} was removed.");
        }

        foreach (var (before, now) in values.Persisted)
        {
            var coordinate = $"{current}.{now.Name}";
            changes.CompareDescription(coordinate, before.Description, now.Description);
            changes.CompareDeprecation(coordinate, before.DeprecationReason, now.DeprecationReason);
        }
    }

    void CompareMembers(UnionType previous, UnionType current)
    {
        var members = Differences<ObjectType>.Between(previous.Members, current.Members, member => member.Name);
        foreach (var member in members.Added)
        {
            changes.Dangerous(
                SchemaChangeKind.TypeAddedToUnion, current.Name, $"{member} was added to union type {current}.");
        }

        foreach (var member in members.Removed)
        {
            changes.Breaking(
                SchemaChangeKind.TypeRemovedFromUnion,
                current.Name,
                $"{member} was removed from union type {current}.");
        }
    }

    void CompareInputFields(InputObjectType previous, InputObjectType current)
    {
        if (previous.IsOneOf != current.IsOneOf)
        {
            CompareOneOf(current);
        }

        var fields = Differences<InputValue>.Between(previous.Fields, current.Fields, field => field.Name);
        foreach (var field in fields.Added)
        {
            var coordinate = $"{current}.{field.Name}";
            if (field.IsRequired)
            {
                changes.Breaking(
                    SchemaChangeKind.RequiredInputFieldAdded,
                    coordinate,
                    $"A required field {coordinate} was added.");
            }
            else
            {
                changes.Dangerous(
                    SchemaChangeKind.OptionalInputFieldAdded,
                    coordinate,
                    $"An optional field {coordinate} was added.");
            }
        }

        foreach (var field in fields.Removed)
        {
            var coordinate = $"{previous}.{field.Name}";
            changes.Breaking(SchemaChangeKind.FieldRemoved, coordinate, $"Field {coordinate} was removed.");
        }

        foreach (var (before, now) in fields.Persisted)
        {
            new InputValueComparison($"{current}.{now.Name}", changes, isArgument: false).Compare(before, now);
        }
    }

    void CompareOneOf(InputObjectType current)
    {
        if (current.IsOneOf)
        {
            changes.Breaking(
                SchemaChangeKind.OneOfAdded, current.Name, $"{current} takes exactly one of its fields now.");
        }
        else
        {
            changes.Safe(
                SchemaChangeKind.OneOfRemoved, current.Name, $"{current} takes any number of its fields now.");
        }
    }

    void CompareSpecifications(ScalarType previous, ScalarType current)
    {
        if (previous.SpecifiedByUrl != current.SpecifiedByUrl)
        {
            changes.Dangerous(
                SchemaChangeKind.SpecificationChanged,
                current.Name,
                $"{current} was specified by {previous.SpecifiedByUrl ?? "nothing"} and is now by "
                    + $"{current.SpecifiedByUrl ?? "nothing"}.");
        }
    }

    void CompareFields(ComplexType previous, ComplexType current)
    {
        var fields = Differences<Field>.Between(previous.Fields, current.Fields, field => field.Name);
        foreach (var field in fields.Removed)
        {
            changes.Breaking(
                SchemaChangeKind.FieldRemoved, field.Coordinate, $"Field {field.Coordinate} was removed.");
        }

        foreach (var field in fields.Added)
        {
            changes.Safe(SchemaChangeKind.FieldAdded, field.Coordinate, $"Field {field.Coordinate} was added.");
        }

        foreach (var (before, now) in fields.Persisted)
        {
            CompareField(before, now);
        }
    }

    void CompareField(Field previous, Field current)
    {
        CompareArguments(previous, current);
        var coordinate = current.Coordinate;
        var message = $"Field {coordinate} changed type from {previous.Type} to {current.Type}.";
        if (!TypeCompatibility.IsSafeOutput(previous.Type, current.Type))
        {
            changes.Breaking(SchemaChangeKind.FieldChangedKind, coordinate, message);
        }
        else
        {
            if (previous.Type.ToString() != current.Type.ToString())
            {
                changes.Safe(SchemaChangeKind.FieldChangedKindSafe, coordinate, message);
            }

            changes.CompareWeight(coordinate, CostWeights.Of(previous), CostWeights.Of(current));
        }

        if (changes.ComparesListSizes)
        {
            new ListSizeComparison(changes).Compare(previous, current);
        }

        changes.CompareDescription(coordinate, previous.Description, current.Description);
        changes.CompareDeprecation(coordinate, previous.DeprecationReason, current.DeprecationReason);
    }

    void CompareArguments(Field previous, Field current)
    {
        var arguments = Differences<InputValue>.Between(previous.Arguments, current.Arguments, value => value.Name);
        foreach (var argument in arguments.Removed)
        {
            var coordinate = $"{previous.Coordinate}({argument.Name}:)";
            changes.Breaking(SchemaChangeKind.ArgRemoved, coordinate, $"Argument {coordinate} was removed.");
        }

        foreach (var (before, now) in arguments.Persisted)
        {
            new InputValueComparison($"{current.Coordinate}({now.Name}:)", changes, isArgument: true)
                .Compare(before, now);
        }

        foreach (var argument in arguments.Added)
        {
            var coordinate = $"{current.Coordinate}({argument.Name}:)";
            if (argument.IsRequired)
            {
                changes.Breaking(
                    SchemaChangeKind.RequiredArgAdded, coordinate, $"A required argument {coordinate} was added.");
            }
            else
            {
                changes.Dangerous(
                    SchemaChangeKind.OptionalArgAdded, coordinate, $"An optional argument {coordinate} was added.");
            }
        }
    }

    void CompareInterfaces(ComplexType previous, ComplexType current)
    {
        var interfaces = Differences<InterfaceType>.Between(
            previous.Interfaces, current.Interfaces, implemented => implemented.Name);
        foreach (var added in interfaces.Added)
        {
            changes.Dangerous(
                SchemaChangeKind.ImplementedInterfaceAdded,
                current.Name,
                $"{added} added to interfaces implemented by {current}.");
        }

        foreach (var removed in interfaces.Removed)
        {
            changes.Breaking(
                SchemaChangeKind.ImplementedInterfaceRemoved,
                current.Name,
                $"{current} no longer implements interface {removed}.");
        }
    }

    static string KindOf(NamedType type) => type switch
    {
        ScalarType => "a Scalar type",
        ObjectType => "an Object type",
        InterfaceType => "an Interface type",
        UnionType => "a Union type",
        EnumType => "an Enum type",
        _ => "an Input type",
    };
}
