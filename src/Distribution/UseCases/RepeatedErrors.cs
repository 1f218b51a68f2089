using System.Collections.Frozen;
using System.Text.Json;

namespace GraphApi.Distribution.UseCases;

/// <summary>
/// The errors of a refusal as text, and back: whoever repeats a request is told what he was told before.
/// </summary>
static class RepeatedErrors
{
    static readonly FrozenDictionary<string, Type> Types = typeof(RepeatedErrors).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false, IsNested: false }
            && type.Name.EndsWith("Error", StringComparison.Ordinal))
        .ToFrozenDictionary(type => type.Name);

    /// <summary>The text of errors.</summary>
    public static string Write(IReadOnlyList<object> errors) => JsonSerializer.Serialize(
        errors.Select(error =>
            new Entry(error.GetType().Name, JsonSerializer.SerializeToElement(error, error.GetType()))));

    /// <summary>The errors of a text.</summary>
    public static IReadOnlyList<object> Read(string text) =>
    [
        .. JsonSerializer.Deserialize<Entry[]>(text)!.Select(entry =>
            entry.Value.Deserialize(Types[entry.Type])!),
    ];

    sealed record Entry(string Type, JsonElement Value);
}
