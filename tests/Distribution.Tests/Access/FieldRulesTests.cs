using System.Text.Json;
using GraphApi.Data.Searching;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Access;

/// <summary>
/// Who may read which restricted field of which row, asked of every sort of principal and compared with what the
/// rows say. A refused field is null with an error at its path; a readable one is there without.
/// </summary>
public abstract class FieldRulesTests(DistributionHost host)
{
    static readonly string?[] Names =
    [
        null, "partner-hospital", "partner-law-enforcement", "client-hsin", "analyst", "analyst-elsewhere",
        "supervisor", "director", "privacy-officer", "liaison", "administrator", "auditor",
    ];

    static readonly string[] Home = ["analyst", "supervisor", "director", "privacy-officer"];

    static readonly Guid First = RowIds.Center(0);

    public static TheoryData<string, string> OfTheOriginatorsStaff =>
        Matrix("contentHash", "authors { id }", "privacyReviews { state }", "approvals { kind }", "publications { id }");

    [Theory]
    [MemberData(nameof(OfTheOriginatorsStaff))]
    public async Task What_is_behind_a_version_is_for_the_originators_staff(string principal, string field) =>
        await AssertReadableAsync(
            principal, field, version => HomeOf(principal) is { } home && version.OriginatorId == home);

    public static TheoryData<string, string> OfNotes => Matrix("analystNotes");

    [Theory]
    [MemberData(nameof(OfNotes))]
    public async Task Notes_are_for_who_supervises_wrote_or_reviewed(string principal, string field) =>
        await AssertReadableAsync(principal, field, version => IsOnTeam(principal, [version]));

    public static TheoryData<string, string> OfWithholding => Matrix("portionsWithheld", "documentBanner { text }");

    [Theory]
    [MemberData(nameof(OfWithholding))]
    public async Task Whether_portions_are_withheld_is_told_only_where_the_originator_lets_it_be(
        string principal,
        string field)
    {
        var shown = await ShownPortionsAsync(principal);
        await AssertReadableAsync(principal, field, version =>
            HomeOf(principal) == version.OriginatorId
            || (principal != "anonymous"
                && version.DisclosesWithholding
                && (field == "portionsWithheld" || shown[version.Id] == version.Portions.Count)));
    }

    [Fact]
    public async Task What_is_told_of_withheld_portions_is_true()
    {
        var told = new HashSet<bool>();
        foreach (var name in Names)
        {
            var shown = await ShownPortionsAsync(name ?? "anonymous");
            foreach (var (version, value) in await ValuesAsync(name, "portionsWithheld"))
            {
                if (value.ValueKind != JsonValueKind.Null)
                {
                    var isWithheld = shown[version.Id] < version.Portions.Count;
                    told.Add(isWithheld);
                    Assert.Equal(isWithheld, value.GetBoolean());
                }
            }
        }

        Assert.Equal(2, told.Count);
    }

    [Fact]
    public async Task Where_withholding_is_not_disclosed_the_answer_is_the_same_whether_there_is_any_or_not()
    {
        const string Fields = "portionsWithheld documentBanner { text }";
        var answers = new Dictionary<bool, HashSet<string>> { [true] = [], [false] = [] };
        foreach (var name in new[] { "partner-hospital", "partner-law-enforcement", "client-hsin" })
        {
            var shown = await ShownPortionsAsync(name);
            foreach (var version in Versions().Where(version => shown.ContainsKey(version.Id)))
            {
                if (!version.DisclosesWithholding)
                {
                    var id = Data.Bindings.NodeIds.Format("ProductVersion", version.Id);
                    var answer = await host.ExecuteAsync(
                        name,
                        $"query($id: ID!) {{ node(id: $id) {{ ... on ProductVersion {{ {Fields} }} }} }}",
                        new { id });
                    answers[shown[version.Id] < version.Portions.Count].Add(answer.GetRawText());
                }
            }
        }

        Assert.Single(answers[true]);
        Assert.Equal(answers[true], answers[false]);
    }

    [Fact]
    public async Task A_condition_on_a_field_of_the_originators_staff_counts_for_nobody_else()
    {
        const string Hash = "products(where: { currentVersion: { contentHash: { neq: \"\" } } })";
        Assert.Equal("AUTH_NOT_AUTHORIZED", await RefusalAsync("partner-hospital", Hash));
        Assert.Equal("AUTH_NOT_AUTHENTICATED", await RefusalAsync(null, Hash));
        var own = await CountAsync("analyst", "products(where: { originator: { shortName: { eq: \"EFC-01\" } } })");
        Assert.Equal(own, await CountAsync("analyst", Hash));
        Assert.True(own < await CountAsync("analyst", "products"));
    }

    [Fact]
    public async Task A_search_finds_what_a_portion_says_that_may_be_seen()
    {
        const string Name = "partner-hospital";
        var hidden = await HiddenPhraseAsync(Name);
        var field = $"search(text: \"\\\"{hidden}\\\"\")";
        Assert.Equal(0, await CountAsync(Name, field));
        Assert.True(await CountAsync("supervisor", field) > 0);
    }

    public static TheoryData<string, string> OfProtectedOrigin => Matrix("onBehalfOf { id }");

    [Theory]
    [MemberData(nameof(OfProtectedOrigin))]
    public async Task For_whom_a_product_was_made_is_for_who_supervises_wrote_or_reviewed(
        string principal,
        string field)
    {
        var byProduct = Versions().ToLookup(version => version.ProductId);
        var document = $"{{ it: products(first: 50) {{ nodes {{ id {field} }} }} }}";
        await AssertReadableAsync(principal, document, [field.Split(' ')[0]], id => IsOnTeam(principal, byProduct[id]));
    }

    public static TheoryData<string, string> OfReviews => Matrix("rationale", "notes", "findings { category }");

    [Theory]
    [MemberData(nameof(OfReviews))]
    public async Task Reasons_are_for_who_oversees_and_findings_for_the_author_as_well(string principal, string field)
    {
        if (HomeOf(principal) is not { } home)
        {
            return;
        }

        await using var context = host.Module.AccessDatabase.CreateContext();
        var reviews = context.Set<PrivacyReview>().AsNoTracking()
            .Include(review => review.Version).ThenInclude(version => version.Authors)
            .Where(review => review.OriginatorId == home)
            .ToDictionary(review => review.Id);
        foreach (var review in reviews.Values)
        {
            var id = Data.Bindings.NodeIds.Format("PrivacyReview", review.Id);
            var response = await host.ExecuteAsync(
                NameOf(principal), $"{{ node(id: \"{id}\") {{ ... on PrivacyReview {{ {field} }} }} }}");
            var isOverseer = principal is not ("analyst" or "analyst-elsewhere");
            var isAuthor = review.Version.Authors.Any(author => author.PersonId == PersonOf(principal));
            // The review of a draft is not there for who does not work on it: there is nothing to refuse.
            var isThere = isOverseer || isAuthor || review.Version.PublishedAt is not null;
            var isReadable = isOverseer || (field[0] == 'f' && isAuthor);
            Assert.Equal(isThere && !isReadable, response.TryGetProperty("errors", out _));
        }

        Assert.NotEmpty(reviews);
    }

    public static TheoryData<string, string> OfPartners =>
        Matrix("status", "agreements { id }", "questionnaire { formVersion }", "clients { id }", "affiliations { kind }");

    [Theory]
    [MemberData(nameof(OfPartners))]
    public async Task What_stands_between_a_partner_and_its_centers_is_for_its_liaison_and_their_staff(
        string principal,
        string field)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var centers = context.Set<OrganizationCenter>().AsNoTracking().ToLookup(l => l.OrganizationId, l => l.CenterId);
        var assigned = context.Set<LiaisonAssignment>().AsNoTracking()
            .Where(assignment => assignment.PersonId == Staff.Of(0, Staff.Liaison))
            .Select(assignment => assignment.OrganizationId!.Value)
            .ToHashSet();
        Assert.NotEmpty(assigned);
        var name = field.Split(' ')[0];
        var document = $"{{ it: organizations(first: 50) {{ nodes {{ id {field} }} }} }}";
        await AssertReadableAsync(principal, document, [name], id =>
            (HomeOf(principal) is { } home && centers[id].Contains(home))
            || (principal == "administrator" && name == "status")
            || (principal == "liaison"
                && (name == "affiliations" ? centers[id].Contains(First) : assigned.Contains(id))));
    }

    public static TheoryData<string, string> OfLists => Matrix("memberCount", "memberCountBucket");

    [Theory]
    [MemberData(nameof(OfLists))]
    public async Task The_size_of_a_list_is_for_who_oversees_it_and_roughly_for_its_centers_staff(
        string principal,
        string field)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var owners = context.Set<Distribution.Lists.DistributionList>().AsNoTracking()
            .ToDictionary(list => list.Id, list => list.OwnerId);
        var document = $"{{ it: distributionLists(first: 50) {{ nodes {{ id {field} }} }} }}";
        await AssertReadableAsync(principal, document, [field], id =>
            principal is "administrator" or "auditor"
            || (principal is "supervisor" or "director" or "privacy-officer" && owners[id] == First)
            || (field == "memberCountBucket"
                && ((principal == "liaison" && owners[id] == First) || HomeOf(principal) == owners[id])));
    }

    public static TheoryData<string, string> OfPeople =>
        Matrix("citizenship", "attributes { kind }", "hasVerifiedAttributes");

    [Theory]
    [MemberData(nameof(OfPeople))]
    public async Task What_was_verified_of_a_person_is_for_the_person_and_that_there_is_any_for_administrators(
        string principal,
        string field)
    {
        var people = $"people(first: 50) {{ nodes {{ id {field} }} }}";
        var document = $"{{ organizations(first: 50) {{ nodes {{ it: {people} }} }} }}";
        var response = await host.ExecuteAsync(NameOf(principal), document);
        var errors = Errors(response);
        foreach (var (organization, i) in Nodes(response.GetProperty("data"), "organizations"))
        {
            foreach (var (person, k) in Nodes(organization, "it"))
            {
                var isReadable = IdOf(person) == PersonOf(principal)
                    || (principal == "administrator" && field == "hasVerifiedAttributes");
                var name = field.Split(' ')[0];
                Assert.Equal(!isReadable, errors.Contains($"organizations.nodes.{i}.it.nodes.{k}.{name}"));
                Assert.Equal(!isReadable, person.GetProperty(name).ValueKind == JsonValueKind.Null);
            }
        }
    }

    static TheoryData<string, string> Matrix(params string[] fields)
    {
        var rows = new TheoryData<string, string>();
        foreach (var name in Names)
        {
            foreach (var field in fields)
            {
                rows.Add(name ?? "anonymous", field);
            }
        }

        return rows;
    }

    static string? NameOf(string principal) => principal == "anonymous" ? null : principal;

    static Guid? HomeOf(string principal) =>
        principal == "analyst-elsewhere" ? RowIds.Center(1) : Home.Contains(principal) ? First : null;

    static Guid PersonOf(string principal) =>
        NamedStaff.All.FirstOrDefault(staff => staff.Subject == principal) is { } staff
            ? RowIds.Of(RowKind.Person, staff.Index)
            : NamedPartner.All.Any(partner => partner.Subject == principal) ? NamedPartner.IdOf(principal) : Guid.Empty;

    static bool IsOnTeam(string principal, IEnumerable<ProductVersion> versions)
    {
        var person = PersonOf(principal);
        return versions.Any(version => HomeOf(principal) == version.OriginatorId
            && (principal is "supervisor" or "director"
                || version.Authors.Any(author => author.PersonId == person)
                || version.PrivacyReviews.Any(review => review.ReviewerId == person)));
    }

    List<ProductVersion> Versions()
    {
        using var context = host.Module.AccessDatabase.CreateContext();
        return
        [
            .. context.Set<ProductVersion>().AsNoTracking().AsSplitQuery()
                .Include(version => version.Portions)
                .Include(version => version.Authors)
                .Include(version => version.PrivacyReviews),
        ];
    }

    async Task<Dictionary<Guid, int>> ShownPortionsAsync(string principal) =>
        (await ValuesAsync(NameOf(principal), "portions { key }"))
            .ToDictionary(pair => pair.Version.Id, pair => pair.Value.GetArrayLength());

    /// <summary>The value of a field of the current version of each product the principal sees.</summary>
    async Task<List<(ProductVersion Version, JsonElement Value)>> ValuesAsync(string? name, string field)
    {
        var versions = Versions().ToDictionary(version => version.Id);
        var response = await host.ExecuteAsync(
            name, $"{{ feed(first: 50) {{ nodes {{ currentVersion {{ id {field} }} }} }} }}");
        return
        [
            .. Nodes(response.GetProperty("data"), "feed")
                .Select(row => row.Node.GetProperty("currentVersion"))
                .Select(version => (versions[IdOf(version)], version.GetProperty(field.Split(' ')[0]))),
        ];
    }

    async Task AssertReadableAsync(string principal, string field, Func<ProductVersion, bool> isReadable)
    {
        var versions = Versions().ToDictionary(version => version.Id);
        await AssertReadableAsync(
            principal,
            $"{{ it: feed(first: 50) {{ nodes {{ currentVersion {{ id {field} }} }} }} }}",
            ["currentVersion", field.Split(' ')[0]],
            id => isReadable(versions[id]));
    }

    async Task AssertReadableAsync(string principal, string document, string[] path, Func<Guid, bool> isReadable)
    {
        var response = await host.ExecuteAsync(NameOf(principal), document);
        var errors = Errors(response);
        foreach (var (node, i) in Nodes(response.GetProperty("data"), "it"))
        {
            var row = path.SkipLast(1).Aggregate(node, (at, name) => at.GetProperty(name));
            var isRefused = errors.Contains(FormattableString.Invariant($"it.nodes.{i}.{string.Join('.', path)}"));
            Assert.Equal(isReadable(IdOf(row)), !isRefused);
            Assert.True(!isRefused || row.GetProperty(path[^1]).ValueKind == JsonValueKind.Null);
        }

        var code = principal == "anonymous" ? "AUTH_NOT_AUTHENTICATED" : "AUTH_NOT_AUTHORIZED";
        Assert.All(
            response.TryGetProperty("errors", out var list) ? list.EnumerateArray().ToList() : [],
            error => Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString()));
    }

    async Task<string> HiddenPhraseAsync(string name)
    {
        var shown = await ShownPortionsAsync(name);
        var seen = (await ValuesAsync(name, "portions { text }"))
            .SelectMany(pair => pair.Value.EnumerateArray().Select(portion => portion.GetProperty("text").GetString()!))
            .ToHashSet();
        return Versions()
            .Where(version => version.OriginatorId == First && shown.TryGetValue(version.Id, out var count)
                && count < version.Portions.Count)
            .SelectMany(version => version.Portions)
            .Select(portion => portion.Text)
            .First(text => !seen.Any(other => other.Contains(text, StringComparison.Ordinal))
                && !text.Contains('"', StringComparison.Ordinal)
                && text.Length <= SearchText.MaxLength - 2
                && text.Split(' ').Length <= SearchText.MaxPhraseWords / 2);
    }

    async Task<int> CountAsync(string? name, string field) =>
        (await host.DataAsync(name, $"{{ it: {field} {{ totalCount }} }}"))
            .GetProperty("it").GetProperty("totalCount").GetInt32();

    /// <summary>The code of a request that is refused before any of it runs.</summary>
    async Task<string?> RefusalAsync(string? name, string field)
    {
        var response = await host.ExecuteAsync(name, $"{{ it: {field} {{ totalCount }} }}");
        Assert.False(response.TryGetProperty("data", out _));
        Assert.Empty(host.Sql.Statements);
        return response.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
    }

    static IEnumerable<(JsonElement Node, int Index)> Nodes(JsonElement parent, string field) =>
        parent.GetProperty(field).GetProperty("nodes").EnumerateArray().Select((node, i) => (node, i));

    static Guid IdOf(JsonElement row) =>
        Data.Bindings.NodeIds.TryParse(row.GetProperty("id").GetString()!, out _, out var key) ? key : Guid.Empty;

    static HashSet<string> Errors(JsonElement response) =>
        response.TryGetProperty("errors", out var list)
            ? list.EnumerateArray().Select(e => string.Join('.', e.GetProperty("path").EnumerateArray())).ToHashSet()
            : [];
}

public sealed class SqliteFieldRulesTests(SqliteHost host) : FieldRulesTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresFieldRulesTests(PostgresHost host) : FieldRulesTests(host), IClassFixture<PostgresHost>;
