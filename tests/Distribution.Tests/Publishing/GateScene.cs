using System.Data.Common;
using GraphApi.Data.Databases;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using Npgsql;

namespace GraphApi.Distribution.Tests.Publishing;

/// <summary>
/// Somebody with a console: plain SQL over the connection of the server, on PostgreSQL as a role that owns nothing.
/// What stands in dollars in a statement is an id or a moment.
/// </summary>
sealed class GateScene(DistributionHost host) : IAsyncDisposable
{
    readonly ReleaseScene _scene = new(host);
    string? _role;

    /// <summary>A version in review, without a review of its own.</summary>
    public Task<Dictionary<string, string>> InReviewAsync() => MakeAsync(VersionState.InReview);

    /// <summary>A version that a review concurred with and that is approved.</summary>
    public Task<Dictionary<string, string>> ReviewedAsync(Guid? product = null) =>
        MakeAsync(VersionState.Approved, product);

    /// <summary>A version that was cleared and published.</summary>
    public async Task<Dictionary<string, string>> ReleasedAsync()
    {
        var names = await ReviewedAsync();
        await RunAsync(names, Release);
        return names;
    }

    /// <summary>The statements that release a reviewed version as it should be.</summary>
    public const string Release = """
        UPDATE product_versions SET state = 'Published', published_at = $now$ WHERE id = $version$;
        INSERT INTO release_clearances (version_id, originator_id, kind, review_id, released_by_id, created_at)
        VALUES ($version$, $center$, 'Review', $review$, $supervisor$, $now$)
        """;

    /// <summary>Runs statements in one transaction.</summary>
    public async Task RunAsync(Dictionary<string, string> names, string sql)
    {
        await using var transaction = await BeginAsync(names, sql);
        await transaction.CommitAsync();
    }

    /// <summary>Runs statements in a transaction that is open afterwards.</summary>
    public async Task<OpenGateTransaction> BeginAsync(Dictionary<string, string> names, string sql)
    {
        var transaction = await OpenGateTransaction.BeginAsync(await OpenAsync(), host.Module.Database);
        try
        {
            await transaction.ExecuteAsync(
                names.Aggregate(sql, (text, name) => text.Replace($"${name.Key}$", $"'{name.Value}'")));
            return transaction;
        }
        catch (DbException)
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <summary>What the database says to statements that it refuses.</summary>
    public async Task<string> RefusedAsync(Dictionary<string, string> names, string sql) =>
        (await Assert.ThrowsAnyAsync<DbException>(() => RunAsync(names, sql))).Message;

    public async ValueTask DisposeAsync()
    {
        if (_role is not null)
        {
            await using var owner = host.Module.Database.CreateConnection();
            await owner.OpenAsync();
            await ExecuteAsync(owner, $"DROP OWNED BY {_role}; DROP ROLE {_role}");
        }
    }

    async Task<DbConnection> OpenAsync()
    {
        var connection = host.Module.Database.CreateConnection();
        if (host.Module.Database.Provider is DatabaseProvider.PostgreSql)
        {
            connection = new NpgsqlConnection(await AsRoleAsync(connection));
        }

        await connection.OpenAsync();
        if (host.Module.Database.Provider is DatabaseProvider.Sqlite)
        {
            await ExecuteAsync(connection, "PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000");
        }

        return connection;
    }

    async Task<string> AsRoleAsync(DbConnection owner)
    {
        string AsRole() => new NpgsqlConnectionStringBuilder(owner.ConnectionString)
        {
            Username = _role,
            Pooling = false,
        }.ConnectionString;
        if (_role is null)
        {
            await owner.OpenAsync();
            _role = $"application_{Guid.NewGuid():N}";
            await ExecuteAsync(owner, $"CREATE ROLE {_role} LOGIN");
            await using var application = new NpgsqlConnection(AsRole());
            await application.OpenAsync();
            await ApplicationRole.GrantAsync(owner, application, CancellationToken.None);
        }

        await owner.DisposeAsync();
        return AsRole();
    }

    async Task<Dictionary<string, string>> MakeAsync(VersionState state, Guid? product = null)
    {
        var version = await _scene.AddAsync(state: state, product: product);
        var id = version.Id;
        var portions = await _scene.RowsAsync<Portion>(rows =>
            rows.Where(row => row.VersionId == id).OrderBy(row => row.Ordinal));
        var review = (await _scene.RowsAsync<PrivacyReview>(rows => rows.Where(row => row.VersionId == id)))
            .SingleOrDefault();
        string Text(Guid value) => host.Module.Database.Provider is DatabaseProvider.Sqlite
            ? $"{value}".ToUpperInvariant()
            : $"{value}";
        return new Dictionary<string, string>
        {
            ["version"] = Text(id),
            ["product"] = Text(version.ProductId),
            ["center"] = Text(version.OriginatorId),
            ["portion"] = Text(portions[2].Id),
            ["title"] = Text(portions[0].Id),
            ["review"] = Text(review?.Id ?? Guid.NewGuid()),
            ["finding"] = Text(Guid.NewGuid()),
            ["new"] = Text(Guid.NewGuid()),
            ["other"] = Text(Guid.NewGuid()),
            ["author"] = Text(ReleaseScene.Author),
            ["officer"] = Text(Staff.Of(0, Staff.PrivacyOfficer)),
            ["supervisor"] = Text(Staff.Of(0, Staff.Supervisor)),
            ["director"] = Text(Staff.Of(0, Staff.Director)),
            ["list"] = Text(ReleaseScene.ListId(ReleaseScene.Water)),
            ["now"] = "2026-11-22 12:00:00",
        };
    }

    static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
