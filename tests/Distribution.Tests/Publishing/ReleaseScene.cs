using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Publishing;

/// <summary>
/// What tests of releases do over and over: make a version that may be released, release it, look who has it.
/// </summary>
sealed class ReleaseScene(DistributionHost host)
{
    public const string Reason = "A synthetic reason, long enough to be kept on record.";

    public const string Supervisor = "supervisor, stepped up";
    public const string Director = "director, stepped up";

    // Places of the first center's lists in the smallest set.
    public const int AllPartners = 0;
    public const int LawEnforcement = 1;
    public const int Healthcare = 2;
    public const int Water = 3;

    const string Fields = """
        productVersion {
          id state revision publishedAt validFrom validUntil releaseAt privacyReviewedOn isEmergencyRelease
          product { id state publicNumber publishedAt validUntil currentVersion { id } }
          emergencyRequest { reason expiresAt }
        }
        errors { __typename ... on Error { message } $audience }
        """;

    const string AudienceFields = "... on AudienceError { list { id } person { id } }";

    static int _made;

    public static Guid Author { get; } = Staff.Of(0, Staff.Analyst);

    public static Guid ListId(int place) => RowIds.List(0, place);

    public static string IdOf(Guid version) => NodeIds.Format(nameof(ProductVersion), version);

    /// <summary>A version of a new product, or of the given one, that a privacy review has concurred with.</summary>
    public async Task<ProductVersion> AddAsync(
        Guid[]? lists = null,
        Guid[]? people = null,
        Guid[]? organizations = null,
        PortionMarking? marking = null,
        PortionMarking? body = null,
        ProductType type = ProductType.Bulletin,
        VersionState state = VersionState.Approved,
        Guid? product = null,
        DateTime? validUntil = null,
        Guid? author = null,
        Guid? reviewer = null,
        string? notes = null)
    {
        var now = host.Clock.GetUtcNow().UtcDateTime;
        await using var context = host.Module.AccessDatabase.CreateContext();
        var made = Interlocked.Increment(ref _made);
        var center = RowIds.Center(0);
        var existing = product is { } known
            ? await context.Set<Product>().SingleAsync(row => row.Id == known) : null;
        var number = existing is null ? 1
            : await context.Set<ProductVersion>().Where(v => v.ProductId == existing.Id).MaxAsync(v => v.Number) + 1;
        var row = existing ?? new Product
        {
            Id = Guid.NewGuid(),
            Type = type,
            OriginatorId = center,
            State = ProductState.InPreparation,
            Urgency = Urgency.Priority,
            HazardScopes = [],
            CreatedAt = now,
            UpdatedAt = now,
        };
        var id = Guid.NewGuid();
        marking ??= PortionMarking.Plain(Tlp.Green);
        Portion[] portions =
        [
            PortionOf(id, 0, PortionKind.Title, $"Synthetic title {made}", marking, now),
            PortionOf(id, 1, PortionKind.Summary, $"Synthetic summary {made}", marking, now),
            PortionOf(id, 2, PortionKind.Body, $"Synthetic body {made}", body ?? marking, now),
        ];
        var version = new ProductVersion
        {
            Id = id,
            ProductId = row.Id,
            OriginatorId = center,
            Number = number,
            State = VersionState.Draft,
            ChangeKind = ChangeKind.Initial,
            Urgency = Urgency.Priority,
            IntendedUses = [],
            AnalystNotes = notes,
            ValidUntil = validUntil,
            ContentHash = ContentDigest.Of(portions),
            Requires = portions[0].Requires,
            RequiresThroughout = portions.Aggregate(0L, (all, portion) => all | portion.Requires),
            SubmittedAt = state == VersionState.Draft ? null : now,
            CreatedAt = now,
            UpdatedAt = now,
        };
        if (existing is null)
        {
            context.Add(row);
        }

        context.AddRange([version, .. portions]);
        context.Add(new VersionAuthor { VersionId = id, PersonId = author ?? Author, OriginatorId = center });
        context.AddRange((lists ?? [ListId(AllPartners)]).Select(list =>
            new VersionList { VersionId = id, ListId = list }));
        context.AddRange((people ?? []).Select(person =>
            new VersionRecipient { Id = Guid.NewGuid(), VersionId = id, PersonId = person }));
        context.AddRange((organizations ?? []).Select(organization =>
            new VersionRecipient { Id = Guid.NewGuid(), VersionId = id, OrganizationId = organization }));
        context.AddRange(EntitlementRules.OfDraft(row, version, [author ?? Author]));
        await context.SaveChangesAsync();
        await context.Set<ProductVersion>().Where(v => v.Id == id).ExecuteUpdateAsync(update => update
            .SetProperty(v => v.State, state)
            .SetProperty(v => v.TitlePortionId, portions[0].Id)
            .SetProperty(v => v.SummaryPortionId, portions[1].Id));
        if (state is VersionState.Approved or VersionState.Scheduled)
        {
            // Last: what was reviewed does not change any more.
            context.Add(ReviewOf(id, reviewer ?? Staff.Of(0, Staff.PrivacyOfficer), now));
            await context.SaveChangesAsync();
        }

        return version;
    }

    /// <summary>A step; its payload.</summary>
    public async Task<JsonElement> StepAsync(
        string who, string mutation, Guid version, int? revision = null, object? more = null, string reason = Reason)
    {
        var name = char.ToUpperInvariant(mutation[0]) + mutation[1..];
        var input = new Dictionary<string, object?>
        {
            ["id"] = IdOf(version),
            ["revision"] = revision ?? (await FindAsync(version)).Revision,
            ["reason"] = reason,
        };
        var fields = Fields.Replace(
            "$audience",
            mutation is "approve" or "requestChanges" or "reopen" or "cancel" ? "" : AudienceFields,
            StringComparison.Ordinal);
        foreach (var property in more?.GetType().GetProperties() ?? [])
        {
            input[property.Name] = property.GetValue(more);
        }

        var data = await host.DataAsync(
            who,
            $$"""
            mutation($input: {{name}}Input!) { {{mutation}}(input: $input) { {{fields}} } }
            """,
            new { input });
        return data.GetProperty(mutation);
    }

    /// <summary>A step that is taken; what it led to.</summary>
    public async Task<JsonElement> DoneAsync(
        string who, string mutation, Guid version, int? revision = null, object? more = null)
    {
        var payload = await StepAsync(who, mutation, version, revision, more);
        Assert.Equal("null", payload.GetProperty("errors").GetRawText());
        return payload.GetProperty("productVersion");
    }

    /// <summary>A step that is refused; the types and messages, in order.</summary>
    public async Task<string> RefusedAsync(
        string who, string mutation, Guid version, int? revision = null, object? more = null, string reason = Reason)
    {
        var payload = await StepAsync(who, mutation, version, revision, more, reason);
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("productVersion").ValueKind);
        return string.Join('\n', payload.GetProperty("errors").EnumerateArray().Select(error =>
            $"{error.GetProperty("__typename").GetString()}: {error.GetProperty("message").GetString()}"));
    }

    public async Task<ProductVersion> FindAsync(Guid version)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<ProductVersion>().SingleAsync(row => row.Id == version);
    }

    /// <summary>What somebody reads of a product's title; null: he does not see the product.</summary>
    public async Task<string?> TitleAsync(string? who, Guid product)
    {
        var data = await host.DataAsync(
            who,
            "query($id: ID!) { product(id: $id) { currentVersion { title { text } } } }",
            new { id = NodeIds.Format(nameof(Product), product) });
        return data.GetProperty("product") is { ValueKind: JsonValueKind.Object } found
            && found.GetProperty("currentVersion") is { ValueKind: JsonValueKind.Object } version
            ? version.GetProperty("title").GetProperty("text").GetString() : null;
    }

    public async Task<List<TRow>> RowsAsync<TRow>(Func<IQueryable<TRow>, IQueryable<TRow>> choose)
        where TRow : class
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await choose(context.Set<TRow>()).ToListAsync();
    }

    /// <summary>Changes rows as an operator would, and back afterwards.</summary>
    public async Task WithListAsync(int place, Action<DistributionListSettings> change, Func<Task> run)
    {
        var id = ListId(place);
        var before = Assert.Single(await RowsAsync<DistributionList>(lists => lists.Where(list => list.Id == id)));
        var settings = new DistributionListSettings
        {
            State = before.State,
            TlpCeiling = before.TlpCeiling,
            ProductTypes = before.ProductTypes,
        };
        change(settings);
        await SetAsync(settings);
        try
        {
            await run();
        }
        finally
        {
            await SetAsync(new DistributionListSettings
            {
                State = before.State,
                TlpCeiling = before.TlpCeiling,
                ProductTypes = before.ProductTypes,
            });
        }

        async Task SetAsync(DistributionListSettings to)
        {
            await using var context = host.Module.AccessDatabase.CreateContext();
            await context.Set<DistributionList>().Where(list => list.Id == id).ExecuteUpdateAsync(row => row
                .SetProperty(list => list.State, to.State)
                .SetProperty(list => list.TlpCeiling, to.TlpCeiling)
                .SetProperty(list => list.ProductTypes, to.ProductTypes));
        }
    }

    static Portion PortionOf(
        Guid version, int ordinal, PortionKind kind, string text, PortionMarking marking, DateTime now) => new()
        {
            Id = Guid.NewGuid(),
            VersionId = version,
            OriginatorId = RowIds.Center(0),
            Ordinal = ordinal,
            Key = $"portion-{ordinal}",
            Kind = kind,
            Text = text,
            Tlp = marking.Tlp,
            CuiBasic = marking.CuiBasic,
            CuiSpecified = marking.CuiSpecified,
            DisseminationControls = marking.DisseminationControls,
            ReleasableTo = marking.ReleasableTo,
            Sensitivities = marking.Sensitivities,
            LegacyMarkings = marking.LegacyMarkings,
            OriginatorControl = marking.OriginatorControl,
            DesignatedBy = marking.DesignatedBy,
            Purposes = marking.Purposes,
            Requires = (long)MarkingRequirements.Of(marking),
            CreatedAt = now,
            UpdatedAt = now,
        };

    static PrivacyReview ReviewOf(Guid version, Guid reviewer, DateTime now) => new()
    {
        Id = Guid.NewGuid(),
        VersionId = version,
        OriginatorId = RowIds.Center(0),
        Kind = PrivacyReviewKind.Standard,
        State = PrivacyReviewState.Completed,
        Checklist = ReviewChecklist.Current.Version,
        RequestedById = Author,
        RequestedAt = now,
        ReviewerId = reviewer,
        DueAt = now.AddDays(3),
        Outcome = ReviewOutcome.Concur,
        SignedAt = now,
        CreatedAt = now,
        UpdatedAt = now,
    };
}

/// <summary>What a test changes of a list.</summary>
#pragma warning disable MA0048 // belongs to the scene
sealed class DistributionListSettings
#pragma warning restore MA0048
{
    public DistributionListState State { get; set; }

    public Tlp TlpCeiling { get; set; }

    public ProductType[] ProductTypes { get; set; } = [];
}
