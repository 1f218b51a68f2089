using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Tests.AccessGrants;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Partners;

/// <summary>
/// How people of partners are reached, by each sort of principal: masked, whole, or whole where he says what for.
/// </summary>
public abstract class ContactRevealTests(DistributionHost host) : IAsyncLifetime
{
    const string Purpose = "Call about exercise 17 (synthetic)";
    const string Contact =
        "query($id: ID!) { node(id: $id) { ... on Person { contactPoints { value revealedValue } } } }";

    const string Everybody = "{ organizations(first: 50) { nodes { people(first: 50) { nodes { "
        + "contactPoints { value revealedValue } } } } } }";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    Guid _person;
    string _value = "";

    public async ValueTask InitializeAsync()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        await context.Set<ContactPoint>().ExecuteUpdateAsync(
            contact => contact.SetProperty(c => c.Visibility, ContactVisibility.Centers), Cancellation);

        // Somebody of a customer of the first center alone, whom its liaison officer is assigned to.
        var officer = await context.Set<Person>().Where(person => person.Subject == "liaison")
            .Select(person => person.Id).SingleAsync(Cancellation);
        var contact = await context.Set<ContactPoint>()
            .Where(contact => contact.Person.Organization!.HomeCenters.Count == 1
                && contact.Person.Organization.HomeCenters.Any(link => link.CenterId == RowIds.Center(0))
                && contact.Person.OrganizationId
                    != RowIds.Of(RowKind.Organization, (int)NamedOrganization.Hospital)
                && context.Set<LiaisonAssignment>().Any(assignment =>
                    assignment.PersonId == officer
                    && assignment.OrganizationId == contact.Person.OrganizationId))
            .OrderBy(contact => contact.Id)
            .FirstAsync(Cancellation);
        await context.Set<ContactPoint>().Where(c => c.PersonId == contact.PersonId && c.Id != contact.Id)
            .ExecuteDeleteAsync(Cancellation);
        (_person, _value) = (contact.PersonId, contact.Value);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return default;
    }

    [Theory]
    [InlineData(null, "nothing", "nothing")]
    [InlineData("partner-hospital", "nothing", "nothing")]
    [InlineData("client-hsin", "nothing", "nothing")]
    [InlineData("analyst", "masked, ACCESS_PURPOSE_REQUIRED", "masked, revealed")]
    [InlineData("analyst-elsewhere", "nothing", "nothing")]
    [InlineData("supervisor", "masked, ACCESS_PURPOSE_REQUIRED", "masked, revealed")]
    [InlineData("director", "masked, ACCESS_PURPOSE_REQUIRED", "masked, revealed")]
    [InlineData("privacy-officer", "whole, ACCESS_PURPOSE_REQUIRED", "whole, revealed")]
    [InlineData("liaison", "masked, ACCESS_PURPOSE_REQUIRED", "masked, revealed")]
    [InlineData("administrator", "masked, AUTH_NOT_AUTHORIZED", "masked, AUTH_NOT_AUTHORIZED")]
    [InlineData("auditor", "nothing", "nothing")]
    public async Task A_contact_of_a_partner_is_given_as_the_matrix_says(
        string? principal, string withoutPurpose, string withPurpose)
    {
        Assert.Equal(withoutPurpose, await AskAsync(principal, purpose: null));
        Assert.Equal(withPurpose, await AskAsync(principal, Purpose));
    }

    [Fact]
    public async Task An_audit_of_the_center_shows_it_as_to_its_staff()
    {
        await new GrantScene(host).OpenAsync(
            GrantScene.Auditor, "AUDIT", new { center = GrantScene.Center }, GrantScene.Director);

        Assert.Equal("whole, ACCESS_PURPOSE_REQUIRED", await AskAsync(GrantScene.Auditor, purpose: null));
        Assert.Equal("whole, revealed", await AskAsync(GrantScene.Auditor, Purpose));
        Assert.Equal("nothing", await AskAsync("auditor", Purpose));
    }

    [Fact]
    public async Task Each_reveal_leaves_a_record_with_its_purpose_and_what_is_masked_or_refused_leaves_none()
    {
        var before = await RecordsAsync();

        await AskAsync("analyst", purpose: null);
        await AskAsync("administrator", Purpose);
        Assert.Equal(before.Count, (await RecordsAsync()).Count);

        await AskAsync("analyst", Purpose);
        var record = Assert.Single((await RecordsAsync()).Skip(before.Count));
        Assert.Equal(
            (AccessRecordKind.ContactRead, (Guid?)_person, (string?)Purpose, (Guid?)null, AccessChannel.GraphqlHttp),
            (record.Kind, record.SubjectId, record.Purpose, record.VersionId, record.Channel));
    }

    [Theory]
    [InlineData(AccessChannel.GraphqlWs)]
    [InlineData(AccessChannel.GraphqlSse)]
    public async Task What_a_connection_or_stream_was_opened_for_reveals_nothing(AccessChannel channel)
    {
        var before = await RecordsAsync();

        Assert.Equal("masked, ACCESS_PURPOSE_REQUIRED", await AskAsync("analyst", Purpose, channel));
        Assert.Equal(before.Count, (await RecordsAsync()).Count);
    }

    [Fact]
    public async Task A_list_that_goes_past_the_bound_is_refused_as_a_whole_and_leaves_no_record()
    {
        var before = await RecordsAsync();

        var response = await host.ExecuteAsync("analyst", Everybody, variables: null, Purpose);

        var contacts = Contacts(response).ToList();
        Assert.True(contacts.Count > DistributionSession.MaxRevealed);
        Assert.All(contacts, contact =>
        {
            Assert.Equal(JsonValueKind.Null, contact.GetProperty("revealedValue").ValueKind);
            Assert.Contains("***", contact.GetProperty("value").GetString(), StringComparison.Ordinal);
        });
        Assert.All(response.GetProperty("errors").EnumerateArray(), error => Assert.Equal(
            ("REVEAL_LIMIT", "A request may reveal this of at most 20 persons."),
            (CodeOf(error), error.GetProperty("message").GetString())));
        Assert.Equal(before.Count, (await RecordsAsync()).Count);
    }

    [Fact]
    public async Task The_bound_is_of_the_request_whatever_its_aliases()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var people = await context.Set<Person>()
            .Where(person => person.Organization!.HomeCenters.Any(link => link.CenterId == RowIds.Center(0))
                && person.ContactPoints.Any())
            .OrderBy(person => person.Id).Select(person => person.Id)
            .Take(DistributionSession.MaxRevealed + 2).ToListAsync(Cancellation);
        Assert.Equal(DistributionSession.MaxRevealed + 2, people.Count);
        var before = await RecordsAsync();

        // The first of all comes twice, and counts once.
        var document = string.Concat(people.Prepend(people[0]).Select((person, i) =>
            $"p{i}: node(id: \"{NodeIds.Format("Person", person)}\") "
            + "{ ... on Person { contactPoints { value revealedValue } } } "));
        var response = await host.ExecuteAsync("analyst", $"{{ {document} }}", variables: null, Purpose);

        var data = response.GetProperty("data");
        var revealed = data.EnumerateObject().Where(person => person.Value.GetProperty("contactPoints")
            .EnumerateArray().All(contact => contact.GetProperty("revealedValue").ValueKind != JsonValueKind.Null));
        Assert.Equal(DistributionSession.MaxRevealed + 1, revealed.Count());
        Assert.Equal(
            people.Take(DistributionSession.MaxRevealed).Order(),
            (await RecordsAsync()).Skip(before.Count).Select(record => record.SubjectId!.Value).Order());
    }

    [Theory]
    [InlineData("people(where: { contactPoints: { some: { revealedValue: { startsWith: \"p\" } } } })")]
    [InlineData("people(where: { contactPoints: { some: { value: { startsWith: \"p\" } } } })")]
    [InlineData("people(where: { contactPoints: { any: true } })")]
    [InlineData("people(order: [{ contactPoints: { value: ASC } }])")]
    public async Task There_is_no_condition_on_it_and_no_order_by_it(string people)
    {
        var response = await host.ExecuteAsync(
            "analyst",
            $"{{ organizations {{ nodes {{ {people} {{ totalCount nodes {{ id }} }} }} }} }}",
            variables: null,
            Purpose);

        Assert.False(response.TryGetProperty("data", out _));
        var error = Assert.Single(response.GetProperty("errors").EnumerateArray());
        Assert.Contains("contactPoints", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_order_of_contact_points_tells_nothing_of_their_values()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        Guid[] ids = [new("00000000-0000-4000-8000-0000000000b1"), new("00000000-0000-4000-8000-0000000000b2")];
        foreach (var values in new[] { ("a@example.org", "b@example.org"), ("b@example.org", "a@example.org") })
        {
            await context.Set<ContactPoint>().Where(c => ids.Contains(c.Id)).ExecuteDeleteAsync(Cancellation);
            await context.Set<ContactPoint>().Where(c => c.PersonId == _person && c.Kind == ContactKind.Sms)
                .ExecuteDeleteAsync(Cancellation);
            context.AddRange(Sms(ids[0], values.Item1), Sms(ids[1], values.Item2));
            await context.SaveChangesAsync(Cancellation);
            context.ChangeTracker.Clear();

            var response = await host.ExecuteAsync("analyst", Contact, Id(_person), Purpose);

            Assert.Equal(
                [values.Item1, values.Item2],
                response.GetProperty("data").GetProperty("node").GetProperty("contactPoints").EnumerateArray()
                    .Select(contact => contact.GetProperty("revealedValue").GetString()!)
                    .Where(value => value.Length == values.Item1.Length));
        }

        await context.Set<ContactPoint>().Where(c => ids.Contains(c.Id)).ExecuteDeleteAsync(Cancellation);
    }

    ContactPoint Sms(Guid id, string value) => new()
    {
        Id = id,
        PersonId = _person,
        Kind = ContactKind.Sms,
        Value = value,
        MaskedValue = "***",
        Visibility = ContactVisibility.Centers,
        CreatedAt = DateTime.UnixEpoch,
        UpdatedAt = DateTime.UnixEpoch,
    };

    async Task<string> AskAsync(
        string? principal, string? purpose, AccessChannel channel = AccessChannel.GraphqlHttp)
    {
        var response = await host.ExecuteAsync(principal, Contact, Id(_person), purpose, channel);
        var person = response.GetProperty("data").GetProperty("node");
        if (person.ValueKind == JsonValueKind.Null
            || person.GetProperty("contactPoints").GetArrayLength() == 0)
        {
            Assert.DoesNotContain(_value, response.GetRawText(), StringComparison.Ordinal);
            return "nothing";
        }

        var contact = Assert.Single(person.GetProperty("contactPoints").EnumerateArray());
        var shown = contact.GetProperty("value").GetString() == _value ? "whole" : "masked";
        var revealed = contact.GetProperty("revealedValue");
        if (revealed.ValueKind != JsonValueKind.Null)
        {
            Assert.False(response.TryGetProperty("errors", out _));
            Assert.Equal(_value, revealed.GetString());
            return $"{shown}, revealed";
        }

        Assert.True(shown == "whole" || !response.GetRawText().Contains(_value, StringComparison.Ordinal));
        return $"{shown}, {CodeOf(Assert.Single(response.GetProperty("errors").EnumerateArray()))}";
    }

    async Task<List<AccessRecord>> RecordsAsync()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<AccessRecord>().AsNoTracking()
            .Where(record => record.Kind == AccessRecordKind.ContactRead)
            .OrderBy(record => record.ChainId).ThenBy(record => record.Sequence)
            .ToListAsync(Cancellation);
    }

    static IEnumerable<JsonElement> Contacts(JsonElement response) =>
        from organization in response.GetProperty("data").GetProperty("organizations").GetProperty("nodes")
            .EnumerateArray()
        from person in organization.GetProperty("people").GetProperty("nodes").EnumerateArray()
        from contact in person.GetProperty("contactPoints").EnumerateArray()
        select contact;

    static string CodeOf(JsonElement error) => error.GetProperty("extensions").GetProperty("code").GetString()!;

    static object Id(Guid person) => new { id = NodeIds.Format("Person", person) };
}

public sealed class SqliteContactRevealTests(SqliteHost host)
    : ContactRevealTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresContactRevealTests(PostgresHost host)
    : ContactRevealTests(host), IClassFixture<PostgresHost>;
