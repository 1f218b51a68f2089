using GraphApi.Data.Databases;
using Microsoft.Data.Sqlite;

namespace GraphApi.Data.Tests.Databases;

/// <summary>Statements of SQLite that would run for hours.</summary>
public sealed class SqliteInterruptionTests : IAsyncLifetime
{
    const string Endless =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000000000) SELECT max(i) FROM n";

    readonly SqliteConnection _connection = new("Data Source=:memory:");

    public async ValueTask InitializeAsync() => await _connection.OpenAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    [Fact]
    public async Task A_statement_that_runs_is_stopped()
    {
        using var source = new CancellationTokenSource();
        using var interruption = SqliteInterruption.Watch(_connection, source.Token);
        var running = Task.Run(() => Run(Endless), TestContext.Current.CancellationToken);
        await Task.Delay(50, TestContext.Current.CancellationToken);

        await source.CancelAsync();

        var exception = await Assert.ThrowsAsync<SqliteException>(() => running);
        Assert.True(SqliteInterruption.IsCause(exception));
    }

    [Fact]
    public void A_statement_that_begins_when_it_is_too_late_is_stopped_too()
    {
        using var interruption = SqliteInterruption.Watch(_connection, new CancellationToken(canceled: true));

        var exception = Assert.Throws<SqliteException>(() => Run(Endless));

        Assert.True(SqliteInterruption.IsCause(exception));
    }

    [Fact]
    public async Task The_next_to_use_the_connection_is_not_stopped()
    {
        using var source = new CancellationTokenSource();
        SqliteInterruption.Watch(_connection, source.Token)!.Dispose();
        SqliteInterruption.Watch(_connection, new CancellationToken(canceled: true))!.Dispose();

        await source.CancelAsync();

        const string Long =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1000000) SELECT max(i) FROM n";
        Assert.Equal(1_000_000L, Run(Long));
    }

    [Fact]
    public void A_token_that_is_never_cancelled_is_not_watched() =>
        Assert.Null(SqliteInterruption.Watch(_connection, CancellationToken.None));

    object? Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
