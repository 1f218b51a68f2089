using System.Security.Claims;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Import;

namespace GraphApi.Distribution.Demonstration;

/// <summary>
/// The named principals of the demonstration data: partners of every sort, one of each role of a center, software.
/// </summary>
public static class DemonstrationPrincipals
{
    /// <summary>All of them: partners, staff, machine clients.</summary>
    public static IReadOnlyList<DemonstrationPrincipal> All { get; } =
    [
        .. NamedPartner.All.Select(OfPartner),
        .. NamedStaff.All.Select(OfStaff),
        .. NamedClient.All.Select(OfClient),
    ];

    /// <summary>The principal of a name; null where there is none.</summary>
    public static DemonstrationPrincipal? Find(string name) =>
        All.FirstOrDefault(principal => principal.Name == name);

    static DemonstrationPrincipal OfPartner(NamedPartner partner) => new(
        partner.Subject,
        partner.Description,
        [
            new Claim(ClaimNames.Subject, partner.Subject),
            new Claim(ClaimNames.ClientId, "demonstration"),
            new Claim(ClaimNames.Scope, "products.read sync.read lists.manage rfi.write export.create"),
            new Claim(ClaimNames.OrganizationId, RowIds.Of(RowKind.Organization, (int)partner.Organization).ToString()),
            new Claim(ClaimNames.Roles, EnumNames.Of(PersonRole.PartnerUser)),
            new Claim(ClaimNames.Citizenship, partner.IsUsPerson ? "US" : "CA"),
            .. partner.Attributes.Select(OfAttribute),
        ]);

    static DemonstrationPrincipal OfStaff(NamedStaff staff) => new(
        staff.Subject,
        staff.Description,
        [
            new Claim(ClaimNames.Subject, staff.Subject),
            new Claim(ClaimNames.ClientId, "demonstration"),
            new Claim(ClaimNames.Scope, ScopesOf(staff.Role)),
            new Claim(ClaimNames.Roles, staff.Center is { } center
                ? $"FC:{RowIds.Center(center)}:{EnumNames.Of(staff.Role)}"
                : EnumNames.Of(staff.Role)),
            new Claim(ClaimNames.Citizenship, "US"),
        ]);

    static string ScopesOf(PersonRole role) => role switch
    {
        PersonRole.Administrator => "products.read lists.manage admin",
        PersonRole.Auditor => "products.read audit.read",
        PersonRole.PcrclOfficer => "products.read sync.read lists.manage reviews.write audit.read",
        _ => "products.read sync.read lists.manage products.write rfi.write export.create audit.read",
    };

    static DemonstrationPrincipal OfClient(NamedClient client) => new(
        client.ClientId,
        client.Description,
        [
            new Claim(ClaimNames.Subject, client.ClientId),
            new Claim(ClaimNames.ClientId, client.ClientId),
            new Claim(ClaimNames.Scope, ClaimNames.ReadProducts),
            new Claim(ClaimNames.OrganizationId, RowIds.Of(RowKind.Organization, (int)client.Organization).ToString()),
        ]);

    static Claim OfAttribute(AttributeKind kind) => kind switch
    {
        AttributeKind.LawEnforcementOfficer => new Claim(ClaimNames.LawEnforcementOfficer, "true"),
        AttributeKind.PciiCertified => new Claim(ClaimNames.PciiCertification, "true"),
        _ => new Claim(ClaimNames.Attributes, EnumNames.Of(kind)),
    };
}
