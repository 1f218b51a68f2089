using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Demonstration;

/// <summary>Somebody who can be on a list, as the makers of recalls need to know him.</summary>
/// <param name="Id">The person, organization or machine client.</param>
/// <param name="Organization">The organization he belongs to, or is.</param>
/// <param name="AnsweredById">Who answers: the person, or one of the organization; null: the machine client.</param>
/// <param name="AnsweredByName">His name, or the client's identifier.</param>
/// <param name="Holds">
/// What he meets, bits of <see cref="Access.Requirement"/>; of an organization what each of its people meets, as far
/// as they differ.
/// </param>
/// <param name="Ceiling">The narrowest TLP of a machine client; null: anybody else.</param>
sealed record RecallReader(
    Guid Id,
    Guid Organization,
    Guid? AnsweredById,
    string AnsweredByName,
    IReadOnlyCollection<long> Holds,
    Tlp? Ceiling = null)
{
    /// <summary>Whether he is a machine client.</summary>
    public bool IsClient => AnsweredById is null;

    /// <summary>Whether he is an organization: any of its people.</summary>
    public bool IsOrganization => Id == Organization;
}
