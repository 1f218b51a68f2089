using GraphApi.Distribution.Access;
using GraphApi.Distribution.Ledger;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Tests.Demonstration;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Ledger;

/// <summary>
/// The relation that the ledger is written from, against what the rules of access say of each principal, one by one.
/// </summary>
public abstract class RecipientSetTests(DistributionHost host)
{
    static readonly DateTime Now = FixedTime.Now.UtcDateTime;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_recipients_of_every_product_are_those_who_see_it_by_its_lists_or_by_name()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var people = await context.Set<Person>().ToListAsync(Stop);
        var clients = await context.Set<ServiceClient>().ToListAsync(Stop);
        var viewers = new Dictionary<Guid, Viewer>();
        foreach (var person in people)
        {
            viewers[person.Id] = (await host.Module.Viewers.AssumeAsync(person.Id, false, Now, Stop)).Viewer;
        }

        foreach (var client in clients)
        {
            viewers[client.Id] = (await host.Module.Viewers.AssumeAsync(client.Id, true, Now, Stop)).Viewer;
        }

        var byVersion = (await context.Set<Entitlement>().ToListAsync(Stop))
            .Where(right => right.IsCurrent)
            .GroupBy(right => right.VersionId).Select(rights => rights.ToList())
            .Where(rights => !new RecipientSet(rights, Now).IsEmpty).ToList();
        var wrong = new List<string>();
        var found = 0;
        foreach (var rights in byVersion)
        {
            var recipients = await FindAsync(context, rights);
            found += recipients.Count;
            bool Sees(Guid id) => rights.Any(right =>
                right.Kind is EntitlementKind.List or EntitlementKind.ListClients or EntitlementKind.ExplicitRecipient
                && viewers[id].AudienceIds.Contains(right.AudienceId)
                && (right.Requires & viewers[id].Lacks) == 0);
            wrong.AddRange(people
                .Where(person => Sees(person.Id) != (recipients.Contains(person.Id)
                    || (person.OrganizationId is { } organization
                        && recipients.Contains(organization)
                        && viewers[person.Id].OrganizationId == organization
                        && (rights[0].Requires & viewers[person.Id].Lacks & ~TypeRequirements.All) == 0)))
                .Select(person => $"{rights[0].VersionId} person {person.Id} {Sees(person.Id)}"));
            wrong.AddRange(clients
                .Where(client => Sees(client.Id) != recipients.Contains(client.Id))
                .Select(client => $"{rights[0].VersionId} client {client.Id} {Sees(client.Id)}"));
            Assert.Equal(recipients.Count, recipients.Distinct().Count());
        }

        Assert.Empty(wrong);
        Assert.True(found > 100 && byVersion.Count > 20, $"{byVersion.Count} versions with {found} recipients");
    }

    [Fact]
    public async Task Every_requirement_of_a_marking_is_one_that_the_relation_asks_for()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var list = await context.Set<Entitlement>()
            .Where(right => right.IsCurrent && right.Kind == EntitlementKind.List).FirstAsync(Stop);
        var all = await FindAsync(context, [With(list, 0)]);
        foreach (var requirement in Enum.GetValues<Requirement>().Where(bit => bit is not Requirement.None))
        {
            var few = await FindAsync(context, [With(list, (long)requirement)]);
            Assert.Subset(all.ToHashSet(), few.ToHashSet());
        }

        // Nobody of the set has all of it.
        Assert.Empty(await FindAsync(context, [With(list, uint.MaxValue)]));
    }

    static Entitlement With(Entitlement right, long requires) => new()
    {
        AudienceId = right.AudienceId,
        VersionId = right.VersionId,
        ProductId = right.ProductId,
        Kind = right.Kind,
        EffectiveAt = right.EffectiveAt,
        Requires = requires,
    };

    static async Task<List<Guid>> FindAsync(AccessContext context, IReadOnlyCollection<Entitlement> rights) =>
        await context.Database.SqlQuery<Guid>(
            new RecipientSet(rights, Now).Statement($"SELECT recipient_id AS \"Value\" FROM recipients"))
            .ToListAsync(Stop);
}

public sealed class SqliteRecipientSetTests(SqliteHost host) : RecipientSetTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresRecipientSetTests(PostgresHost host)
    : RecipientSetTests(host), IClassFixture<PostgresHost>;
