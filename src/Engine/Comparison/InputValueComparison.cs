using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.TypeSystem.Costs;

namespace GraphApi.Engine.Comparison;

/// <summary>
/// Compares two versions of one argument, or of one field of an input object; <paramref name="coordinate"/> is its own.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#InputValueDefinition"/>
sealed class InputValueComparison(string coordinate, SchemaChanges changes, bool isArgument)
{
    /// <summary>Finds all differences.</summary>
    public void Compare(InputValue previous, InputValue current)
    {
        var isSafe = TypeCompatibility.IsSafeInput(previous.Type, current.Type);
        if (!isSafe)
        {
            changes.Breaking(
                isArgument ? SchemaChangeKind.ArgChangedKind : SchemaChangeKind.FieldChangedKind,
                coordinate,
                ChangedType(previous, current));
        }
        else if (previous.Type.ToString() != current.Type.ToString())
        {
            changes.Safe(
                isArgument ? SchemaChangeKind.ArgChangedKindSafe : SchemaChangeKind.FieldChangedKindSafe,
                coordinate,
                ChangedType(previous, current));
        }

        if (isSafe)
        {
            CompareDefaults(previous, current);
            changes.CompareWeight(coordinate, CostWeights.Of(previous), CostWeights.Of(current));
        }

        changes.CompareDescription(coordinate, previous.Description, current.Description);
        changes.CompareDeprecation(coordinate, previous.DeprecationReason, current.DeprecationReason);
    }

    string ChangedType(InputValue previous, InputValue current) => isArgument
        ? $"Argument {coordinate} has changed type from {previous.Type} to {current.Type}."
        : $"Field {coordinate} changed type from {previous.Type} to {current.Type}.";

    void CompareDefaults(InputValue previous, InputValue current)
    {
        var changed = isArgument
            ? SchemaChangeKind.ArgDefaultValueChange
            : SchemaChangeKind.InputFieldDefaultValueChange;
        switch (Text(previous.DefaultValue), Text(current.DefaultValue))
        {
            case (null, { } added):
                changes.Safe(
                    isArgument ? SchemaChangeKind.ArgDefaultValueAdded : SchemaChangeKind.InputFieldDefaultValueAdded,
                    coordinate,
                    $"{coordinate} added a defaultValue {added}.");
                break;
            // Documents that left it out were valid and are not any more.
            case ({ }, null) when current.IsRequired:
                changes.Breaking(
                    changed, coordinate, $"{coordinate} defaultValue was removed, and it is required now.");
                break;
            case ({ }, null):
                changes.Dangerous(changed, coordinate, $"{coordinate} defaultValue was removed.");
                break;
            case ({ } before, { } now) when before != now:
                changes.Dangerous(
                    changed, coordinate, $"{coordinate} has changed defaultValue from {before} to {now}.");
                break;
        }
    }

    static string? Text(ValueNode? value) => value is null ? null : Printer.Print(Sorted(value));

    // The order in which the fields of an input object are written means nothing.
    static ValueNode Sorted(ValueNode value) => value switch
    {
        ObjectValueNode node => node with
        {
            Fields =
            [
                .. node.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal)
                    .Select(field => field with { Value = Sorted(field.Value) }),
            ],
        },
        ListValueNode list => list with { Values = [.. list.Values.Select(Sorted)] },
        // How a text is quoted means nothing either.
        StringValueNode { IsBlock: true } text => text with { IsBlock = false },
        _ => value,
    };
}
