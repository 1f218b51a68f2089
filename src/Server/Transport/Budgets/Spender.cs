using System.Buffers.Binary;
using System.Net;
using System.Security.Claims;

namespace GraphApi.Server.Transport.Budgets;

/// <summary>
/// Whose budget a request is taken from: the subject a token names, or for anonymous callers the network they come
/// from, which is an IPv4 address or the first 64 bits of an IPv6 one, for whoever has one such address has all of
/// them.
/// </summary>
/// <param name="Issuer">Who issued the token; null: anonymous.</param>
/// <param name="Subject">Whom the token names; null: anonymous.</param>
/// <param name="IsIPv6">Whether <paramref name="Network"/> is of IPv6.</param>
/// <param name="Network">The network; 0 for a caller with a token, or without an address.</param>
readonly record struct Spender(string? Issuer, string? Subject, bool IsIPv6, ulong Network)
{
    /// <summary>Whether nobody has signed in.</summary>
    public bool IsAnonymous => Subject is null;

    /// <summary>The spender of a request.</summary>
    public static Spender Of(ClaimsPrincipal? principal, IPAddress? address)
    {
        if (principal?.FindFirst("sub")?.Value is { } subject)
        {
            return new Spender(principal.FindFirst("iss")?.Value, subject, IsIPv6: false, Network: 0);
        }

        if (address is null)
        {
            return default;
        }

        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        var known = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        known.TryWriteBytes(bytes, out var length);
        return new Spender(null, null, length == 16, BinaryPrimitives.ReadUInt64BigEndian(bytes));
    }
}
