using System.Data.Common;
using GraphApi.Data.Databases;
using Npgsql;

namespace GraphApi.Distribution.Tests.Publishing;

/// <summary>A transaction of <see cref="GateScene"/> that is not committed yet.</summary>
sealed class OpenGateTransaction : IAsyncDisposable
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    readonly DbConnection _connection;
    readonly DbTransaction _transaction;
    readonly Database<DistributionContext> _database;

    OpenGateTransaction(DbConnection connection, DbTransaction transaction, Database<DistributionContext> database) =>
        (_connection, _transaction, _database) = (connection, transaction, database);

    public static async Task<OpenGateTransaction> BeginAsync(
        DbConnection connection, Database<DistributionContext> database) =>
        new(connection, await connection.BeginTransactionAsync(), database);

    public async Task ExecuteAsync(string sql)
    {
        await using var command = _connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Until another transaction waits for this one (PostgreSQL).</summary>
    public async Task WaitForAnotherAsync()
    {
        using var stop = new CancellationTokenSource(Longest);
        await using var watch = _database.CreateConnection();
        await watch.OpenAsync(stop.Token);
        await using var command = watch.CreateCommand();
        command.CommandText =
            $"SELECT EXISTS (SELECT FROM pg_stat_activity WHERE {((NpgsqlConnection)_connection).ProcessID}"
            + " = ANY (pg_blocking_pids(pid)))";
        while (!(bool)(await command.ExecuteScalarAsync(stop.Token))!)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), stop.Token);
        }
    }

    public Task CommitAsync() => _transaction.CommitAsync();

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
