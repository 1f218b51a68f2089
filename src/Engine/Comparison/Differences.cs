using System.Collections.Immutable;

namespace GraphApi.Engine.Comparison;

/// <summary>What two lists of named things have in common and what not, each in the order of its list.</summary>
/// <param name="Added">What only the current list has.</param>
/// <param name="Removed">What only the previous list has.</param>
/// <param name="Persisted">What both have, in the order of the previous list.</param>
readonly record struct Differences<T>(
    ImmutableArray<T> Added,
    ImmutableArray<T> Removed,
    ImmutableArray<(T Previous, T Current)> Persisted)
    where T : class
{
    /// <summary>Compares two lists, in which a name stands once.</summary>
    public static Differences<T> Between(
        ImmutableArray<T> previous, ImmutableArray<T> current, Func<T, string> nameOf)
    {
        var previousByName = previous.ToDictionary(nameOf);
        var currentByName = current.ToDictionary(nameOf);
        return new Differences<T>(
            [.. current.Where(item => !previousByName.ContainsKey(nameOf(item)))],
            [.. previous.Where(item => !currentByName.ContainsKey(nameOf(item)))],
            [
                .. previous.Where(item => currentByName.ContainsKey(nameOf(item)))
                    .Select(item => (item, currentByName[nameOf(item)])),
            ]);
    }
}
