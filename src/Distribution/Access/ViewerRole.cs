namespace GraphApi.Distribution.Access;

/// <summary>A role of the viewer.</summary>
/// <param name="Role">The role.</param>
/// <param name="CenterId">The global id of the center; null for a role of the whole network.</param>
sealed record ViewerRole(PersonRole Role, string? CenterId);
