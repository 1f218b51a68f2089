using GraphApi.Distribution.Jurisdictions;

namespace GraphApi.Distribution.Reference;

/// <summary>One state, district or territory.</summary>
/// <param name="FipsCode">The two digits of FIPS 5-2 (INCITS 38), such as "06".</param>
/// <param name="PostalCode">The two letters of the Postal Service, such as "CA".</param>
/// <param name="Name">The official short name.</param>
/// <param name="Kind">Which of the three it is.</param>
sealed record JurisdictionReference(string FipsCode, string PostalCode, string Name, JurisdictionKind Kind);
