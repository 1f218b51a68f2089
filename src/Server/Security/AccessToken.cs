using System.Security.Claims;

namespace GraphApi.Server.Security;

/// <summary>A valid access token.</summary>
/// <param name="Principal">Whose it is, with its claims.</param>
/// <param name="IsClients">Whether it is a machine client's own: its subject is the client.</param>
/// <param name="Binding">The keys whose holder alone may use it.</param>
/// <param name="Expires">When it expires.</param>
sealed record AccessToken(ClaimsPrincipal Principal, bool IsClients, TokenBinding Binding, DateTimeOffset Expires);
