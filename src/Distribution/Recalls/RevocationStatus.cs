using GraphApi.Distribution.Products;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Recalls;

/// <summary>
/// Whether a copy is still valid: told to whoever holds its very content, of which the hash is made, and nothing but
/// that. One statement by an index, whatever the answers are.
/// </summary>
/// <param name="Hash">The hash as it was asked for.</param>
/// <param name="Status">What holds of the version with this hash.</param>
sealed record RevocationStatus(string Hash, Revocation Status)
{
    /// <summary>The most hashes of one question.</summary>
    public const int MostHashes = 100;

    const int HashLength = 64;

    /// <summary>One answer a hash, in order.</summary>
    public static async ValueTask<IReadOnlyList<RevocationStatus>?> CheckAsync(
        DistributionSession session, ArgumentValues arguments, CancellationToken cancellationToken)
    {
        string[] asked = [.. arguments.Get<object?[]>("hashes")!.Cast<string>()];
        if (asked.Length > MostHashes)
        {
            throw new GraphQLException(new GraphQLError(
                $"At most {MostHashes} hashes can be checked at once.", ErrorCode.TooManyNodes));
        }

        var context = await session.GetTypedContextAsync(cancellationToken);
        string[] hashes = [.. asked.Where(IsHash).Select(hash => hash.ToLowerInvariant()).Distinct()];
        var now = session.Viewer.Now;
        var found = await context.Set<ProductVersion>().IgnoreQueryFilters()
            .Where(version => hashes.Contains(version.ContentHash)
                && version.PublishedAt != null
                && version.PublishedAt <= now)
            .Select(version => new { version.ContentHash, version.State, version.ValidUntil })
            .ToListAsync(cancellationToken);
        var states = found.ToLookup(
            version => version.ContentHash, version => Of(version.State, version.ValidUntil <= now));
        return
        [
            .. asked.Select(hash => new RevocationStatus(
                hash, states[hash.ToLowerInvariant()].DefaultIfEmpty(Revocation.Unknown).Max())),
        ];
    }

    // The same text may have been released twice: recalled once is recalled.
    static Revocation Of(VersionState state, bool isOver) => state switch
    {
        VersionState.Published => isOver ? Revocation.Superseded : Revocation.Current,
        VersionState.Scheduled => Revocation.Current,
        VersionState.Recalled => Revocation.Recalled,
        VersionState.Superseded or VersionState.Expired or VersionState.Archived or VersionState.Purged =>
            Revocation.Superseded,
        _ => Revocation.Unknown,
    };

    static bool IsHash(string text) => text.Length == HashLength && text.All(char.IsAsciiHexDigit);
}
