using GraphApi.Distribution.Access;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Demonstration;

/// <summary>
/// Who reads what, remembered while it is made: the first members of every list, with what they meet. Of a long list
/// not all are kept, so that recalls stay a small part of the largest set. Mutable.
/// </summary>
sealed class RecallAudience
{
    /// <summary>The most members of a list that are told of a recall.</summary>
    public const int MostMembers = 25;

    readonly Dictionary<Guid, RecallReader> _readers = [];
    readonly Dictionary<Guid, List<RecallReader>> _lists = [];

    /// <summary>Remembers who there is, from the rows of people, organizations and clients of a set.</summary>
    public RecallAudience(SeedFrame frame, RowBatch founding)
    {
        var inForce = OrganizationsInForce(frame, founding);
        var attributes = founding.Of<VerifiedAttribute>()
            .Where(row => row.VerifiedOn <= frame.Today && !(row.ExpiresOn <= frame.Today))
            .ToLookup(row => row.PersonId, row => row.Kind);
        var people = founding.Of<Person>()
            .Where(person => person.Status == PrincipalStatus.Active
                && person.OrganizationId is { } employer
                && inForce.ContainsKey(employer))
            .Select(person => new RecallReader(
                person.Id,
                person.OrganizationId!.Value,
                person.Id,
                person.DisplayName,
                [HoldsOf(attributes[person.Id], inForce[person.OrganizationId.Value])]))
            .ToList();
        foreach (var employees in people.GroupBy(person => person.Organization))
        {
            _readers[employees.Key] = employees.First() with
            {
                Id = employees.Key,
                Holds = [.. employees.SelectMany(person => person.Holds).Distinct()],
            };
        }

        foreach (var person in people)
        {
            _readers[person.Id] = person;
        }

        foreach (var client in founding.Of<ServiceClient>().Where(client =>
            client.State == ClientState.Active && inForce.ContainsKey(client.OrganizationId)))
        {
            _readers[client.Id] = new RecallReader(
                client.Id,
                client.OrganizationId,
                AnsweredById: null,
                client.ClientId,
                [HoldsOf(client.Attributes, inForce[client.OrganizationId])],
                client.TlpCeiling);
        }

        Add(founding.Of<ListMembership>());
    }

    /// <summary>Remembers members of lists.</summary>
    public void Add(IEnumerable<ListMembership> memberships)
    {
        foreach (var membership in memberships)
        {
            if (membership.State != MembershipState.Active
                || !_readers.TryGetValue(
                    (membership.PersonId ?? membership.OrganizationId ?? membership.ServiceClientId)!.Value,
                    out var reader))
            {
                continue;
            }

            if (!_lists.TryGetValue(membership.ListId, out var members))
            {
                _lists[membership.ListId] = members = [];
            }

            if (members.Count < MostMembers)
            {
                members.Add(reader);
            }
        }
    }

    /// <summary>Who could read what is marked so, each once.</summary>
    /// <param name="lists">The lists it went to.</param>
    /// <param name="named">The persons it went to by name.</param>
    /// <param name="requires">What it requires, bits of <see cref="Requirement"/>.</param>
    /// <param name="tlp">The TLP of its title.</param>
    public IEnumerable<RecallReader> Of(
        IEnumerable<DistributionList> lists, IEnumerable<Guid> named, long requires, Tlp tlp)
    {
        var asked = requires & ~(long)Requirement.AnyTlp;
        return lists.SelectMany(list => _lists.GetValueOrDefault(list.Id, []))
            .Concat(named.Select(person => _readers.GetValueOrDefault(person)).OfType<RecallReader>())
            .Where(reader => reader.Holds.Any(holds => (asked & ~holds) == 0) && !(reader.Ceiling < tlp))
            .DistinctBy(reader => reader.Id);
    }

    /// <summary>The active organizations with an agreement in force, and whether each is of a government.</summary>
    static Dictionary<Guid, bool> OrganizationsInForce(SeedFrame frame, RowBatch founding)
    {
        var agreed = founding.Of<SharingAgreement>()
            .Where(agreement => agreement.State == AgreementState.Active
                && agreement.EffectiveOn <= frame.Today
                && !(agreement.ExpiresOn <= frame.Today))
            .Select(agreement => agreement.OrganizationId)
            .ToHashSet();
        return founding.Of<Organization>()
            .Where(organization => organization.Status == OrganizationStatus.Active && agreed.Contains(organization.Id))
            .ToDictionary(
                organization => organization.Id,
                organization => organization.GovernmentLevel != GovernmentLevel.None);
    }

    static long HoldsOf(IEnumerable<AttributeKind> attributes, bool isGovernment)
    {
        var (holds, isContractor) = (Requirement.None, false);
        foreach (var attribute in attributes)
        {
            holds |= HeldRequirements.Of(attribute);
            isContractor |= attribute == AttributeKind.FederalContractor;
        }

        return (long)(isGovernment && !isContractor ? holds | Requirement.NotContractor : holds);
    }
}
