using System.Net;

namespace GraphApi.Distribution.Access;

/// <summary>What was found out of a principal, for a while.</summary>
/// <param name="Viewer">The rights, from wherever the principal may come.</param>
/// <param name="Networks">The networks it may come from; empty: any.</param>
/// <param name="DependsOn">The principal, its organization, and who answers for it.</param>
/// <param name="Until">Until when it holds at most, UTC.</param>
sealed record FoundViewer(
    Viewer Viewer, IReadOnlyList<IPNetwork> Networks, IReadOnlyList<Guid> DependsOn, DateTime Until)
{
    /// <summary>Whether the principal may come from an address; null: it is not known where it comes from.</summary>
    public bool Admits(IPAddress? address) =>
        Networks.Count == 0
        || (address is not null && Networks.Any(network =>
            network.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)));
}
