namespace GraphApi.Distribution.Tests.Publishing;

/// <summary>
/// What a console would do where a gate does not know an answer: leave a value out, move a row, take back a recall, or
/// do two things at once.
/// </summary>
public abstract class SteadyGateTests(DistributionHost host) : IAsyncLifetime
{
    const string Decided = "an objection is decided on by somebody who neither made it nor wrote the version";
    const string Over = "what was recalled or replaced is not in force again";
    const string Forward = "a privacy review goes forward only";

    internal const string Reviewed = "do not change once it is reviewed";

    /// <summary>A review that was signed; what stands in braces says how, and who decided on it.</summary>
    const string Review = """
        INSERT INTO privacy_reviews (id, version_id, originator_id, kind, state, checklist, requested_by_id,
            requested_at, reviewer_id, due_at, outcome, signed_at, decider_id, decided_at, revision, created_at,
            updated_at)
        VALUES ($review$, $version$, $center$, 'Standard', {state}, '3', $author$, $now$, $officer$, $now$, {outcome},
            $now$, {decider}, {decided}, 1, $now$, $now$);
        """;

    /// <summary>A review that somebody is at.</summary>
    internal const string OpenReview = """
        INSERT INTO privacy_reviews (id, version_id, originator_id, kind, state, checklist, requested_by_id,
            requested_at, reviewer_id, due_at, revision, created_at, updated_at)
        VALUES ($review$, $version$, $center$, 'Standard', 'InReview', '3', $author$, $now$, $officer$, $now$, 1,
            $now$, $now$);
        """;

    readonly GateScene _scene = new(host);

    internal GateScene Scene => _scene;

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _scene.DisposeAsync();
    }

    [Fact]
    public async Task An_emergency_without_a_reason_releases_nothing() =>
        await RefusedAsync(
            await _scene.InReviewAsync(),
            """
            UPDATE product_versions SET state = 'Published', published_at = $now$ WHERE id = $version$;
            INSERT INTO release_clearances
                (version_id, originator_id, kind, released_by_id, second_person_id, reason, created_at)
            VALUES ($version$, $center$, 'Emergency', $supervisor$, $director$, NULL, $now$)
            """,
            "check constraint");

    [Theory]
    [InlineData("NULL", "$now$", Decided)]
    [InlineData("$director$", "NULL", Decided)]
    [InlineData("$officer$", "$now$", Decided)]
    [InlineData("$author$", "$now$", Decided)]
    public async Task An_objection_that_nobody_else_decided_on_releases_nothing(
        string decider, string decided, string refusal) =>
        await RefusedAsync(
            await _scene.InReviewAsync(),
            ReviewOf("'Resolved'", "'ResolvedConcur'", decider, decided) + GateScene.Release,
            refusal);

    [Fact]
    public async Task An_objection_is_not_turned_over_by_nobody()
    {
        var names = await _scene.InReviewAsync();
        await _scene.RunAsync(names, ReviewOf("'Completed'", "'Nonconcur'", "NULL", "NULL"));
        await RefusedAsync(
            names, "UPDATE privacy_reviews SET state = 'Escalated', revision = 2 WHERE id = $review$", Forward);

        names = await _scene.InReviewAsync();
        await _scene.RunAsync(names, ReviewOf("'Escalated'", "'Nonconcur'", "NULL", "NULL"));
        await RefusedAsync(
            names,
            """
            UPDATE privacy_reviews SET state = 'Resolved', outcome = 'ResolvedConcur', decided_at = $now$, revision = 2
            WHERE id = $review$;
            """ + GateScene.Release,
            $"{Decided}|{Forward}");
    }

    [Fact]
    public async Task A_review_does_not_end_without_an_outcome()
    {
        var names = await _scene.InReviewAsync();
        await _scene.RunAsync(names, OpenReview);
        await RefusedAsync(
            names, "UPDATE privacy_reviews SET state = 'Completed', revision = 2 WHERE id = $review$", Forward);
    }

    [Fact]
    public async Task No_answer_moves_into_a_signed_review()
    {
        var signed = await _scene.ReviewedAsync();
        var open = await _scene.InReviewAsync();
        await _scene.RunAsync(
            open,
            OpenReview
                + """
                INSERT INTO review_answers
                    (id, review_id, originator_id, item, answer, revision, created_at, updated_at)
                VALUES ($new$, $review$, $center$, 'added', 'Yes', 1, $now$, $now$)
                """);
        await RefusedAsync(
            open,
            $"UPDATE review_answers SET review_id = '{signed["review"]}' WHERE id = $new$",
            "what was answered stays in its review");
        await _scene.RunAsync(open, "UPDATE review_answers SET answer = 'No', revision = 2 WHERE id = $new$");
    }

    [Theory]
    [InlineData("Recalled", "Published")]
    [InlineData("Recalled", "Superseded")]
    [InlineData("Recalled", "Expired")]
    [InlineData("Superseded", "Published")]
    [InlineData("Superseded", "Expired")]
    [InlineData("Archived", "Published")]
    [InlineData("Purged", "Published")]
    public async Task What_was_recalled_or_replaced_is_not_in_force_again(string from, string to)
    {
        var names = await _scene.ReleasedAsync();
        await _scene.RunAsync(names, $"UPDATE product_versions SET state = '{from}' WHERE id = $version$");
        await RefusedAsync(names, $"UPDATE product_versions SET state = '{to}' WHERE id = $version$", Over);
    }

    internal async Task RefusedAsync(Dictionary<string, string> names, string sql, string refusal)
    {
        var message = await _scene.RefusedAsync(names, sql);
        Assert.True(refusal.Split('|').Any(part => message.Contains(part, StringComparison.Ordinal)), message);
    }

    static string ReviewOf(string state, string outcome, string decider, string decided) => Review
        .Replace("{state}", state)
        .Replace("{outcome}", outcome)
        .Replace("{decider}", decider)
        .Replace("{decided}", decided);
}

public sealed class SqliteSteadyGateTests(SqliteHost host) : SteadyGateTests(host), IClassFixture<SqliteHost>;

public sealed class PostgresSteadyGateTests(PostgresHost host) : SteadyGateTests(host), IClassFixture<PostgresHost>
{
    /// <summary>
    /// Of two transactions side by side the second waits for the first and then sees what it did. Without that, both
    /// would look before either is committed, and both would pass.
    /// </summary>
    [Theory]
    [InlineData("UPDATE portions SET text = 'Otherwise.' WHERE id = $portion$")]
    [InlineData("DELETE FROM version_lists WHERE version_id = $version$")]
    [InlineData("DELETE FROM version_authors WHERE version_id = $version$")]
    [InlineData("INSERT INTO version_authors (version_id, person_id, originator_id) "
        + "VALUES ($version$, $officer$, $center$)")]
    public async Task What_changes_while_a_version_is_released_is_refused(string change)
    {
        // The review is void for whoever changes the version, and concurs for whoever releases it.
        var names = await Scene.ReviewedAsync();
        await using var release = await Scene.BeginAsync(names, GateScene.Release);
        var changing = Scene.RefusedAsync(
            names,
            "UPDATE privacy_reviews SET state = 'Voided', revision = revision + 1 WHERE id = $review$;" + change);
        await release.WaitForAnotherAsync();
        await release.CommitAsync();

        Assert.Matches("rests on does not change|once it is reviewed", await changing);
    }

    [Theory]
    [InlineData("UPDATE portions SET text = 'Otherwise.' WHERE id = $portion$")]
    [InlineData("DELETE FROM version_lists WHERE version_id = $version$")]
    public async Task What_is_being_changed_is_not_released_meanwhile(string change)
    {
        var names = await Scene.ReviewedAsync();
        await using var changing = await Scene.BeginAsync(
            names,
            "UPDATE privacy_reviews SET state = 'Voided', revision = revision + 1 WHERE id = $review$;" + change);
        var releasing = Scene.RefusedAsync(names, GateScene.Release);
        await changing.WaitForAnotherAsync();
        await changing.CommitAsync();

        Assert.Contains("a clearance rests on a concurring review", await releasing);
    }

    [Fact]
    public async Task What_changes_while_its_review_is_signed_is_refused()
    {
        var names = await Scene.InReviewAsync();
        await Scene.RunAsync(names, OpenReview);
        await using var signing = await Scene.BeginAsync(
            names,
            """
            UPDATE privacy_reviews SET state = 'Completed', outcome = 'Concur', signed_at = $now$, revision = 2
            WHERE id = $review$
            """);
        var changing = Scene.RefusedAsync(names, "UPDATE portions SET text = 'Otherwise.' WHERE id = $portion$");
        await signing.WaitForAnotherAsync();
        await signing.CommitAsync();

        Assert.Contains(Reviewed, await changing);
    }
}
