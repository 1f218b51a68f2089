using System.Data.Common;

namespace GraphApi.Distribution.Documents;

/// <summary>
/// The documents that an operator trusts, in the database: which operations a portal may run belongs to whom we share
/// with. They hold no product and are no viewer's, so that no row rule is about them; requests read them by id alone.
/// Every method throws what the database throws when it is down.
/// </summary>
/// <param name="connect">Makes a closed connection.</param>
/// <param name="time">The clock of <see cref="TrustedDocument.AddedAt"/>.</param>
public sealed class TrustedDocumentStore(Func<DbConnection> connect, TimeProvider time)
{
    /// <summary>The most documents that are kept: every node holds all of them in memory.</summary>
    public const int MaxDocuments = 20_000;

    // Fewer than either database takes parameters in a statement.
    const int MaxHashes = 1_000;

    /// <summary>All of them, without their texts, by id.</summary>
    public async Task<IReadOnlyList<TrustedDocument>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, sha256, client, added_at FROM trusted_documents ORDER BY id";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var documents = new List<TrustedDocument>();
        while (await reader.ReadAsync(cancellationToken))
        {
            documents.Add(new TrustedDocument(
                reader.GetString(0),
                reader.GetString(1),
                await reader.IsDBNullAsync(2, cancellationToken) ? null : reader.GetString(2),
                DateTime.SpecifyKind(reader.GetDateTime(3), DateTimeKind.Utc)));
        }

        return documents;
    }

    /// <summary>
    /// The texts of hashes, in any order and each once; without those that there are not. A statement for each
    /// thousand.
    /// </summary>
    public async Task<IReadOnlyList<string>> ReadTextsAsync(
        IReadOnlyList<string> hashes, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        var texts = new List<string>(hashes.Count);
        foreach (var some in hashes.Chunk(MaxHashes))
        {
            await using var command = connection.CreateCommand();
            foreach (var (i, hash) in some.Index())
            {
                Add(command, $"@h{i}", hash);
            }

            var names = string.Join(", ", some.Select((_, i) => $"@h{i}"));
            command.CommandText = $"SELECT DISTINCT text FROM trusted_documents WHERE sha256 IN ({names})";
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                texts.Add(reader.GetString(0));
            }
        }

        return texts;
    }

    /// <summary>
    /// Adds documents, all or none; those that are there already stay as they are. The caller has verified ids and
    /// hashes.
    /// </summary>
    /// <param name="documents">Id, hash and text of each.</param>
    /// <param name="client">Whose they are; null: not said.</param>
    /// <param name="cancellationToken">Stops it and takes back what was written.</param>
    /// <returns>
    /// How many were added. Ids that stand for another text already, and how many are too many: nothing was added then.
    /// </returns>
    public async Task<(int Added, IReadOnlyList<string> Taken, int TooMany)> AddAsync(
        IReadOnlyList<(string Id, string Hash, string Text)> documents,
        string? client,
        CancellationToken cancellationToken)
    {
        var present = (await ListAsync(cancellationToken)).ToDictionary(document => document.Id);
        var taken = documents.Where(document => present.GetValueOrDefault(document.Id) is { } other
            && other.Hash != document.Hash).Select(document => document.Id).ToList();
        var missing = documents.Where(document => !present.ContainsKey(document.Id)).ToList();
        var tooMany = Math.Max(0, present.Count + missing.Count - MaxDocuments);
        if (taken.Count > 0 || tooMany > 0)
        {
            return (0, taken, tooMany);
        }

        await using var connection = await OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var (id, hash, text) in missing)
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "INSERT INTO trusted_documents (id, sha256, text, client, added_at)"
                + " VALUES (@id, @hash, @text, @client, @now)";
            Add(command, "@id", id);
            Add(command, "@hash", hash);
            Add(command, "@text", text);
            Add(command, "@client", client);
            Add(command, "@now", time.GetUtcNow().UtcDateTime);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return (missing.Count, [], 0);
    }

    /// <summary>Removes a document. False: there was none of that id.</summary>
    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM trusted_documents WHERE id = @id";
        Add(command, "@id", id);
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = connect();
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    static void Add(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }
}
