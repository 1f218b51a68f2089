using System.Text;
using GraphApi.Distribution.UseCases;

namespace GraphApi.Distribution.Drafting;

/// <summary>What texts of drafts must be like.</summary>
static class DraftText
{
    /// <summary>What is wrong with a text; null: nothing.</summary>
    public static InvalidInputError? Check(string text, int longest, string field) =>
        string.IsNullOrWhiteSpace(text) || text.Length > longest || text.Any(IsUnwanted) || !IsWhole(text)
            ? new InvalidInputError(field, $"A text has 1 to {longest} characters, and no control characters.")
            : null;

    /// <summary>Control characters, and the two that have a text read from its end.</summary>
    static bool IsUnwanted(char character) =>
        character is '\u202D' or '\u202E'
        || (char.IsControl(character) && character is not ('\n' or '\r' or '\t'));

    /// <summary>Half of a character of two code units is none, and no database takes it.</summary>
    static bool IsWhole(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var consumed) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            text = text[consumed..];
        }

        return true;
    }
}
