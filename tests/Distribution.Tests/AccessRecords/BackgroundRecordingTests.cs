using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.AccessRecords;

/// <summary>
/// What stands behind a version and how people are reached leaves a record each time somebody else reads it, public or
/// not.
/// </summary>
public abstract class BackgroundRecordingTests(DistributionHost host)
{
    const string Version = "query($id: ID!) { product(id: $id) { currentVersion { # } } }";

    const string People = "{ organizations(first: 50) { nodes { people(first: 50) { nodes { # } } } } }";

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("analystNotes")]
    [InlineData("sourceReferences { citation }")]
    [InlineData("sourceReferences { originator }")]
    [InlineData("privacyReviews { rationale }")]
    [InlineData("privacyReviews { notes }")]
    [InlineData("privacyReviews { findings { requiredAction } }")]
    [InlineData("privacyReviews { findings { resolution } }")]
    [InlineData("again: analystNotes sourceReferences { citation originator kind } privacyReviews { notes rationale }")]
    public async Task What_stands_behind_a_public_version_leaves_one_record_of_it(string fields)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var version = await context.Set<ProductVersion>()
            .Where(v => v.Product.CurrentVersionId == v.Id && v.Originator.ShortName == "EFC-01"
                && v.Entitlements.Any(right => right.Kind == EntitlementKind.Public)
                && v.SourceReferences.Any() && v.PrivacyReviews.Any())
            .OrderBy(v => v.Id)
            .FirstAsync(Cancellation);
        await EnsureFindingAsync(context, version.Id);
        var before = await CountAsync();

        await host.DataAsync(
            "supervisor",
            Version.Replace("#", fields, StringComparison.Ordinal),
            new { id = NodeIds.Format(nameof(Product), version.ProductId) });

        var record = Assert.Single(await SinceAsync(before));
        Assert.Equal(
            (AccessRecordKind.BackgroundRead, (Guid?)version.Id, (Guid?)version.OriginatorId, (Guid?)null, true,
                (AccessBasis?)AccessBasis.Home),
            (record.Kind, record.VersionId, record.OriginatorId, record.SubjectId, record.Portions is null,
                record.Basis));
    }

    [Fact]
    public async Task What_is_refused_leaves_no_record()
    {
        var before = await CountAsync();

        await host.ExecuteAsync(
            "partner-hospital",
            "{ feed(first: 5) { nodes { onBehalfOf { id } currentVersion { analystNotes } } } }");

        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task For_whom_a_product_was_made_is_recorded_with_the_product_and_its_current_version()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var product = await context.Set<Product>()
            .Where(p => p.Originator.ShortName == "EFC-01" && p.CurrentVersionId != null && p.OnBehalfOfId != null)
            .OrderBy(p => p.Id)
            .FirstAsync(Cancellation);
        var before = await CountAsync();

        await host.DataAsync(
            "supervisor",
            "query($id: ID!) { product(id: $id) { onBehalfOf { displayName } } }",
            new { id = NodeIds.Format(nameof(Product), product.Id) });

        var record = Assert.Single(await SinceAsync(before));
        Assert.Equal(
            (AccessRecordKind.BackgroundRead, product.CurrentVersionId, (Guid?)product.Id, (Guid?)product.OriginatorId),
            (record.Kind, record.VersionId, record.SubjectId, record.OriginatorId));
    }

    [Fact]
    public async Task A_contact_that_is_shown_unmasked_to_somebody_else_is_recorded_with_the_person()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var before = await CountAsync();

        var data = await host.DataAsync(
            "privacy-officer",
            People.Replace("#", "id contactPoints { value isMasked }", StringComparison.Ordinal));

        var shown = data.GetProperty("organizations").GetProperty("nodes").EnumerateArray()
            .SelectMany(organization => organization.GetProperty("people").GetProperty("nodes").EnumerateArray())
            .Where(person => person.GetProperty("contactPoints").EnumerateArray()
                .Any(contact => !contact.GetProperty("isMasked").GetBoolean()))
            .Select(person => (Guid?)NodeIds.KeyOf(person.GetProperty("id").GetString()!, nameof(Person))!.Value)
            .ToHashSet();
        var records = await SinceAsync(before);
        Assert.NotEmpty(shown);
        Assert.Equal(
            shown.Order(),
            records.Select(record => record.SubjectId).Order());
        Assert.Equal(
            [(AccessRecordKind.ContactRead, null, null)],
            records.Select(record => (record.Kind, record.VersionId, record.Basis)).Distinct());
    }

    [Theory]
    [InlineData("analyst", "contactPoints { value }")]
    [InlineData("partner-hospital", "contactPoints { value }")]
    [InlineData("privacy-officer", "contactPoints { kind }")]
    public async Task A_masked_contact_an_own_one_and_none_leave_no_record_of_others(string principal, string fields)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var officers = await context.Set<Distribution.Centers.CenterOfficer>()
            .Select(officer => officer.PersonId).ToListAsync(Cancellation);
        var before = await CountAsync();

        await host.DataAsync(principal, People.Replace("#", fields, StringComparison.Ordinal));

        // Officers are shown to all staff.
        Assert.DoesNotContain(await SinceAsync(before), record => !officers.Contains(record.SubjectId!.Value));
    }

    static async Task EnsureFindingAsync(AccessContext context, Guid versionId)
    {
        var review = await context.Set<PrivacyReview>().OrderBy(r => r.Id)
            .FirstAsync(r => r.VersionId == versionId, Cancellation);
        if (!await context.Set<PrivacyFinding>().AnyAsync(finding => finding.ReviewId == review.Id, Cancellation))
        {
            context.Add(new PrivacyFinding
            {
                Id = Guid.NewGuid(),
                ReviewId = review.Id,
                OriginatorId = review.OriginatorId,
                Category = FindingCategory.DataQuality,
                Severity = FindingSeverity.Minor,
                RequiredAction = "Shorten the name (synthetic).",
                CreatedAt = review.CreatedAt,
                UpdatedAt = review.UpdatedAt,
            });
            await context.SaveChangesAsync(Cancellation);
        }
    }

    async Task<int> CountAsync()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<AccessRecord>().CountAsync(Cancellation);
    }

    async Task<List<AccessRecord>> SinceAsync(int before)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<AccessRecord>().OrderBy(record => record.Sequence).Skip(before)
            .ToListAsync(Cancellation);
    }

    public sealed class OnSqlite(SqliteHost host) : BackgroundRecordingTests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgreSql(PostgresHost host) : BackgroundRecordingTests(host), IClassFixture<PostgresHost>;
}
