using System.Diagnostics;
using System.Globalization;
using GraphApi.Data.Bindings;
using GraphApi.Data.UseCases;
using GraphApi.Distribution;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Publishing;
using GraphApi.Distribution.Recalls;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GraphApi.Benchmarks;

/// <summary>
/// What it takes to publish to ever more recipients, and to recall it from them: each a whole use case, ledger, responses
/// and commit included, on a database of its own that is made on the configured server and dropped again.
/// </summary>
static class PublishCost
{
    const int Rounds = 5;

    static readonly int[] Sizes = [100, 10_000, 40_000];

    /// <summary>Runs it on the PostgreSQL of <paramref name="connectionString"/>.</summary>
    public static async Task RunAsync(string connectionString)
    {
        var name = $"bench_publish_{Environment.ProcessId}";
        await ExecuteAsync(connectionString, $"CREATE DATABASE {name}");
        try
        {
            var own = new NpgsqlConnectionStringBuilder(connectionString) { Database = name };
            await MeasureAsync(own.ConnectionString);
        }
        finally
        {
            await ExecuteAsync(connectionString, $"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    static async Task MeasureAsync(string connectionString)
    {
        var options = new DistributionOptions { ConnectionString = connectionString, CursorKeys = [new byte[32]] };
        await using var module = DistributionModule.Create(options);
        await module.MigrateAsync(CancellationToken.None);
        await module.SeedAsync(SeedSize.S, replace: false, progress: null, CancellationToken.None);
        Console.WriteLine("recipients               median ms    worst ms   us a recipient");
        foreach (var size in Sizes)
        {
            var list = await AddListAsync(module, size);
            var (published, recalled, left) = (new List<double>(), new List<double>(), new List<double>());
            var read = new List<double>();
            // The first round prepares statements and is not counted.
            for (var round = 0; round <= Rounds; round++)
            {
                var version = await AddVersionAsync(module, list);
                published.Add(await TimeAsync(module, options, (work, stop) => PublishAsync(work, version, stop)));
                recalled.Add(await TimeAsync(module, options, (work, stop) => RecallAsync(work, version, stop)));
                // The same from whom it was delivered to and who have lost their membership since.
                version = await AddVersionAsync(module, list);
                await TimeAsync(module, options, (work, stop) => PublishAsync(work, version, stop));
                await SetMembersAsync(module, list, "Removed");
                left.Add(await TimeAsync(module, options, (work, stop) => RecallAsync(work, version, stop)));
                await SetMembersAsync(module, list, "Active");
                // And from whom it was delivered to and who all read it.
                version = await AddVersionAsync(module, list);
                await TimeAsync(module, options, (work, stop) => PublishAsync(work, version, stop));
                await ReadAsync(module, version);
                read.Add(await TimeAsync(module, options, (work, stop) => RecallAsync(work, version, stop)));
            }

            Write("publish", size, published);
            Write("recall", size, recalled);
            Write("recall, all left", size, left);
            Write("recall, all read", size, read);
        }
    }

    static void Write(string what, int size, List<double> times)
    {
        var counted = times.Skip(1).Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{size,10:N0}  {what,-16} {counted[Rounds / 2],10:F0} {counted[^1],11:F0} {counted[Rounds / 2] * 1_000 / size,16:F1}"));
    }

    static Task<Outcome> PublishAsync(UnitOfWork work, Guid version, CancellationToken stop) => Release.RunAsync(
        work,
        new ReleaseOrder(
            work.All<ProductVersion>().Single(row => row.Id == version),
            VersionStep.Publish,
            work.Viewer.PersonId!.Value,
            "What it costs to publish (synthetic)."),
        stop);

    static async Task<Outcome> RecallAsync(UnitOfWork work, Guid version, CancellationToken stop)
    {
        var product = await work.All<Product>().SingleAsync(row => row.CurrentVersionId == version, stop);
        return await RecallProduct.RunAsync(
            work,
            new RecallProduct.Input(
                NodeIds.Format(nameof(Product), product.Id),
                product.Revision,
                RecallKind.Recall,
                RecallReason.FactualError,
                "What it costs to recall (synthetic).",
                RequiredAction.DestroyAndConfirm,
                "What it costs to recall (synthetic).",
                Tlp.Clear,
                RespondBy: null,
                Versions: null,
                Replacement: null),
            stop);
    }

    /// <summary>How long a use case took, in milliseconds, its transaction and what it announced included.</summary>
    static async Task<double> TimeAsync(
        DistributionModule module,
        DistributionOptions options,
        Func<UnitOfWork, CancellationToken, Task<Outcome>> run)
    {
        var center = RowIds.Center(0);
        var begun = Stopwatch.GetTimestamp();
        var outcome = await UseCaseTransaction.RunAsync(
            module.Database,
            async (context, stop) =>
            {
                context.Viewer = new Viewer
                {
                    Kind = PrincipalKind.Person,
                    Now = DateTime.UtcNow,
                    PersonId = Staff.Of(0, Staff.Supervisor),
                    Roles = [(PersonRole.Supervisor, center)],
                    Scopes = Scopes.ReadProducts | Scopes.WriteProducts,
                    AudienceIds = [center],
                    HomeCenterIds = [center],
                    SupervisedCenterIds = [center],
                    OversightCenterIds = [center],
                    Training = [.. Enum.GetValues<TrainingCourse>()],
                };
                var work = new UnitOfWork(context, options);
                var done = await run(work, stop);
                await work.SaveAsync(stop);
                await ChangeWriter.WriteAsync(context, work.Announcements, changesRights: false, work.Now, stop);
                context.Viewer = Viewer.Nobody;
                return done;
            },
            CancellationToken.None);
        return outcome.Errors is { } errors
            ? throw new InvalidOperationException(string.Join(' ', errors))
            : Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    /// <summary>Writes that every recipient of a version read it three times.</summary>
    static async Task ReadAsync(DistributionModule module, Guid version)
    {
        await using var context = module.AccessDatabase.CreateContext();
        var (chain, hash) = (Guid.NewGuid(), new byte[32]);
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO access_chains (id, number, host, started_at, previous_hash, hash)
            SELECT {chain}, coalesce(max(number), 0) + 1, 'bench', now(), {hash}, {hash} FROM access_chains
            """);
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO access_records (id, chain_id, sequence, at, kind, channel, person_id, organization_id,
                document_hash, version_id, originator_id, portions, basis, policy_version, previous_hash, hash)
            SELECT gen_random_uuid(), {chain}, row_number() OVER (), now(), 'ContentRead', 'GraphqlHttp', person_id,
                recipient_organization_id, repeat('0', 64), version_id, originator_id, portions, 'List', 'bench',
                {hash}, {hash}
            FROM deliveries CROSS JOIN generate_series(1, 3)
            WHERE version_id = {version}
            """);
        await context.Database.ExecuteSqlRawAsync("VACUUM (ANALYZE) access_records");
    }

    static async Task SetMembersAsync(DistributionModule module, Guid list, string state)
    {
        await using var context = module.AccessDatabase.CreateContext();
        await context.Database.ExecuteSqlAsync(
            $"UPDATE list_memberships SET state = {state} WHERE list_id = {list}");
    }

    /// <summary>A list with so many members of an organization in force, each a person of his own.</summary>
    static async Task<Guid> AddListAsync(DistributionModule module, int size)
    {
        await using var context = module.AccessDatabase.CreateContext();
        var (list, center, model) = (Guid.NewGuid(), RowIds.Center(0), RowIds.List(0, 0));
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO distribution_lists
            SELECT (jsonb_populate_record(l, jsonb_build_object(
                'id', {list}, 'client_audience_id', NULL, 'external_reference', NULL))).*
            FROM distribution_lists l WHERE l.id = {model}
            """);
        await context.Database.ExecuteSqlAsync(
            $"""
            WITH added AS (
                INSERT INTO people (id, display_name, organization_id, citizenship, status, revision, created_at,
                    updated_at)
                SELECT gen_random_uuid(), 'Synthetic recipient ' || n, o.id, 'UsPerson', 'Active', 1, now(), now()
                FROM generate_series(1, {size}) AS n
                CROSS JOIN (
                    SELECT o.id FROM organizations o
                    WHERE o.status = 'Active' AND EXISTS (
                        SELECT 1 FROM sharing_agreements a WHERE a.organization_id = o.id AND a.state = 'Active'
                            AND a.effective_on <= current_date
                            AND (a.expires_on IS NULL OR a.expires_on > current_date))
                    ORDER BY o.id LIMIT 1) AS o
                RETURNING id)
            INSERT INTO list_memberships (id, list_id, center_id, person_id, role, state, basis, requested_at, revision,
                created_at, updated_at)
            SELECT gen_random_uuid(), {list}, {center}, id, 'Member', 'Active', 'Synthetic', now(), 1, now(), now()
            FROM added
            """);
        await context.Database.ExecuteSqlRawAsync("VACUUM (ANALYZE) people, list_memberships, distribution_lists");
        return list;
    }

    /// <summary>A version of a product of its own that a privacy review has concurred with.</summary>
    static async Task<Guid> AddVersionAsync(DistributionModule module, Guid list)
    {
        await using var context = module.AccessDatabase.CreateContext();
        var (now, id, center) = (DateTime.UtcNow, Guid.NewGuid(), RowIds.Center(0));
        var product = new Product
        {
            Id = Guid.NewGuid(),
            Type = ProductType.Bulletin,
            OriginatorId = center,
            HazardScopes = [],
            State = ProductState.InPreparation,
            Urgency = Urgency.Routine,
            CreatedAt = now,
            UpdatedAt = now,
        };
        var title = new Portion
        {
            Id = Guid.NewGuid(),
            VersionId = id,
            OriginatorId = center,
            Key = "title",
            Kind = PortionKind.Title,
            Text = "What it costs to publish (synthetic)",
            Tlp = Tlp.Green,
            CuiBasic = [],
            CuiSpecified = [],
            DisseminationControls = [],
            ReleasableTo = [],
            Sensitivities = [],
            LegacyMarkings = [],
            Purposes = [],
            OriginatorControl = OriginatorControl.None,
            Requires = (long)MarkingRequirements.Of(Tlp.Green),
            CreatedAt = now,
            UpdatedAt = now,
        };
        context.AddRange(
            product,
            title,
            new ProductVersion
            {
                Id = id,
                ProductId = product.Id,
                OriginatorId = center,
                Number = 1,
                State = VersionState.Draft,
                ChangeKind = Distribution.Products.ChangeKind.Initial,
                Urgency = Urgency.Routine,
                IntendedUses = [],
                ContentHash = ContentDigest.Of([title]),
                Requires = title.Requires,
                RequiresThroughout = title.Requires,
                CreatedAt = now,
                UpdatedAt = now,
            },
            new VersionAuthor { VersionId = id, PersonId = Staff.Of(0, Staff.Analyst), OriginatorId = center },
            new VersionList { VersionId = id, ListId = list });
        await context.SaveChangesAsync();
        await context.Set<ProductVersion>().Where(version => version.Id == id).ExecuteUpdateAsync(row => row
            .SetProperty(version => version.State, VersionState.Approved)
            .SetProperty(version => version.TitlePortionId, title.Id));
        context.Add(new PrivacyReview
        {
            Id = Guid.NewGuid(),
            VersionId = id,
            OriginatorId = center,
            Kind = PrivacyReviewKind.Standard,
            State = PrivacyReviewState.Completed,
            Checklist = ReviewChecklist.Current.Version,
            RequestedById = Staff.Of(0, Staff.Analyst),
            RequestedAt = now,
            DueAt = now.AddDays(1),
            ReviewerId = Staff.Of(0, Staff.PrivacyOfficer),
            Outcome = ReviewOutcome.Concur,
            SignedAt = now,
            CreatedAt = now,
            UpdatedAt = now,
        });
        await context.SaveChangesAsync();
        return id;
    }

    static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
