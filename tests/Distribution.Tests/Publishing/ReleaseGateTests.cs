using GraphApi.Data.Databases;

namespace GraphApi.Distribution.Tests.Publishing;

/// <summary>
/// What a console, or a fault of the program, would do to get a version out around its review, or to change what is
/// out. The database refuses all of it.
/// </summary>
public abstract class ReleaseGateTests(DistributionHost host) : IAsyncLifetime
{
    const string NoReview = "a clearance rests on a concurring review by somebody who neither wrote nor releases it";
    const string ByReviewer = "a version is not released by who reviewed it";
    const string Forward = "a privacy review goes forward only";
    const string Reviewed = "do not change once it is reviewed";
    const string Released = "a version does not change once it is released";

    const string Review = """
        INSERT INTO privacy_reviews (id, version_id, originator_id, kind, state, checklist, requested_by_id,
            requested_at, reviewer_id, due_at, outcome, signed_at, revision, created_at, updated_at)
        VALUES ($review$, $version$, $center$, 'Standard', 'Completed', '3', $director$,
            $now$, $officer$, $now$, 'Concur', $now$, 1, $now$, $now$);
        """;

    const string Finding = """
        INSERT INTO privacy_findings (id, review_id, originator_id, category, severity, required_action, revision,
            created_at, updated_at)
        VALUES ($finding$, $review$, $center$, 'Marking', 'Blocking', 'Mark it.', 1, $now$, $now$);
        """;

    const string Clear = """
        INSERT INTO release_clearances (version_id, originator_id, kind, review_id, released_by_id, created_at)
        VALUES ($version$, $center$, 'Review', $review$, $supervisor$, $now$)
        """;

    readonly GateScene _scene = new(host);

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _scene.DisposeAsync();
    }

    [Fact]
    public async Task A_reviewed_version_is_released_in_whatever_order_its_rows_are_written()
    {
        await _scene.RunAsync(await _scene.ReviewedAsync(), GateScene.Release);
        var statements = GateScene.Release.Split(';');
        await _scene.RunAsync(await _scene.ReviewedAsync(), $"{statements[1]}; {statements[0]}");
    }

    [Fact]
    public async Task In_an_emergency_two_persons_release_what_nobody_reviewed() =>
        await _scene.RunAsync(await _scene.InReviewAsync(), Emergency("$supervisor$", "$director$"));

    [Theory]
    [InlineData("UPDATE product_versions SET state = 'Published' WHERE id = $version$", "foreign key")]
    [InlineData("UPDATE product_versions SET state = 'Superseded' WHERE id = $version$", "foreign key")]
    [InlineData("UPDATE product_versions SET state = 'Expired' WHERE id = $version$", "foreign key")]
    [InlineData(
        """
        INSERT INTO product_versions (id, product_id, originator_id, number, state, change_kind, title_portion_id,
            urgency, intended_uses, content_hash, requires, requires_throughout, discloses_withholding,
            is_public_release_approved, is_emergency_release, revision, created_at, updated_at)
        SELECT $new$, product_id, originator_id, 99, 'Published', change_kind, title_portion_id, urgency, intended_uses,
            content_hash, requires, requires_throughout, discloses_withholding, is_public_release_approved,
            is_emergency_release, 1, created_at, updated_at
        FROM product_versions WHERE id = $version$
        """,
        "foreign key")]
    [InlineData(Clear, NoReview + "|foreign key")]
    [InlineData(
        """
        INSERT INTO release_clearances (version_id, originator_id, kind, released_by_id, created_at)
        VALUES ($version$, $center$, 'Review', $supervisor$, $now$)
        """,
        NoReview + "|check constraint")]
    [InlineData(
        """
        INSERT INTO release_clearances (version_id, originator_id, kind, created_at)
        VALUES ($version$, $center$, 'Earlier', $now$)
        """,
        "a version is cleared by its review or in an emergency")]
    public async Task What_nobody_reviewed_is_not_released(string sql, string refusal) =>
        await RefusedAsync(await _scene.InReviewAsync(), sql, refusal);

    [Fact]
    public async Task A_review_of_another_version_releases_nothing()
    {
        var names = await _scene.InReviewAsync();
        names["review"] = (await _scene.ReviewedAsync())["review"];
        await RefusedAsync(names, GateScene.Release, NoReview);
    }

    [Theory]
    [InlineData("$supervisor$", "$supervisor$", "Imminent danger to life, a synthetic one.", "check constraint")]
    [InlineData("$supervisor$", "$director$", "Too short.", "check constraint")]
    [InlineData("$supervisor$", "$author$", null, "a version is not released by who wrote it")]
    [InlineData("$author$", "$director$", null, "a version is not released by who wrote it")]
    public async Task An_emergency_takes_two_persons_who_did_not_write_it_and_a_reason(
        string first, string second, string? reason, string refusal) =>
        await RefusedAsync(await _scene.InReviewAsync(), Emergency(first, second, reason), refusal);

    [Theory]
    [InlineData("'Concur'", "$author$", "'Completed'", NoReview)]
    [InlineData("'Nonconcur'", "$officer$", "'Completed'", NoReview)]
    [InlineData("'ResolvedNonconcur'", "$officer$", "'Resolved'", NoReview)]
    [InlineData("'Concur'", "$officer$", "'Voided'", NoReview)]
    [InlineData("'Concur'", "$officer$", "'InReview'", NoReview)]
    [InlineData("'Concur'", "NULL", "'Completed'", NoReview)]
    [InlineData("'Concur'", "$supervisor$", "'Completed'", NoReview + "|" + ByReviewer)]
    public async Task Only_the_concurrence_of_somebody_else_releases_a_version(
        string outcome, string reviewer, string state, string refusal) =>
        await RefusedAsync(
            await _scene.InReviewAsync(),
            Review.Replace("'Concur'", outcome).Replace("$officer$", reviewer).Replace("'Completed'", state)
                + GateScene.Release,
            refusal);

    [Theory]
    [InlineData("$officer$", NoReview + "|" + ByReviewer)]
    [InlineData("$author$", "a version is not released by who wrote it")]
    public async Task Neither_author_nor_reviewer_releases_a_version(string who, string refusal) =>
        await RefusedAsync(
            await _scene.ReviewedAsync(), GateScene.Release.Replace("$supervisor$", who), refusal);

    [Theory]
    [InlineData("", NoReview)]
    [InlineData(
        "UPDATE privacy_findings SET severity = 'Note' WHERE id = $finding$;", "a finding is kept as it was found")]
    [InlineData("DELETE FROM privacy_findings WHERE id = $finding$;", "privacy_findings are kept")]
    [InlineData(
        "UPDATE privacy_findings SET review_id = $other$ WHERE id = $finding$;", "a finding is kept as it was found")]
    public async Task A_finding_that_is_open_holds_the_release_up(string attempt, string refusal)
    {
        var names = await _scene.InReviewAsync();
        var review = Review.Replace("'Concur'", "'ConcurWithChanges'") + Finding;
        await RefusedAsync(names, review + attempt + GateScene.Release, refusal);
        await _scene.RunAsync(
            names,
            review + "UPDATE privacy_findings SET resolution = 'Done.' WHERE id = $finding$;" + GateScene.Release);
        await RefusedAsync(
            names,
            "UPDATE privacy_findings SET resolution = 'Otherwise.' WHERE id = $finding$",
            "a finding is kept as it was found");
    }

    [Theory]
    [InlineData("outcome = 'Concur'", Forward)]
    [InlineData("state = 'Resolved', outcome = 'ResolvedConcur', decided_at = $now$", Forward)]
    [InlineData("state = 'Escalated', decider_id = reviewer_id", Forward)]
    [InlineData("state = 'Escalated', decider_id = $author$", "neither reviewed nor decided on by who wrote it")]
    [InlineData("state = 'InReview', outcome = NULL, signed_at = NULL", Forward)]
    [InlineData("reviewer_id = $director$", Forward)]
    [InlineData("signed_at = '2026-01-01 00:00:00'", Forward)]
    [InlineData("rationale = 'Otherwise.'", Forward)]
    [InlineData("version_id = (SELECT id FROM product_versions WHERE id <> $version$ LIMIT 1)", Forward)]
    [InlineData("revision = 9", Forward)]
    public async Task What_was_signed_stays_signed(string change, string refusal)
    {
        var names = await _scene.InReviewAsync();
        await _scene.RunAsync(names, Review.Replace("'Concur'", "'Nonconcur'"));
        await RefusedAsync(names, $"UPDATE privacy_reviews SET {change} WHERE id = $review$", refusal);
    }

    [Theory]
    [InlineData("UPDATE portions SET text = 'Otherwise.' WHERE id = $portion$", Reviewed)]
    [InlineData("UPDATE portions SET tlp = 'Clear' WHERE id = $portion$", Reviewed)]
    [InlineData("DELETE FROM portions WHERE id = $portion$", Reviewed)]
    [InlineData(NewPortion, Reviewed)]
    [InlineData("DELETE FROM version_lists WHERE version_id = $version$", Reviewed)]
    [InlineData("INSERT INTO version_lists (version_id, list_id) VALUES ($version$, $list$)", Reviewed)]
    [InlineData("UPDATE version_lists SET list_id = $list$ WHERE version_id = $version$", Reviewed)]
    [InlineData(
        "INSERT INTO version_recipients (id, version_id, person_id) VALUES ($new$, $version$, $officer$)", Reviewed)]
    [InlineData("DELETE FROM version_authors WHERE version_id = $version$", Reviewed)]
    [InlineData(
        """
        INSERT INTO version_authors (version_id, person_id, originator_id) VALUES ($version$, $officer$, $center$)
        """,
        Reviewed)]
    [InlineData(NewSource, Reviewed)]
    [InlineData("UPDATE product_versions SET title_portion_id = $portion$ WHERE id = $version$", "once it is reviewed")]
    [InlineData("UPDATE product_versions SET content_hash = 'otherwise' WHERE id = $version$", "once it is reviewed")]
    [InlineData("UPDATE product_versions SET urgency = 'Routine' WHERE id = $version$", "once it is reviewed")]
    [InlineData("UPDATE product_versions SET requires = 0 WHERE id = $version$", "once it is reviewed")]
    public async Task What_was_reviewed_is_what_is_released(string sql, string refusal)
    {
        await RefusedAsync(await _scene.ReviewedAsync(), sql, refusal);
        await RefusedAsync(await _scene.ReleasedAsync(), sql, refusal);

        // Work goes on where the review counts no more.
        var names = await _scene.ReviewedAsync();
        await _scene.RunAsync(
            names,
            "UPDATE privacy_reviews SET state = 'Voided', revision = revision + 1 WHERE id = $review$;"
                + "UPDATE portions SET text = 'Otherwise.' WHERE id = $portion$");
        await RefusedAsync(names, GateScene.Release, NoReview);
    }

    [Theory]
    [InlineData("UPDATE product_versions SET state = 'Draft' WHERE id = $version$", Released)]
    [InlineData("UPDATE product_versions SET state = 'Cancelled' WHERE id = $version$", Released)]
    [InlineData("UPDATE product_versions SET published_at = '2026-01-01 00:00:00' WHERE id = $version$", Released)]
    [InlineData("UPDATE product_versions SET is_public_release_approved = NOT is_public_release_approved"
        + " WHERE id = $version$", Released + "|release to the public is approved with the version")]
    [InlineData("UPDATE product_versions SET analyst_notes = 'Otherwise.' WHERE id = $version$", Released)]
    [InlineData(
        "UPDATE release_clearances SET released_by_id = $director$ WHERE version_id = $version$", "append-only")]
    [InlineData("DELETE FROM release_clearances WHERE version_id = $version$", "append-only")]
    [InlineData(
        "UPDATE privacy_reviews SET notes = 'Otherwise.' WHERE id = $review$", Forward + "|rests on does not change")]
    [InlineData(
        "UPDATE privacy_reviews SET state = 'Voided', revision = revision + 1 WHERE id = $review$",
        "rests on does not")]
    [InlineData("DELETE FROM privacy_reviews WHERE id = $review$", "privacy_reviews are kept")]
    [InlineData("UPDATE publications SET released_by_id = $director$", "append-only")]
    [InlineData("DELETE FROM publication_lists", "append-only")]
    [InlineData("UPDATE publication_lists SET list_id = $list$", "append-only")]
    [InlineData("DELETE FROM publications", "append-only")]
    [InlineData(
        """
        INSERT INTO review_events (id, review_id, originator_id, step, to_state, revision, actor_id, actor_name,
            occurred_at)
        VALUES ($new$, $review$, $center$, 'Void', 'Voided', 2, $author$, 'Exercise', $now$);
        DELETE FROM review_events WHERE id = $new$
        """,
        "append-only")]
    [InlineData(
        """
        INSERT INTO review_events (id, review_id, originator_id, step, to_state, revision, actor_id, actor_name,
            occurred_at)
        VALUES ($new$, $review$, $center$, 'Void', 'Voided', 2, $author$, 'Exercise', $now$);
        UPDATE review_events SET actor_name = 'Otherwise' WHERE id = $new$
        """,
        "append-only")]
    public async Task What_is_out_stays_as_it_went_out(string sql, string refusal) =>
        await RefusedAsync(await _scene.ReleasedAsync(), sql, refusal);

    [Fact]
    public async Task Of_a_product_one_version_is_published()
    {
        var names = await _scene.ReleasedAsync();
        await _scene.RunAsync(names, "UPDATE products SET current_version_id = $version$ WHERE id = $product$");
        var second = await _scene.ReviewedAsync(Guid.Parse(names["product"]));
        await RefusedAsync(second, GateScene.Release, "unique constraint");
        await _scene.RunAsync(
            second,
            $"UPDATE product_versions SET state = 'Superseded' WHERE id = '{names["version"]}'; {GateScene.Release}");
    }

    [Fact]
    public async Task What_is_out_can_be_renewed_superseded_and_recalled()
    {
        var names = await _scene.ReleasedAsync();
        foreach (var state in new[] { "Expired", "Published", "Superseded", "Recalled" })
        {
            await _scene.RunAsync(
                names,
                $"UPDATE product_versions SET state = '{state}', valid_until = $now$, revision = revision + 1 "
                    + "WHERE id = $version$");
        }
    }

    const string NewPortion = """
        INSERT INTO portions (id, version_id, originator_id, ordinal, key, kind, text, is_tearline,
            contains_us_person_information, tlp, cui_basic, cui_specified, dissemination_controls, releasable_to,
            sensitivities, legacy_markings, originator_control, requires, revision, created_at, updated_at)
        SELECT $new$, version_id, originator_id, 9, 'more', kind, text, is_tearline, contains_us_person_information,
            tlp, cui_basic, cui_specified, dissemination_controls, releasable_to, sensitivities, legacy_markings,
            originator_control, requires, 1, created_at, updated_at
        FROM portions WHERE id = $portion$
        """;

    const string NewSource = """
        INSERT INTO source_references (id, version_id, portion_id, originator_id, ordinal, citation, originator, kind,
            third_agency_consent, is_identified, requires, revision, created_at, updated_at)
        SELECT $new$, version_id, id, originator_id, 0, 'Report', 'Agency', 'OpenSource', 'NotNeeded', is_tearline,
            requires, 1, created_at, updated_at
        FROM portions WHERE id = $portion$
        """;

    static string Emergency(string first, string second, string? reason = null) =>
        $"""
        UPDATE product_versions SET state = 'Published', is_emergency_release = (1 = 1), published_at = $now$
        WHERE id = $version$;
        INSERT INTO release_clearances
            (version_id, originator_id, kind, released_by_id, second_person_id, reason, created_at)
        VALUES ($version$, $center$, 'Emergency', {first}, {second},
            '{reason ?? "Imminent danger to life, a synthetic one."}', $now$)
        """;

    // Where the role has no right at all, it is told no more than that. Between bars: whichever comes first.
    async Task RefusedAsync(Dictionary<string, string> names, string sql, string refusal)
    {
        var message = await _scene.RefusedAsync(names, sql);
        if (host.Module.Database.Provider is DatabaseProvider.PostgreSql
            && message.Contains("permission denied for table", StringComparison.Ordinal))
        {
            Assert.Contains(refusal, new[] { "append-only", "privacy_findings are kept", "privacy_reviews are kept" });
            return;
        }

        Assert.True(
            refusal.Split('|').Any(part => message.Contains(part, StringComparison.OrdinalIgnoreCase)), message);
    }
}

public sealed class SqliteReleaseGateTests(SqliteHost host) : ReleaseGateTests(host), IClassFixture<SqliteHost>
{
    [Theory]
    [InlineData("INSERT OR REPLACE INTO portions SELECT * FROM portions WHERE id = $portion$")]
    [InlineData("UPDATE OR REPLACE portions SET id = $portion$ WHERE id = (SELECT min(id) FROM portions)")]
    [InlineData(
        "INSERT OR REPLACE INTO release_clearances SELECT * FROM release_clearances WHERE version_id = $version$")]
    [InlineData("INSERT OR REPLACE INTO privacy_reviews SELECT * FROM privacy_reviews WHERE id = $review$")]
    [InlineData("INSERT OR REPLACE INTO publications SELECT * FROM publications")]
    [InlineData("REPLACE INTO publication_lists SELECT * FROM publication_lists")]
    public async Task Nothing_is_replaced_instead_of_changed(string sql)
    {
        await using var scene = new GateScene(Host);
        Assert.Matches(
            "SQLite Error 19: '.*(append-only|reviewed|kept)'",
            await scene.RefusedAsync(await scene.ReleasedAsync(), sql));
    }

    DistributionHost Host { get; } = host;
}

public sealed class PostgresReleaseGateTests(PostgresHost host)
    : ReleaseGateTests(host), IClassFixture<PostgresHost>;
