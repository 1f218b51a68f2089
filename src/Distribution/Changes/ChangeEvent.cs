using System.Security.Cryptography;
using System.Text;

namespace GraphApi.Distribution.Changes;

/// <summary>What a reader is told. Made in memory; what is selected of the product is read by its row rules.</summary>
/// <param name="Id">Its id: the same however often it is told.</param>
/// <param name="Kind">What happened.</param>
/// <param name="OccurredAt">When, UTC.</param>
/// <param name="ProductKey">To which product.</param>
/// <param name="VersionKey">Which version it concerns; null: the product as a whole.</param>
/// <param name="RecallKey">The notice of a recall; null: it is none.</param>
/// <param name="IsVisible">Whether the reader is to hold the product from now on.</param>
/// <param name="IsMatch">Whether his <c>where</c> holds for it, as far as he can see it.</param>
sealed record ChangeEvent(
    Guid Id,
    ChangeKind Kind,
    DateTime OccurredAt,
    Guid ProductKey,
    Guid? VersionKey,
    Guid? RecallKey,
    bool IsVisible,
    bool IsMatch)
{
    /// <summary>Where to go on after it, sealed.</summary>
    public string Cursor { get; init; } = "";

    /// <summary>A change of the log.</summary>
    public static ChangeEvent Of(LoggedChange change, bool isVisible, bool isMatch = true) => new(
        change.Id,
        change.Kind,
        change.OccurredAt,
        change.ProductId,
        change.VersionId,
        change.RecallId,
        isVisible && isMatch,
        isMatch);

    /// <summary>
    /// What the rights of the reader changed for him, and nobody else is told: its id follows from where he stood.
    /// </summary>
    /// <param name="kind">Granted or revoked.</param>
    /// <param name="product">The product.</param>
    /// <param name="from">Where he stood.</param>
    /// <param name="at">When it was found out, UTC.</param>
    /// <param name="isMatch">Whether his <c>where</c> holds for it.</param>
    public static ChangeEvent OfRights(
        ChangeKind kind, Guid product, ChangePosition from, DateTime at, bool isMatch = true)
    {
        var text = new StringBuilder().Append(kind).Append(product).Append(from.Sequence);
        foreach (var (hash, _) in from.Held)
        {
            text.Append(Convert.ToHexString(hash.Span));
        }

        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        // An id of version 8: made of what it stands for.
        digest[6] = (byte)((digest[6] & 0x0F) | 0x80);
        digest[8] = (byte)((digest[8] & 0x3F) | 0x80);
        return new ChangeEvent(
            new Guid(digest.AsSpan(0, 16), bigEndian: true),
            kind,
            at,
            product,
            VersionKey: null,
            RecallKey: null,
            IsVisible: isMatch && kind == ChangeKind.AccessGranted,
            isMatch);
    }
}
