using GraphApi.Distribution;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Products;
using GraphApi.Server.Configuration;
using GraphApi.Server.Security;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Benchmarks;

/// <summary>
/// People of a partner on lists of their own, one list each: as many classes of rights as there are lists. All data is
/// synthetic, in a database of its own.
/// </summary>
/// <param name="module">The product, on that database.</param>
/// <param name="options">What the server was started with.</param>
sealed class LiveAudience(DistributionModule module, ServerOptions options)
{
    /// <summary>How many lists there are.</summary>
    public const int Classes = 20;

    const int Products = 50;
    const string Subject = "bench-live-";

    readonly TokenIssuer _tokens = new(
        options.Authentication, DevelopmentKeys.Open(options.DataDirectory), TimeProvider.System);

    readonly List<List<Entitlement>> _rights = [];
    int _next;

    /// <summary>Fills the database: the smallest set, the lists, and so many people.</summary>
    public async Task PrepareAsync(int people)
    {
        await module.MigrateAsync(CancellationToken.None);
        await module.SeedAsync(SeedSize.S, replace: false, progress: null, CancellationToken.None);
        await using var context = module.AccessDatabase.CreateContext();
        await using var transaction = await context.Database.BeginTransactionAsync();
        // What a release would write, written by hand: the guards of the tables are for the server.
        await context.Database.ExecuteSqlRawAsync("SET LOCAL session_replication_role = replica");
        Guid[] lists = [.. Enumerable.Range(0, Classes).Select(_ => Guid.NewGuid())];
        var (center, model) = (RowIds.Center(0), RowIds.List(0, 0));
        foreach (var list in lists)
        {
            await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO distribution_lists
                SELECT (jsonb_populate_record(l, jsonb_build_object(
                    'id', {list}, 'client_audience_id', NULL, 'external_reference', NULL))).*
                FROM distribution_lists l WHERE l.id = {model}
                """);
        }

        var employer = NamedPartner.IdOf("partner-hospital");
        await context.Database.ExecuteSqlAsync(
            $"""
            WITH added AS (
                INSERT INTO people (id, subject, display_name, organization_id, citizenship, status, revision,
                    created_at, updated_at)
                SELECT gen_random_uuid(), {Subject} || n, 'Synthetic subscriber ' || n, p.organization_id, 'UsPerson',
                    'Active', 1, now(), now()
                FROM generate_series(0, {people - 1}) AS n
                CROSS JOIN (SELECT organization_id FROM people WHERE id = {employer}) AS p
                RETURNING id, subject)
            INSERT INTO list_memberships (id, list_id, center_id, person_id, role, state, basis, requested_at, revision,
                created_at, updated_at)
            SELECT gen_random_uuid(), ({lists})[1 + replace(subject, {Subject}, '')::int % {Classes}], {center}, id,
                'Member', 'Active', 'Synthetic', now(), 1, now(), now()
            FROM added
            """);
        await GiveAsync(context, lists);
        await transaction.CommitAsync();
        await context.Database.ExecuteSqlRawAsync("VACUUM (ANALYZE) people, list_memberships, entitlements");
    }

    /// <summary>The token of one of the people; the number modulo the lists is the list he is on.</summary>
    public string TokenOf(int number)
    {
        var claims = DemonstrationPrincipals.Find("partner-hospital")!.Claims
            .GroupBy(claim => claim.Type)
            .ToDictionary(
                claims => claims.Key,
                claims => claims.Count() > 1 ? claims.Select(c => c.Value).ToArray() : (object)claims.Single().Value);
        claims["sub"] = $"{Subject}{number}";
        return _tokens.Issue(claims, TimeSpan.FromHours(1));
    }

    /// <summary>Announces changes of products that are for all lists; returns when that is committed.</summary>
    /// <param name="count">How many.</param>
    /// <param name="isAlike">Whether all lists have the same right to them; else each has another.</param>
    public async Task AnnounceAsync(int count, bool isAlike = true)
    {
        var products = _rights.FindAll(rights => isAlike == (rights[0].EffectiveAt == rights[1].EffectiveAt));
        await using var context = module.AccessDatabase.CreateContext();
        await using var transaction = await context.Database.BeginTransactionAsync();
        var announcements = Enumerable.Range(0, count).Select(_ => Announcement.ToHolders(
            Distribution.Changes.ChangeKind.Revised, RowIds.Center(0), products[_next++ % products.Count])).ToList();
        await ChangeWriter.WriteAsync(
            context, announcements, changesRights: false, DateTime.UtcNow, CancellationToken.None);
        await transaction.CommitAsync();
    }

    /// <summary>Tells the node that the log moved, as a use case that it ran does.</summary>
    public void Wake() => module.Moved.Raise();

    async Task GiveAsync(DbContext context, Guid[] lists)
    {
        var rows = await context.Set<Product>()
            .Where(product => product.CurrentVersionId != null
                && context.Set<Portion>().Any(title =>
                    title.VersionId == product.CurrentVersionId && title.Key == "title" && title.Requires == 0))
            .OrderBy(product => product.Id)
            .Take(Products)
            .Select(product => new { product.Id, Version = product.CurrentVersionId!.Value })
            .ToListAsync();
        var since = DateTime.UtcNow.AddMinutes(-1);
        foreach (var (at, row) in rows.Index())
        {
            List<Entitlement> rights = [.. lists.Select((list, i) => new Entitlement
            {
                AudienceId = list,
                VersionId = row.Version,
                ProductId = row.Id,
                Kind = EntitlementKind.List,
                EffectiveAt = since.AddSeconds(at % 2 == 0 ? 0 : -i),
                IsCurrent = true,
            })];
            _rights.Add(rights);
            context.AddRange(rights);
        }

        await context.SaveChangesAsync();
    }
}
