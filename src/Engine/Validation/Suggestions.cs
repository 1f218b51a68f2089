using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation;

/// <summary>What a misspelled name may have meant, where the options allow to say so.</summary>
static class Suggestions
{
    /// <summary>
    /// <c> Did you mean "a", "b", or "c"?</c> with the names most like <paramref name="name"/>; empty where none is
    /// like it, or where the options switch suggestions off.
    /// </summary>
    /// <param name="context">Whose options decide.</param>
    /// <param name="name">The name that was written.</param>
    /// <param name="known">The names there are.</param>
    /// <param name="what">What the names are, before them in the sentence; null: nothing.</param>
    public static string For(ValidationContext context, string name, IEnumerable<string> known, string? what = null) =>
        context.Options.Suggestions ? NameSuggestions.For(name, known, what) : string.Empty;
}
