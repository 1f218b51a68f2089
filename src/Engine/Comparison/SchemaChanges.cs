using System.Globalization;

namespace GraphApi.Engine.Comparison;

/// <summary>The changes found so far. Mutable; belongs to one comparison.</summary>
sealed class SchemaChanges
{
    readonly List<SchemaChange> _found = [];

    /// <summary>Whether both schemas tell weights: one that tells none leaves its clients to guess.</summary>
    public required bool ComparesWeights { get; init; }

    /// <summary>Whether both schemas tell how long lists are.</summary>
    public required bool ComparesListSizes { get; init; }

    /// <summary>All of them, in the order of the comparison.</summary>
    public IReadOnlyList<SchemaChange> All => _found;

    /// <summary>Adds a change after which a document may be refused or answered otherwise.</summary>
    public void Breaking(SchemaChangeKind kind, string coordinate, string message) =>
        _found.Add(new SchemaChange(ChangeSeverity.Breaking, kind, coordinate, message));

    /// <summary>Adds a change that a client may not expect.</summary>
    public void Dangerous(SchemaChangeKind kind, string coordinate, string message) =>
        _found.Add(new SchemaChange(ChangeSeverity.Dangerous, kind, coordinate, message));

    /// <summary>Adds a change that harms nobody.</summary>
    public void Safe(SchemaChangeKind kind, string coordinate, string message) =>
        _found.Add(new SchemaChange(ChangeSeverity.Safe, kind, coordinate, message));

    /// <summary>Compares what is told of the same thing.</summary>
    public void CompareDescription(string coordinate, string? previous, string? current)
    {
        if (previous != current)
        {
            Safe(
                SchemaChangeKind.DescriptionChanged,
                coordinate,
                previous is null ? $"Description of {coordinate} was added."
                    : current is null ? $"Description of {coordinate} was removed."
                    : $"Description of {coordinate} has changed.");
        }
    }

    /// <summary>Compares what the same thing weighs.</summary>
    public void CompareWeight(string coordinate, double previous, double current)
    {
        if (!ComparesWeights)
        {
            return;
        }

        var message = string.Create(
            CultureInfo.InvariantCulture, $"{coordinate} weighed {previous} and weighs {current} now.");
        if (current > previous)
        {
            Dangerous(SchemaChangeKind.WeightRaised, coordinate, message);
        }
        else if (current < previous)
        {
            Safe(SchemaChangeKind.WeightLowered, coordinate, message);
        }
    }

    /// <summary>Compares whether the same thing is deprecated; null: it is not.</summary>
    public void CompareDeprecation(string coordinate, string? previous, string? current)
    {
        if (previous == current)
        {
            return;
        }

        if (previous is null)
        {
            Safe(SchemaChangeKind.DeprecationAdded, coordinate, $"{coordinate} was deprecated: {current}");
        }
        else if (current is null)
        {
            Safe(SchemaChangeKind.DeprecationRemoved, coordinate, $"{coordinate} is no longer deprecated.");
        }
        else
        {
            Safe(
                SchemaChangeKind.DeprecationReasonChanged,
                coordinate,
                $"{coordinate} is deprecated for another reason: {current}");
        }
    }
}
