namespace GraphApi.Distribution.Reference;

/// <summary>One critical infrastructure sector and what it is called elsewhere.</summary>
/// <param name="Code">Our code; stable.</param>
/// <param name="Name">The name in use.</param>
/// <param name="ValidFrom">The day the directive that names it was issued.</param>
/// <param name="ValidUntil">The day it stopped to be a sector of its own; null while it is one.</param>
/// <param name="Successor">The code of the sector that took it in; null while it is valid.</param>
/// <param name="MispCode">The value in the MISP taxonomy dhs-ciip-sectors; null where that has none.</param>
/// <param name="NiemCodes">
/// The codes of NIEM's sar:TargetSectorCodeSimpleType that fall into it, the closest first.
/// </param>
/// <param name="NippName">
/// The name in the eighteen-sector list of the National Infrastructure Protection Plan, which the GFIPM and NIEF
/// attribute NIPPSectorCode and NIEM's ip:SectorType refer to.
/// </param>
sealed record SectorReference(
    string Code,
    string Name,
    DateOnly ValidFrom,
    DateOnly? ValidUntil,
    string? Successor,
    string? MispCode,
    string[] NiemCodes,
    string NippName);
