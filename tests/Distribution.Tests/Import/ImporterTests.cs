using System.Text;
using System.Text.Json.Nodes;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Import;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Reference;
using GraphApi.Distribution.Tests.Demonstration;
using GraphApi.Harness;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Import;

public sealed class ImporterTests
{
    static readonly string[] Examples = ["centers", "organizations", "lists", "products"];

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_examples_of_the_documentation_are_imported_and_a_second_time_unchanged(bool postgres)
    {
        await using var scratch = await CreateAsync(postgres);
        await using var context = scratch.Open();

        var added = new SortedDictionary<string, long>();
        foreach (var example in Examples)
        {
            var result = await ImportFileAsync(context, example);
            Assert.Equal([], result.Problems.Select(problem => problem.ToString()));
            Assert.True(result.IsImported);
            foreach (var (kind, count) in result.Added)
            {
                added[kind] = added.GetValueOrDefault(kind) + count;
            }
        }

        Assert.Equal(
            "center 1, list 2, organization 2, person 5, product 2",
            string.Join(", ", added.Select(pair => $"{pair.Key} {pair.Value}")));
        Assert.Equal(4, await context.Set<ListMembership>().CountAsync(Cancellation));

        var rights = await context.Set<Entitlement>()
            .Select(right => new { right.Kind, right.Product.ExternalReference, right.IsCurrent, right.Requires })
            .ToListAsync(Cancellation);
        Assert.Equal(
            [
                "2026-0412 Home True 0", "2026-0412 List True 1", "2026-0413 Home True 0", "2026-0413 List True 0",
                "2026-0413 Public True 0",
            ],
            rights.Select(r =>
                $"{r.ExternalReference} {r.Kind} {r.IsCurrent} {r.Requires & ~TypeRequirements.All}").Order());

        foreach (var example in Examples)
        {
            var again = await ImportFileAsync(context, example);
            Assert.Equal(
                (true, 0, File.ReadLines(PathOf(example)).LongCount()),
                (again.IsImported, again.Added.Count, again.Unchanged));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_shown_to_few_is_imported_as_closely_held_as_its_portion(bool postgres)
    {
        await using var scratch = await CreateAsync(postgres);
        await using var context = scratch.Open();
        foreach (var example in Examples)
        {
            await ImportFileAsync(context, example);
        }

        var source = await context.Set<SourceReference>().Include(s => s.Portion).SingleAsync(Cancellation);
        Assert.Equal(
            ("Report 17 (synthetic)", true, source.Portion!.Requires, source.Portion.VersionId),
            (source.Citation, source.IsIdentified, source.Requires, source.VersionId));
        Assert.Equal(
            [(true, "Ask the utility again in spring (synthetic).", true), (false, null, true)],
            (await context.Set<ProductVersion>().Include(v => v.Portions).ToListAsync(Cancellation))
                .OrderByDescending(v => v.DisclosesWithholding)
                .Select(v => (
                    v.DisclosesWithholding,
                    v.AnalystNotes,
                    v.RequiresThroughout == v.Portions.Aggregate(0L, (all, portion) => all | portion.Requires))));
        Assert.Equal(
            ["e***@example.org", "e***@example.org"],
            await context.Set<ContactPoint>().Select(contact => contact.MaskedValue).ToListAsync(Cancellation));
        var questionnaire = await context.Set<PartnerQuestionnaire>()
            .Include(answers => answers.Organization)
            .SingleAsync(Cancellation);
        Assert.Equal(
            ("ORG-001", LiaisonDesignation.Willing, true, "Threats to water systems (synthetic)."),
            (
                questionnaire.Organization.ExternalReference,
                questionnaire.LiaisonDesignated,
                questionnaire.PersonnelTrained,
                questionnaire.InformationWanted));
        var center = await context.Set<FusionCenter>().SingleAsync(Cancellation);
        Assert.Equal(
            new PrivacyPolicy("Privacy Policy (synthetic)", "2.1", new DateOnly(2025, 3, 1), null),
            PrivacyPolicy.Of(center));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_with_one_bad_line_leaves_nothing_behind(bool postgres)
    {
        await using var scratch = await CreateAsync(postgres);
        await using var context = scratch.Open();
        var good = File.ReadAllText(PathOf("centers"));

        var result = await ImportAsync(context, good + "{\"kind\":\"person\",\"subject\":\"x\",\"roles\":[]}\n");

        Assert.False(result.IsImported);
        Assert.Empty(result.Added);
        Assert.Equal(
            [
                "t.jsonl:5: displayName: is missing",
                "t.jsonl:5: organization: is missing, and so are roles: a person belongs to one or has the others",
            ],
            result.Problems.Select(problem => problem.ToString()));
        Assert.Equal(0, await context.Set<Person>().CountAsync(Cancellation));
        Assert.Equal(0, await context.Set<ImportRecord>().CountAsync(Cancellation));
    }

    [Fact]
    public async Task Content_that_changed_is_refused_and_blanks_and_order_do_not_count_as_change()
    {
        await using var scratch = await CreateAsync(postgres: false);
        await using var context = scratch.Open();
        await ImportFileAsync(context, "centers");
        var line = JsonNode.Parse(File.ReadLines(PathOf("centers")).First())!.AsObject();
        var reordered = new JsonObject(
            line.Reverse().Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));

        var same = await ImportAsync(context, "  " + reordered.ToJsonString() + "\n\n");
        Assert.Equal((true, 1L), (same.IsImported, same.Unchanged));

        line["name"] = "Another name";
        var changed = await ImportAsync(context, line.ToJsonString());
        Assert.Equal(
            ["t.jsonl:1: was imported before with other content; an import adds and never changes"],
            changed.Problems.Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData("no json", "t.jsonl:1: is not JSON, from byte 2 on")]
    [InlineData("[]", "t.jsonl:1: is not a JSON object")]
    [InlineData("""{"kind":"dog"}""", "t.jsonl:1: kind: is to be one of center, organization, person, list, product")]
    [InlineData("""{"a":1}""", "t.jsonl:1: kind: is missing")]
    [InlineData(
        """{"kind":"person","subject":"s","displayName":"d","organization":"nobody","colour":"red"}""",
        "t.jsonl:1: colour: is not a field of this kind",
        "t.jsonl:1: organization: names no organization of the database or of an earlier line")]
    [InlineData(
        """{"kind":"person","subject":" s","displayName":7,"title":"a\u0007b", """
            + """ "roles":[{"role":"KING","center":"EX-77"}]}""",
        "t.jsonl:1: subject: begins or ends with a blank",
        "t.jsonl:1: displayName: is to be a text",
        "t.jsonl:1: title: has control characters",
        "t.jsonl:1: roles[0].role: is to be one of PARTNER_USER, ANALYST, SUPERVISOR, CENTER_DIRECTOR, PCRCL_OFFICER, "
            + "LIAISON_OFFICER, LIST_MANAGER, SME, ADMINISTRATOR, AUDITOR, SECURITY_LIAISON, LEGAL_COUNSEL",
        "t.jsonl:1: roles[0].center: names no center of the database or of an earlier line")]
    [InlineData(
        """{"kind":"person","subject":"s","displayName":"d", """
            + """ "roles":[{"role":"AUDITOR","center":"EX-77"},{"role":"ADMINISTRATOR","center":"EX-77"}]}""",
        "t.jsonl:1: roles[0].role: is of the whole network, not of a center, and cannot be imported",
        "t.jsonl:1: roles[1].role: is of the whole network, not of a center, and cannot be imported",
        "t.jsonl:1: roles[0].center: names no center of the database or of an earlier line",
        "t.jsonl:1: roles[1].center: names no center of the database or of an earlier line")]
    [InlineData(
        """{"kind":"organization","ref":"r","legalName":"n","organizationKind":"BUSINESS","governmentLevel":"NONE", """
            + """ "status":"ACTIVE","sectors":["WATER"], """
            + """ "agreements":[{"center":"c","kind":"MOU","effectiveOn":"2026-02-30"}]}""",
        "t.jsonl:1: sectors[0]: is not the code of a sector",
        "t.jsonl:1: agreements[0].effectiveOn: is to be a date such as 2026-11-22",
        "t.jsonl:1: agreements[0].center: names no center of the database or of an earlier line")]
    public async Task A_bad_line_is_named_with_each_of_its_reasons(string line, params string[] problems)
    {
        await using var scratch = await CreateAsync(postgres: false);
        await using var context = scratch.Open();

        var result = await ImportAsync(context, line);

        Assert.Equal(problems, result.Problems.Select(problem => problem.ToString()));
        Assert.False(result.IsImported);
    }

    [Theory]
    [InlineData("privacyReview", null, "privacyReview: is missing: a published product needs a concurring review")]
    [InlineData(
        "privacyReview.reviewer", "\"example-analyst\"",
        "privacyReview.reviewer: is the author: somebody else is to have reviewed")]
    [InlineData(
        "privacyReview.outcome", "\"NONCONCUR\"",
        "privacyReview.outcome: is no concurrence: the product may not be published")]
    [InlineData(
        "privacyReview.signedAt", "\"2026-11-05T00:00:00Z\"", "privacyReview.signedAt: is after publishedAt")]
    [InlineData("releasedBy", "\"example-analyst\"", "releasedBy: is the author: somebody else is to have released it")]
    [InlineData("publishedAt", "\"2026-11-02T15:00:00\"",
        "publishedAt: is to be a date and time with offset such as 2026-11-22T14:00:00Z")]
    [InlineData("validUntil", "\"2026-11-01T00:00:00Z\"", "validUntil: is not after publishedAt")]
    [InlineData("lists", "[]", "lists: is empty, and so is recipients: a product is published to somebody")]
    [InlineData("lists", "[\"nothing\"]", "lists[0]: names no list of the database or of an earlier line")]
    [InlineData("lists", "[\"everybody\"]", "lists[0]: may carry up to GREEN, and a portion is AMBER")]
    [InlineData("lists", "[\"everybody\"]", "lists[0]: may not carry PCII, and a portion does")]
    [InlineData("publicReleaseApproved", "true",
        "publicReleaseApproved: is for products that are TLP:CLEAR throughout and no exercise")]
    [InlineData("portions", "[]",
        "portions: is to have one portion of the kind TITLE and one of the kind SUMMARY")]
    public async Task A_product_that_may_not_be_published_is_refused(string field, string? value, string problem)
    {
        await using var scratch = await CreateAsync(postgres: false);
        await using var context = scratch.Open();
        foreach (var example in Examples[..3])
        {
            await ImportFileAsync(context, example);
        }

        var product = JsonNode.Parse(File.ReadLines(PathOf("products")).First())!;
        var path = field.Split('.');
        var parent = path.Length == 1 ? product.AsObject() : product[path[0]]!.AsObject();
        parent[path[^1]] = value is null ? null : JsonNode.Parse(value);

        var result = await ImportAsync(context, product.ToJsonString());

        Assert.Contains($"t.jsonl:1: {problem}", result.Problems.Select(found => found.ToString()));
        Assert.Equal(0, await context.Set<Product>().CountAsync(Cancellation));
    }

    [Fact]
    public async Task A_portion_may_not_let_in_readers_whom_the_title_keeps_out()
    {
        await using var scratch = await CreateAsync(postgres: false);
        await using var context = scratch.Open();
        var product = JsonNode.Parse(File.ReadLines(PathOf("products")).First())!;
        product["portions"]![0]!["marking"] = JsonNode.Parse("""{"tlp":"GREEN","sensitivities":["LES"]}""");

        var result = await ImportAsync(context, product.ToJsonString());

        Assert.Equal(
            Enumerable.Range(1, 4).Select(i =>
                $"t.jsonl:1: portions[{i}].marking: lets in readers whom the title's marking keeps out"),
            result.Problems.Select(problem => problem.ToString()).Where(text => text.Contains("lets in")));
    }

    [Fact]
    public async Task A_hundred_problems_are_kept_and_all_are_counted()
    {
        await using var scratch = await CreateAsync(postgres: false);
        await using var context = scratch.Open();

        var result = await ImportAsync(context, string.Concat(Enumerable.Repeat("[]\n", 2_500)));

        Assert.Equal((100, 2_500L), (result.Problems.Count, result.ProblemCount));
    }

    [Fact]
    public async Task The_same_reference_twice_in_a_file_and_what_is_no_UTF8_are_refused()
    {
        await using var scratch = await CreateAsync(postgres: false);
        await using var context = scratch.Open();
        var line = File.ReadLines(PathOf("centers")).First();

        var twice = await ImportAsync(context, line + "\n" + line);
        Assert.Equal(
            ["t.jsonl:2: is in the file twice, first in line 1"],
            twice.Problems.Select(problem => problem.ToString()));

        var importer = new Importer(context, new FixedTime(), null);
        using var broken = new MemoryStream([.. Encoding.UTF8.GetBytes(line), (byte)'\n', 0xFF, 0xFE]);
        var result = await importer.ImportAsync("t.jsonl", broken, Cancellation);
        Assert.False(result.IsImported);
        Assert.EndsWith("is not UTF-8; the rest of the file was not read", result.Problems.Single().ToString());
    }

    static async Task<ScratchDatabase> CreateAsync(bool postgres)
    {
        var scratch = await ScratchDatabase.CreateAsync(postgres);
        await using var context = scratch.Open();
        await ReferenceLoader.EnsureAsync(context, Cancellation);
        return scratch;
    }

    static string PathOf(string example) => Repository.PathOf("docs", "import", example + ".jsonl");

    static Task<ImportResult> ImportFileAsync(AccessContext context, string example) =>
        new Importer(context, new FixedTime(), null).ImportAsync(PathOf(example), Cancellation);

    static Task<ImportResult> ImportAsync(AccessContext context, string text) =>
        new Importer(context, new FixedTime(), null)
            .ImportAsync("t.jsonl", new MemoryStream(Encoding.UTF8.GetBytes(text)), Cancellation);
}
