namespace GraphApi.Distribution.Centers;

/// <summary>How the public reaches a center; null is not published.</summary>
/// <param name="Email">The public mailbox.</param>
/// <param name="Phone">The public telephone number.</param>
/// <param name="Url">The public site.</param>
sealed record PublicContact(string? Email, string? Phone, string? Url);
