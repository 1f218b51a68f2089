using GraphApi.Distribution.Access;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Recalls;

/// <summary>Who may recall and close a recall, and what an open recall holds up.</summary>
static class RecallRules
{
    /// <summary>The most characters of a message, a note or a comment.</summary>
    public const int LongestText = 2_000;

    /// <summary>Why a viewer may not recall for a reason, or close such a recall; null: he may.</summary>
    /// <param name="viewer">Who asks.</param>
    /// <param name="center">The center that made the product.</param>
    /// <param name="reason">Why it is recalled.</param>
    public static NotPermittedError? Check(Viewer viewer, Guid center, RecallReason reason)
    {
        bool Is(VersionActor actor) => VersionChange.Is(viewer, actor, center, isAuthor: false);
        if (Is(VersionActor.Supervisor) || Is(VersionActor.Director))
        {
            return null;
        }

        return !Is(VersionActor.PrivacyOfficer)
            ? new NotPermittedError("This is for supervisors, directors and privacy officers of the center.")
            : reason != RecallReason.PrivacyOrCivilLiberties
                ? new NotPermittedError(
                    "A privacy officer recalls for reasons of privacy, civil rights and civil liberties.")
                : null;
    }

    /// <summary>Whether a recall or correction of a product waits for answers: until then it does not expire.</summary>
    public static Task<bool> IsOpenAsync(UnitOfWork work, Guid product, CancellationToken cancellationToken) =>
        work.All<RecallNotice>().AnyAsync(
            notice => notice.ProductId == product && notice.State == RecallState.Open, cancellationToken);

    /// <summary>What is wrong with a text that others read; null: nothing.</summary>
    /// <param name="field">The field of the input.</param>
    /// <param name="text">The text; null: none.</param>
    /// <param name="isRequired">Whether there must be one.</param>
    public static InvalidInputError? CheckText(string field, string? text, bool isRequired)
    {
        var length = text?.Trim().Length ?? 0;
        return length > LongestText || (length == 0 && isRequired) || (text is not null && text.Any(IsControl))
            ? new InvalidInputError(
                field, $"A text has {(isRequired ? 1 : 0)} to {LongestText} characters, and no control characters.")
            : null;
    }

    static bool IsControl(char character) => char.IsControl(character) && character is not ('\n' or '\r' or '\t');
}
