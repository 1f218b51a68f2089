using GraphApi.Data.Databases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Publishing;

/// <summary>
/// What a console would do around the gates: rights by hand, more readers or other approvals after the release, another
/// product under the same number, and what a session may do to itself.
/// </summary>
public abstract class SealedReleaseTests(DistributionHost host) : IAsyncLifetime
{
    const string Cleared = "only what was cleared is given to readers";
    const string ForDrafts = "a draft is for those who work on it";
    const string Reviewer = "a version is not released by who reviewed it";
    const string Releaser = "a version is not reviewed by who released it";
    const string Product = "what a product is does not change once it is released";
    const string Released = "of a version do not change once it is released";

    const string Right = """
        INSERT INTO entitlements (audience_id, version_id, product_id, kind, effective_at, requires, is_current)
        VALUES ($audience$, $version$, $product$, '$kind$', $now$, 0, $true$)
        """;

    const string PostRelease = """
        INSERT INTO privacy_reviews (id, version_id, originator_id, kind, state, checklist, requested_by_id,
            requested_at, reviewer_id, due_at, revision, created_at, updated_at)
        VALUES ($new$, $version$, $center$, 'PostRelease', 'Assigned', '3', $director$, $now$, $reviewer$, $now$, 1,
            $now$, $now$);
        """;

    readonly GateScene _scene = new(host);

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _scene.DisposeAsync();
    }

    [Theory]
    [InlineData("List", "$list$", Cleared)]
    [InlineData("Public", "'00000000-0000-4000-8000-000000000001'", Cleared)]
    [InlineData("ExplicitRecipient", "$author$", Cleared)]
    [InlineData("Home", "$center$", Cleared)]
    [InlineData("Grant", "$new$", Cleared)]
    [InlineData("Draft", "$list$", ForDrafts)]
    [InlineData("Draft", "'00000000-0000-4000-8000-000000000001'", ForDrafts)]
    [InlineData("Draft", "$author$", ForDrafts)]
    [InlineData("Draft", "$center$", ForDrafts)]
    public async Task A_right_by_hand_gives_nobody_what_was_not_cleared(string kind, string audience, string refusal)
    {
        foreach (var names in new[] { await _scene.InReviewAsync(), await _scene.ReviewedAsync() })
        {
            await RefusedAsync(names, RightOf(kind, audience), refusal);
            // Nor where the right is made of one of those who work on it.
            await RefusedAsync(
                names,
                $"""
                UPDATE entitlements SET kind = '{kind}', audience_id = {audience}
                WHERE version_id = $version$ AND audience_id = (
                    SELECT min(CAST(audience_id AS text)) FROM entitlements WHERE version_id = $version$){Uuid}
                """,
                refusal);
            // Nor as part of a plan, as what came from elsewhere with its embargo.
            await RefusedAsync(
                names,
                $"""
                UPDATE product_versions SET state = 'Scheduled', release_at = $now$ WHERE id = $version$;
                UPDATE products SET current_version_id = $version$ WHERE id = $product$;
                {RightOf(kind, audience)}
                """,
                refusal);
        }
    }

    [Theory]
    [InlineData("'Review', $review$, $officer$, NULL, NULL", Reviewer + "|a clearance rests on")]
    [InlineData("'Emergency', NULL, $officer$, $director$, 'Imminent danger to life, a synthetic one.'", Reviewer)]
    [InlineData("'Emergency', NULL, $supervisor$, $officer$, 'Imminent danger to life, a synthetic one.'", Reviewer)]
    public async Task Who_reviewed_a_version_does_not_release_it(string clearance, string refusal) =>
        await RefusedAsync(
            await _scene.ReviewedAsync(),
            $"""
            UPDATE product_versions SET state = 'Published', published_at = $now$ WHERE id = $version$;
            INSERT INTO release_clearances
                (version_id, originator_id, created_at, kind, review_id, released_by_id, second_person_id, reason)
            VALUES ($version$, $center$, $now$, {clearance})
            """,
            refusal);

    [Fact]
    public async Task Who_decided_on_an_objection_does_not_release_the_version()
    {
        var names = await _scene.InReviewAsync();
        const string review = """
            INSERT INTO privacy_reviews (id, version_id, originator_id, kind, state, checklist, requested_by_id,
                requested_at, reviewer_id, due_at, outcome, signed_at, decider_id, decided_at, revision, created_at,
                updated_at)
            VALUES ($review$, $version$, $center$, 'Standard', 'Resolved', '3', $author$, $now$, $officer$, $now$,
                'ResolvedConcur', $now$, $director$, $now$, 1, $now$, $now$);
            """;
        await RefusedAsync(names, review + GateScene.Release.Replace("$supervisor$", "$director$"), Reviewer);
        await _scene.RunAsync(names, review + GateScene.Release);
    }

    [Fact]
    public async Task Who_released_a_version_does_not_review_it_afterwards()
    {
        var names = await _scene.ReleasedAsync();
        await RefusedAsync(names, PostRelease.Replace("$reviewer$", "$supervisor$"), Releaser);
        await _scene.RunAsync(names, PostRelease.Replace("$reviewer$", "$officer$"));
        await RefusedAsync(
            names,
            "UPDATE privacy_reviews SET reviewer_id = $supervisor$, revision = revision + 1 WHERE id = $new$",
            Releaser);
    }

    [Theory]
    [InlineData("""
        INSERT INTO publications (id, product_id, version_id, originator_id, effective_at, released_by_id,
            reason_for_release, audience_snapshot_hash, revision, created_at, updated_at)
        VALUES ($new$, $product$, $version$, $center$, $now$, $supervisor$, 'Wider.', '', 1, $now$, $now$)
        """, Released)]
    [InlineData("""
        INSERT INTO version_approvals (id, version_id, originator_id, kind, approved_by_id, approved_at, revision,
            created_at, updated_at)
        VALUES ($new$, $version$, $center$, 'Supervisor', $director$, $now$, 1, $now$, $now$)
        """, Released)]
    [InlineData("UPDATE products SET type = 'RfiResponse' WHERE id = $product$", Product)]
    [InlineData("UPDATE products SET is_exercise = NOT is_exercise WHERE id = $product$", Product)]
    [InlineData("UPDATE products SET public_number = 'EFC-01-2026-OTHER' WHERE id = $product$", Product)]
    public async Task More_readers_other_approvals_or_another_product_are_none_after_the_release(
        string sql, string refusal)
    {
        var names = await _scene.ReviewedAsync();
        await _scene.RunAsync(
            names, "UPDATE products SET public_number = 'EFC-' || $version$ WHERE id = $product$");
        await _scene.RunAsync(names, GateScene.Release);
        await RefusedAsync(names, sql, refusal);
    }

    [Theory]
    [InlineData("publication_lists", "publication_id, list_id", "(SELECT id FROM publications LIMIT 1), $list$")]
    [InlineData(
        "publication_recipients",
        "id, publication_id, person_id",
        "$new$, (SELECT id FROM publications LIMIT 1), $author$")]
    public async Task Nobody_is_added_to_those_to_whom_something_went(string table, string columns, string values) =>
        await RefusedAsync(
            await _scene.ReleasedAsync(), $"INSERT INTO {table} ({columns}) VALUES ({values})", Released);

    [Fact]
    public async Task Release_to_the_public_is_approved_with_the_version_alone()
    {
        const string sql = "UPDATE product_versions SET is_public_release_approved = $true$ WHERE id = $version$";
        var names = await _scene.ReviewedAsync();
        await RefusedAsync(names, sql, "release to the public is approved with the version");
        await RefusedAsync(
            names,
            sql.Replace("SET", "SET state = 'Scheduled',"),
            "release to the public is approved with the version");
    }

    internal GateScene Scene => _scene;

    internal async Task RefusedAsync(Dictionary<string, string> names, string sql, string refusal)
    {
        var message = await _scene.RefusedAsync(names, sql.Replace("$true$", "(1 = 1)"));
        Assert.True(refusal.Split('|').Any(part => message.Contains(part, StringComparison.Ordinal)), message);
    }

    string Uuid => host.Module.Database.Provider is DatabaseProvider.PostgreSql ? "::uuid" : "";

    static string RightOf(string kind, string audience) =>
        Right.Replace("$kind$", kind).Replace("$audience$", audience);
}

public sealed class SqliteSealedReleaseTests(SqliteHost host) : SealedReleaseTests(host), IClassFixture<SqliteHost>
{
    readonly SqliteHost _host = host;

    [Fact]
    public async Task Whatever_is_never_deleted_is_not_replaced_either()
    {
        await using var context = _host.Module.AccessDatabase.CreateContext();
        var open = await context.Database.SqlQuery<string>($"""
            SELECT t.name AS Value FROM sqlite_master t
            WHERE t.type = 'table'
                AND EXISTS (
                    SELECT 1 FROM sqlite_master d
                    WHERE d.type = 'trigger' AND d.tbl_name = t.name AND d.sql LIKE '%BEFORE DELETE%RAISE(ABORT%')
                AND NOT EXISTS (
                    SELECT 1 FROM sqlite_master i
                    WHERE i.type = 'trigger' AND i.tbl_name = t.name
                        AND i.sql LIKE '%BEFORE INSERT%RAISE(ABORT%')
            """).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Empty(open);
    }

    [Theory]
    [InlineData("INSERT OR REPLACE INTO products SELECT * FROM products WHERE id = $product$")]
    [InlineData("INSERT OR REPLACE INTO version_events SELECT * FROM version_events")]
    [InlineData("PRAGMA foreign_keys = OFF; INSERT OR REPLACE INTO version_events SELECT * FROM version_events")]
    public async Task Nothing_is_replaced_instead_of_changed(string sql)
    {
        var names = await Scene.ReleasedAsync();
        await Scene.RunAsync(
            names,
            """
            INSERT INTO version_events (id, version_id, originator_id, step, from_state, to_state, revision, actor_name,
                occurred_at)
            VALUES ($new$, $version$, $center$, 'Publish', 'Approved', 'Published', 2, 'Exercise', $now$)
            """);
        Assert.Matches("SQLite Error 19: '.*(append-only|does not change)", await Scene.RefusedAsync(names, sql));
    }
}

public sealed class PostgresSealedReleaseTests(PostgresHost host)
    : SealedReleaseTests(host), IClassFixture<PostgresHost>
{
    readonly PostgresHost _host = host;

    [Theory]
    [InlineData("CREATE TEMP TABLE version_authors (version_id uuid, person_id uuid)", "$author$", "who wrote it")]
    [InlineData(
        "CREATE TEMP TABLE privacy_reviews AS SELECT * FROM privacy_reviews WHERE false", "$officer$", "a clearance")]
    public async Task A_table_of_the_session_takes_no_tables_place(string sql, string who, string refusal)
    {
        var names = await Scene.ReviewedAsync();
        await RefusedAsync(names, $"{sql}; {GateScene.Release.Replace("$supervisor$", who)}", refusal);
    }

    [Fact]
    public async Task A_table_of_the_session_opens_no_seal()
    {
        var names = await Scene.ReleasedAsync();
        await RefusedAsync(
            names,
            """
            CREATE TEMP TABLE release_clearances (version_id uuid);
            CREATE TEMP TABLE concurring_reviews (id uuid, version_id uuid, reviewer_id uuid);
            CREATE TEMP TABLE settled_versions (version_id uuid);
            UPDATE portions SET text = 'Otherwise.' WHERE id = $portion$
            """,
            "do not change once it is reviewed");
        await RefusedAsync(
            names,
            """
            CREATE TEMP TABLE settled_versions (version_id uuid);
            UPDATE product_versions SET urgency = 'Routine' WHERE id = $version$
            """,
            "once it is reviewed");
        await RefusedAsync(
            await Scene.InReviewAsync(),
            $"CREATE TEMP TABLE release_clearances AS SELECT $version$::uuid AS version_id; {GiveToPublic}",
            "only what was cleared is given to readers");
    }

    [Theory]
    [InlineData("SET session_replication_role = replica", "permission denied")]
    [InlineData("SET LOCAL session_replication_role = replica", "permission denied")]
    [InlineData("ALTER TABLE portions DISABLE TRIGGER ALL", "must be owner")]
    [InlineData("ALTER TABLE product_versions DISABLE TRIGGER USER", "must be owner")]
    [InlineData("DROP TRIGGER release_clearances_checked ON release_clearances", "must be owner")]
    [InlineData(
        "CREATE OR REPLACE FUNCTION check_clearances() RETURNS trigger LANGUAGE sql AS 'SELECT 1'",
        "permission denied|must be owner")]
    [InlineData("TRUNCATE release_clearances, product_versions CASCADE", "permission denied")]
    [InlineData("TRUNCATE entitlements", "permission denied")]
    [InlineData("CREATE RULE r AS ON INSERT TO release_clearances DO INSTEAD NOTHING", "must be owner")]
    [InlineData("SET CONSTRAINTS ALL IMMEDIATE; UPDATE product_versions SET state = 'Published' WHERE id = $version$",
        "foreign key")]
    [InlineData("SET CONSTRAINTS ALL DEFERRED; UPDATE product_versions SET state = 'Published' WHERE id = $version$",
        "foreign key")]
    [InlineData("UPDATE product_versions SET clearance_id = NULL WHERE id = $version$", "clearance_id")]
    public async Task The_role_of_the_server_opens_no_gate(string sql, string refusal) =>
        await RefusedAsync(await Scene.ReviewedAsync(), sql, refusal);

    [Fact]
    public async Task Every_gate_looks_into_its_own_schema_and_stands_always()
    {
        await using var context = _host.Module.AccessDatabase.CreateContext();
        Assert.Empty(await context.Database.SqlQuery<string>($"""
            SELECT p.proname::text AS "Value" FROM pg_proc p
            WHERE p.pronamespace = current_schema()::regnamespace AND p.prorettype = 'trigger'::regtype
                AND NOT EXISTS (SELECT FROM unnest(p.proconfig) c WHERE c LIKE 'search_path=%pg_temp')
            UNION ALL
            SELECT t.tgname::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
            WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal AND t.tgenabled <> 'A'
            """).ToListAsync(TestContext.Current.CancellationToken));
    }

    const string GiveToPublic = """
        INSERT INTO entitlements (audience_id, version_id, product_id, kind, effective_at, requires, is_current)
        VALUES ('00000000-0000-4000-8000-000000000001', $version$, $product$, 'Public', $now$, 0, true)
        """;
}
