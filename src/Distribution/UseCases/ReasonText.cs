namespace GraphApi.Distribution.UseCases;

/// <summary>A reason that goes on record: somebody else must be able to judge it years later.</summary>
static class ReasonText
{
    /// <summary>The fewest characters of one, blanks at its ends not counted.</summary>
    public const int Shortest = 20;

    /// <summary>The most characters of one.</summary>
    public const int Longest = 2_000;

    /// <summary>What is wrong with a reason; null: nothing.</summary>
    public static InvalidInputError? Check(string reason) =>
        reason.Trim().Length is >= Shortest and <= Longest && !reason.Any(IsControl)
            ? null
            : new InvalidInputError(
                "reason",
                $"A reason has {Shortest} to {Longest} characters: it is kept on record and read by others.");

    static bool IsControl(char character) => char.IsControl(character) && character is not ('\n' or '\r' or '\t');
}
