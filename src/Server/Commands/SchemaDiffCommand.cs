using System.Text.Json;
using GraphApi.Engine.Comparison;

namespace GraphApi.Server.Commands;

/// <summary>Tells what one schema changes for the clients of another.</summary>
sealed class SchemaDiffCommand(TextWriter output, TextWriter error)
{
    /// <summary>The exit code where there are changes that are not wanted.</summary>
    public const int HasChanges = 1;

    /// <summary>
    /// Compares and tells, the worst first. Returns the exit code: 0, <see cref="HasChanges"/>, or
    /// <see cref="CommandLine.Refused"/> where a schema cannot be read.
    /// </summary>
    /// <param name="previous">The schema that clients use.</param>
    /// <param name="current">The schema that they are to use.</param>
    /// <param name="failOn">From which severity on a change is not wanted.</param>
    /// <param name="accepted">Coordinates whose changes are wanted whatever they are.</param>
    /// <param name="json">Whether to write JSON.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<int> RunAsync(
        FileInfo previous,
        FileInfo current,
        ChangeSeverity failOn,
        IReadOnlyList<string> accepted,
        bool json,
        CancellationToken cancellationToken)
    {
        var before = await SchemaFile.ReadAsync(previous, error, cancellationToken);
        var now = await SchemaFile.ReadAsync(current, error, cancellationToken);
        if (before is null || now is null)
        {
            return CommandLine.Refused;
        }

        var changes = SchemaComparison.Compare(before, now).OrderByDescending(change => change.Severity).ToList();
        bool IsAccepted(SchemaChange change) => accepted.Contains(change.Coordinate);
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(Describe(changes, IsAccepted), ReportJson.Options));
        }
        else
        {
            await WriteAsync(changes, IsAccepted);
        }

        return changes.Exists(change => change.Severity >= failOn && !IsAccepted(change)) ? HasChanges : 0;
    }

    async Task WriteAsync(List<SchemaChange> changes, Func<SchemaChange, bool> isAccepted)
    {
        foreach (var change in changes)
        {
            var severity = change.Severity switch
            {
                ChangeSeverity.Breaking => "breaking",
                ChangeSeverity.Dangerous => "dangerous",
                _ => "safe",
            };
            var note = isAccepted(change) ? " (accepted)" : "";
            await output.WriteLineAsync($"{severity}{note}: {change.Coordinate}: {change.Message}");
        }

        var counts = changes.CountBy(change => change.Severity).ToDictionary();
        await output.WriteLineAsync(
            changes.Count == 0
                ? "For clients nothing changes: documents mean, return and cost the same."
                : $"{counts.GetValueOrDefault(ChangeSeverity.Breaking):N0} breaking, "
                    + $"{counts.GetValueOrDefault(ChangeSeverity.Dangerous):N0} dangerous, "
                    + $"{counts.GetValueOrDefault(ChangeSeverity.Safe):N0} safe.");
    }

    static object Describe(List<SchemaChange> changes, Func<SchemaChange, bool> isAccepted) => new
    {
        breaking = changes.Count(change => change.Severity == ChangeSeverity.Breaking),
        dangerous = changes.Count(change => change.Severity == ChangeSeverity.Dangerous),
        safe = changes.Count(change => change.Severity == ChangeSeverity.Safe),
        changes = changes.Select(change => new
        {
            severity = change.Severity,
            kind = change.Kind,
            coordinate = change.Coordinate,
            message = change.Message,
            accepted = isAccepted(change),
        }),
    };
}
