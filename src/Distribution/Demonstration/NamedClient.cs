using GraphApi.Distribution.Access;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Demonstration;

/// <summary>A named machine client.</summary>
/// <param name="ClientId">
/// The <c>client_id</c> and <c>sub</c> of its tokens, which is its name for <c>token</c> as well.
/// </param>
/// <param name="Description">What it is, one sentence.</param>
/// <param name="Organization">The organization it acts for.</param>
/// <param name="Lists">The places of the list templates it receives from, in the centers within reach.</param>
/// <param name="Ceiling">The narrowest TLP it may receive.</param>
/// <param name="State">Where it stands.</param>
sealed record NamedClient(
    string ClientId,
    string Description,
    NamedOrganization Organization,
    int[] Lists,
    Tlp Ceiling,
    ClientState State = ClientState.Active)
{
    /// <summary>All of them; the place is the index of the client. Append, do not reorder.</summary>
    public static readonly IReadOnlyList<NamedClient> All =
    [
        new("client-hsin", "Software of a federal portal that pulls for its partners, up to TLP:AMBER.",
            NamedOrganization.Portal, [0, 2, 3, 4, 5], Tlp.Amber),
        new("client-portal", "A hospital's own portal, up to TLP:GREEN.",
            NamedOrganization.Hospital, [0, 2], Tlp.Green),
        new("client-isac", "An ISAC's sharing platform, up to TLP:AMBER+STRICT.",
            NamedOrganization.Isac, [0, 7], Tlp.AmberStrict),
        new("client-suspended", "A business's client that is suspended: has an anonymous caller's rights.",
            NamedOrganization.Business, [0, 5], Tlp.Amber, ClientState.Suspended),
    ];
}
