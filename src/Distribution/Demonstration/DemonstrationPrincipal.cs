using System.Security.Claims;

namespace GraphApi.Distribution.Demonstration;

/// <summary>
/// Somebody to try the server as: a row of every set of demonstration data, and the claims of its tokens.
/// </summary>
/// <param name="Name">What it is called, which is the <c>sub</c> of its tokens as well.</param>
/// <param name="Description">Who it is and what is special about what it sees, one sentence.</param>
/// <param name="Claims">
/// The claims that a token for it carries besides <c>iss</c>, <c>aud</c>, <c>iat</c>, <c>exp</c> and <c>jti</c>; a
/// claim type that stands several times is a list.
/// </param>
public sealed record DemonstrationPrincipal(string Name, string Description, IReadOnlyList<Claim> Claims);
