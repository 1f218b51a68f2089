using GraphApi.Distribution.UseCases;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>What is written into a review: short enough to be read, and without control characters.</summary>
static class ReviewText
{
    /// <summary>The most characters of one.</summary>
    public const int Longest = 10_000;

    /// <summary>What is wrong with a text that has to be there; null: nothing.</summary>
    public static InvalidInputError? Check(string field, string text) => string.IsNullOrWhiteSpace(text)
        ? new InvalidInputError(field, "It is not to be empty.")
        : CheckOptional(field, text);

    /// <summary>What is wrong with a text that may be missing; null: nothing.</summary>
    public static InvalidInputError? CheckOptional(string field, string? text) =>
        text is null || (text.Length <= Longest && !text.Any(IsControl))
            ? null
            : new InvalidInputError(field, $"It has at most {Longest} characters, and no control characters.");

    static bool IsControl(char character) => char.IsControl(character) && character is not ('\n' or '\r' or '\t');
}
