namespace GraphApi.Distribution.Drafting;

/// <summary>One thing that is wrong with a draft. It repeats nothing of what the draft says.</summary>
/// <param name="Code">What it is.</param>
/// <param name="PortionKey">The key of the portion; null: the whole.</param>
/// <param name="PortionIndex">The place of the portion, from 0; null: the whole.</param>
/// <param name="Start">Where in its text, in UTF-16 code units from 0; null: no place.</param>
/// <param name="Length">How long there, in UTF-16 code units; null: no place.</param>
/// <param name="Message">It, in a sentence for people.</param>
sealed record DraftProblem(
    DraftProblemCode Code, string? PortionKey, int? PortionIndex, int? Start, int? Length, string Message);
