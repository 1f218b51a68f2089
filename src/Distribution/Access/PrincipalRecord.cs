using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Access;

/// <summary>What the server holds of a person or machine client: the row it is, and its organization's.</summary>
/// <param name="Id">The person or the machine client.</param>
/// <param name="IsActive">Whether it may act now.</param>
/// <param name="IsUsPerson">Whether the person is recorded as a United States person.</param>
/// <param name="OrganizationId">Its organization; null: none.</param>
/// <param name="OrganizationIsActive">Whether the organization is active.</param>
/// <param name="HasAgreement">Whether the organization has an agreement that holds today.</param>
/// <param name="GovernmentLevel">The organization's level of government; null: no organization.</param>
/// <param name="IsDirectoryListed">Whether the organization takes part in the directory.</param>
/// <param name="TlpCeiling">A machine client's ceiling; null for a person.</param>
/// <param name="ClientAttributes">A machine client's verified attributes; empty for a person.</param>
/// <param name="ClientScopes">A machine client's scopes; empty for a person.</param>
/// <param name="SponsorId">Who answers for a machine client; null for a person.</param>
/// <param name="ProductTypes">The product types of a machine client; empty: all, as for a person.</param>
/// <param name="Networks">The networks a machine client may come from; empty: any, as for a person.</param>
/// <param name="DailyQuota">How many contents a machine client may pull a day; null: no bound, as for a person.</param>
sealed record PrincipalRecord(
    Guid Id,
    bool IsActive,
    bool IsUsPerson,
    Guid? OrganizationId,
    bool OrganizationIsActive,
    bool HasAgreement,
    GovernmentLevel? GovernmentLevel,
    bool IsDirectoryListed,
    Tlp? TlpCeiling,
    AttributeKind[] ClientAttributes,
    string[] ClientScopes,
    Guid? SponsorId,
    ProductType[] ProductTypes,
    string[] Networks,
    int? DailyQuota)
{
    /// <summary>Whether the organization is active and has an agreement that holds today.</summary>
    public bool OrganizationIsInForce => OrganizationIsActive && HasAgreement;
}
