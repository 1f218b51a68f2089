using System.Security.Claims;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Import;
using GraphApi.Distribution.Partners;

namespace GraphApi.Distribution.Tests.Access.Law;

/// <summary>
/// Principals of a random database, drawn with their tokens: mostly what the records confirm, at times less, at times
/// more than that.
/// </summary>
static class RandomPrincipal
{
    public static ClaimsPrincipal? Make(Draw draw, RowBatch rows)
    {
        var kind = draw.Between(0, 19);
        var claims = kind switch
        {
            0 => null,
            < 4 => OfClient(draw, draw.Pick([.. rows.Of<ServiceClient>()])),
            < 12 => OfPerson(draw, rows, draw.Pick([.. rows.Of<Person>().Where(p => p.OrganizationId is not null)])),
            _ => OfPerson(draw, rows, draw.Pick([.. rows.Of<Person>().Where(p => p.OrganizationId is null)])),
        };
        return claims is null ? null : new ClaimsPrincipal(new ClaimsIdentity(claims, "law"));
    }

    /// <summary>A principal in one line, for the message of a case that fails.</summary>
    public static string Describe(ClaimsPrincipal? principal) => principal is null
        ? "anonymous"
        : string.Join("; ", principal.Claims.Select(claim => $"{claim.Type.Split(':', '/')[^1]}={claim.Value}"));

    static List<Claim> OfClient(Draw draw, ServiceClient client)
    {
        List<Claim> claims =
            [new(ClaimNames.Subject, client.ClientId), new(ClaimNames.ClientId, client.ClientId), Scope(draw)];
        AddOrganization(draw, claims, client.OrganizationId);
        return claims;
    }

    static List<Claim> OfPerson(Draw draw, RowBatch rows, Person person)
    {
        List<Claim> claims =
        [
            new(ClaimNames.Subject, person.Subject ?? "nobody-of-this-name"),
            new(ClaimNames.ClientId, "portal"),
        ];
        if (draw.Chance(0.9))
        {
            claims.Add(Scope(draw));
        }

        AddOrganization(draw, claims, person.OrganizationId);
        var roles = rows.Of<RoleAssignment>().Where(role => role.PersonId == person.Id && draw.Chance(0.95)).ToList();
        if (draw.Chance(0.1))
        {
            roles.Add(draw.Pick([.. rows.Of<RoleAssignment>()]));
        }

        claims.AddRange(roles.Select(role => new Claim(
            ClaimNames.Roles,
            role.CenterId is { } center ? $"FC:{center}:{EnumNames.Of(role.Role)}" : EnumNames.Of(role.Role))));
        var attributes = rows.Of<VerifiedAttribute>()
            .Where(attribute => attribute.PersonId == person.Id && draw.Chance(0.95))
            .Select(attribute => attribute.Kind)
            .Concat(draw.Chance(0.2) ? [draw.Pick<AttributeKind>()] : [])
            .Distinct();
        claims.AddRange(attributes.Select(OfAttribute));
        return claims;
    }

    static Claim Scope(Draw draw) => new(
        ClaimNames.Scope,
        draw.Mostly(
            "products.read lists.manage admin audit.read reviews.write products.write",
            0.7,
            "products.read", "openid products.read lists.manage", "lists.manage", "openid", "admin", "audit.read"));

    static void AddOrganization(Draw draw, List<Claim> claims, Guid? organization)
    {
        if (organization is { } id && draw.Chance(0.6))
        {
            claims.Add(new(ClaimNames.OrganizationId, draw.Chance(0.95) ? id.ToString() : draw.Id().ToString()));
        }
    }

    static Claim OfAttribute(AttributeKind kind) => kind switch
    {
        AttributeKind.LawEnforcementOfficer => new Claim(ClaimNames.LawEnforcementOfficer, "true"),
        AttributeKind.PciiCertified => new Claim(ClaimNames.PciiCertification, "true"),
        AttributeKind.UsPerson => new Claim(ClaimNames.Citizenship, "US"),
        _ => new Claim(ClaimNames.Attributes, EnumNames.Of(kind)),
    };
}
