using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Tests.Demonstration;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Access;

/// <summary>
/// Who is told what somebody may do and whether he is trained: a role that is over gives nothing, to him who held it or
/// to others by it, and a liaison gets a yes or no.
/// </summary>
public abstract class RolesAndTrainingTests(DistributionHost host) : IAsyncLifetime
{
    const string Asked = """
        query($id: ID!) {
          node(id: $id) { ... on Person { isTrainingCurrent trainingRecords { course completedOn expiresOn } } }
        }
        """;

    static readonly Guid Hospital = RowIds.Of(RowKind.Organization, (int)NamedOrganization.Hospital);
    static readonly Guid Colleague = NamedPartner.IdOf("partner-suspended");
    static readonly DateOnly Today = DateOnly.FromDateTime(FixedTime.Now.UtcDateTime);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        await context.Set<LiaisonAssignment>().Where(liaison => liaison.OrganizationId == Hospital)
            .OrderBy(liaison => liaison.Id).Take(1)
            .ExecuteUpdateAsync(
                liaison => liaison
                    .SetProperty(l => l.PersonId, NamedPartner.IdOf("partner-hospital"))
                    .SetProperty(l => l.Kind, LiaisonKind.PartnerLiaison)
                    .SetProperty(l => l.State, LiaisonState.Active)
                    .SetProperty(l => l.EndsOn, (DateOnly?)null),
                Cancellation);
        await context.Set<TrainingRecord>().Where(record => record.PersonId == Colleague)
            .ExecuteDeleteAsync(Cancellation);
        host.Module.Viewers.Forget();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return default;
    }

    [Theory]
    [InlineData("False")]
    [InlineData("True", "PrivacyCivilRightsCivilLiberties -10 355")]
    [InlineData("True", "PrivacyCivilRightsCivilLiberties -400 -35", "PrivacyCivilRightsCivilLiberties -40 325")]
    [InlineData("False", "PrivacyCivilRightsCivilLiberties -365 0")]
    [InlineData("True", "PrivacyCivilRightsCivilLiberties 0 1")]
    [InlineData("False", "PrivacyCivilRightsCivilLiberties 1 366")]
    [InlineData("False", "PrivacyCivilRightsCivilLiberties -10 355", "ControlledInformation -400 -35")]
    [InlineData(
        "False", "ControlledInformation -400 -35", "ControlledInformation 1 366", "CriminalIntelligence -10 355")]
    public async Task The_liaison_is_told_whether_training_is_current_and_nothing_else_of_it(
        string current, params string[] records)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        context.AddRange(records.Select(Record));
        await context.SaveChangesAsync(Cancellation);

        var response = await host.ExecuteAsync("partner-hospital", Asked, Id(Colleague));

        var person = response.GetProperty("data").GetProperty("node");
        Assert.Equal(current, person.GetProperty("isTrainingCurrent").GetBoolean().ToString());
        Assert.Equal(JsonValueKind.Null, person.GetProperty("trainingRecords").ValueKind);
        Assert.Equal(
            """["node","trainingRecords"]""",
            Assert.Single(response.GetProperty("errors").EnumerateArray()).GetProperty("path").GetRawText());
        foreach (var (answer, expected) in new[] { ("true", current == "True"), ("false", current == "False") })
        {
            var found = await host.DataAsync(
                "partner-hospital",
                $"query($id: ID!) {{ organization(id: $id) {{ people(first: 50, "
                + $"where: {{ isTrainingCurrent: {{ eq: {answer} }} }}) {{ nodes {{ id }} }} }} }}",
                new { id = NodeIds.Format("Organization", Hospital) });
            Assert.Equal(
                expected,
                found.GetProperty("organization").GetProperty("people").GetProperty("nodes").EnumerateArray()
                    .Any(node => node.GetProperty("id").GetString() == NodeIds.Format("Person", Colleague)));
        }
    }

    [Theory]
    [InlineData("partner-fire", "hidden")]
    [InlineData("client-hsin", "hidden")]
    [InlineData(null, "hidden")]
    [InlineData("analyst", "refused, refused")]
    [InlineData("supervisor", "refused, refused")]
    [InlineData("administrator", "refused, refused")]
    [InlineData("auditor", "hidden")]
    [InlineData("partner-hospital", "told, refused")]
    public async Task Others_are_told_nothing(string? principal, string expected)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        context.Add(Record("PrivacyCivilRightsCivilLiberties -10 355"));
        await context.SaveChangesAsync(Cancellation);

        var person = (await host.ExecuteAsync(principal, Asked, Id(Colleague))).GetProperty("data")
            .GetProperty("node");

        Assert.Equal(
            expected,
            person.ValueKind == JsonValueKind.Null ? "hidden" : $"{Told("isTrainingCurrent")}, {Told("trainingRecords")}");
        string Told(string field) =>
            person.GetProperty(field).ValueKind == JsonValueKind.Null ? "refused" : "told";
    }

    [Theory]
    [InlineData(-30, null, "seen, roles 1, trained")]
    [InlineData(-30, 1, "seen, roles 1, trained")]
    [InlineData(0, null, "seen, roles 1, trained")]
    [InlineData(-30, 0, "hidden")]
    [InlineData(-60, -30, "hidden")]
    [InlineData(1, null, "hidden")]
    public async Task A_role_that_is_not_in_force_makes_nobody_a_colleague(int starts, int? ends, string expected)
    {
        // Staff of the first center without another tie to it.
        var analyst = Staff.Of(0, Staff.Analyst);
        await SetRoleAsync(analyst, starts, ends);

        Assert.Equal(expected, await SeenAsync("supervisor", analyst));

        await SetRoleAsync(analyst, -60, null);
    }

    [Theory]
    [InlineData(-30, null, "seen, roles 1, trained")]
    [InlineData(-30, 0, "seen, refused, refused")]
    [InlineData(1, null, "seen, refused, refused")]
    public async Task Of_somebody_who_is_known_otherwise_it_tells_neither_roles_nor_training(
        int starts, int? ends, string expected)
    {
        // A user of a partner of the center, who works there as well.
        var partner = NamedPartner.IdOf("partner-hospital");
        await using var context = host.Module.AccessDatabase.CreateContext();
        await context.Set<RoleAssignment>().Where(role => role.PersonId == partner && role.CenterId != null)
            .ExecuteDeleteAsync(Cancellation);
        context.Add(new RoleAssignment
        {
            Id = Guid.NewGuid(),
            PersonId = partner,
            Role = PersonRole.Sme,
            CenterId = RowIds.Center(0),
            StartsOn = Today.AddDays(starts),
            EndsOn = ends is { } days ? Today.AddDays(days) : null,
            CreatedAt = DateTime.UnixEpoch,
            UpdatedAt = DateTime.UnixEpoch,
        });
        await context.SaveChangesAsync(Cancellation);

        Assert.Equal(expected, await SeenAsync("supervisor", partner));
        Assert.StartsWith("seen, roles", await SeenAsync("administrator", partner), StringComparison.Ordinal);
        Assert.StartsWith("seen, roles", await SeenAsync("partner-hospital", partner), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_is_over_gives_its_holder_nothing()
    {
        var analyst = Staff.Of(0, Staff.Analyst);
        await SetRoleAsync(analyst, -60, 0);

        var data = await host.DataAsync("analyst", "{ me { kind } products { totalCount } }");
        var anonymous = await host.DataAsync(null, "{ me { kind } products { totalCount } }");
        Assert.Equal(anonymous.GetRawText(), data.GetRawText());

        await SetRoleAsync(analyst, -60, null);
        Assert.Equal(
            "PERSON",
            (await host.DataAsync("analyst", "{ me { kind } }")).GetProperty("me").GetProperty("kind").GetString());
    }

    async Task SetRoleAsync(Guid person, int starts, int? ends)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        await context.Set<RoleAssignment>().Where(role => role.PersonId == person).ExecuteUpdateAsync(
            role => role
                .SetProperty(r => r.StartsOn, Today.AddDays(starts))
                .SetProperty(r => r.EndsOn, ends == null ? null : Today.AddDays(ends.Value)),
            Cancellation);
        host.Module.Viewers.Forget();
    }

    async Task<string> SeenAsync(string principal, Guid person)
    {
        var response = await host.ExecuteAsync(
            principal,
            "query($id: ID!) { node(id: $id) { ... on Person { roles { role } trainingRecords { course } } } }",
            Id(person));
        var seen = response.GetProperty("data").GetProperty("node");
        if (seen.ValueKind == JsonValueKind.Null)
        {
            return "hidden";
        }

        var (roles, training) = (seen.GetProperty("roles"), seen.GetProperty("trainingRecords"));
        return "seen, "
            + (roles.ValueKind == JsonValueKind.Null ? "refused" : $"roles {roles.GetArrayLength()}")
            + (training.ValueKind == JsonValueKind.Null ? ", refused" : ", trained");
    }

    static TrainingRecord Record(string record)
    {
        var parts = record.Split(' ');
        return new TrainingRecord
        {
            Id = Guid.NewGuid(),
            PersonId = Colleague,
            Course = Enum.Parse<TrainingCourse>(parts[0]),
            CompletedOn = Today.AddDays(int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)),
            ExpiresOn = Today.AddDays(int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture)),
            CreatedAt = DateTime.UnixEpoch,
            UpdatedAt = DateTime.UnixEpoch,
        };
    }

    static object Id(Guid person) => new { id = NodeIds.Format("Person", person) };
}

public sealed class SqliteRolesAndTrainingTests(SqliteHost host)
    : RolesAndTrainingTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresRolesAndTrainingTests(PostgresHost host)
    : RolesAndTrainingTests(host), IClassFixture<PostgresHost>;
