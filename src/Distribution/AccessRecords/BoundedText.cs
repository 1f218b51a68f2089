using System.Security.Cryptography;
using System.Text;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>What a record keeps of a text that others made, issuers or clients: it may be anything.</summary>
static class BoundedText
{
    const int Longest = 200;

    /// <summary>
    /// A text of at most 200 characters without control characters; of any other one <c>sha256:</c> and its hash, so
    /// that it can still be told from others. Null and empty: null.
    /// </summary>
    public static string? Of(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : text.Length <= Longest && IsPlain(text) ? text
        : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // A lone surrogate is no text that a database keeps as it is.
    static bool IsPlain(string text) => !text.Any(c => char.IsControl(c) || char.IsSurrogate(c));
}
