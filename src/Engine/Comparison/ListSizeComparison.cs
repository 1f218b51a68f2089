using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.TypeSystem.Costs;

namespace GraphApi.Engine.Comparison;

/// <summary>
/// Compares how long two versions of one field take their lists to be, by which costs are multiplied.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Directives"/>
/// <seealso href="https://ibm.github.io/graphql-specs/cost-spec.html#sec-The-List-Size-Directive"/>
sealed class ListSizeComparison(SchemaChanges changes)
{
    static readonly ListSize None = new(null, [], null, [], RequiresOne: false);

    /// <summary>Finds all differences.</summary>
    public void Compare(Field previous, Field current)
    {
        var (before, now) = (previous.ListSize ?? None, current.ListSize ?? None);
        CompareSizes(current.Coordinate, "assumed size", before.AssumedSize ?? 1, now.AssumedSize ?? 1);
        CompareSizes(current.Coordinate, "size without slicing argument", before.SizeByDefault, now.SizeByDefault);
        CompareDemand(current.Coordinate, Demands(before), Demands(now));
        CompareNames(current.Coordinate, "slicing arguments", SlicingArguments(before), SlicingArguments(now));
        CompareNames(current.Coordinate, "sized fields", before.SizedFields, now.SizedFields);
    }

    void CompareSizes(string coordinate, string what, int previous, int current)
    {
        var message = $"The {what} of {coordinate} was {previous} and is {current} now.";
        if (current > previous)
        {
            changes.Dangerous(SchemaChangeKind.ListSizeRaised, coordinate, message);
        }
        else if (current < previous)
        {
            changes.Safe(SchemaChangeKind.ListSizeLowered, coordinate, message);
        }
    }

    void CompareDemand(string coordinate, bool previous, bool current)
    {
        if (current && !previous)
        {
            changes.Dangerous(
                SchemaChangeKind.SlicingArgumentRequired,
                coordinate,
                $"{coordinate} needs exactly one slicing argument now.");
        }
        else if (previous && !current)
        {
            changes.Safe(
                SchemaChangeKind.SlicingArgumentNotRequired,
                coordinate,
                $"{coordinate} needs no slicing argument any more.");
        }
    }

    // With other arguments or fields each operation costs more or less, by what it selects.
    void CompareNames(string coordinate, string what, IEnumerable<string> previous, IEnumerable<string> current)
    {
        var (before, now) = (Text(previous), Text(current));
        if (before != now)
        {
            changes.Dangerous(
                SchemaChangeKind.ListSizeChanged,
                coordinate,
                $"The {what} of {coordinate} were {before} and are {now} now.");
        }
    }

    static bool Demands(ListSize size) => size is { RequiresOne: true, SlicingArguments.IsEmpty: false };

    static IEnumerable<string> SlicingArguments(ListSize size) => size.SlicingArguments.Select(value => value.Name);

    static string Text(IEnumerable<string> names) => $"[{string.Join(", ", names.Order(StringComparer.Ordinal))}]";
}
