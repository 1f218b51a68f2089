using System.Text.Json;
using GraphApi.Distribution;
using GraphApi.Engine;
using GraphApi.Server.Documents;

namespace GraphApi.Server.Commands;

/// <summary>Adds, names and removes the trusted documents of the database.</summary>
sealed class DocumentsCommand(
    DistributionModule module, EngineOptions limits, TextWriter output, TextWriter error)
{
    /// <summary>The exit code where something was not done.</summary>
    public const int NotDone = 1;

    /// <summary>
    /// Verifies and adds the documents of files and folders, all or none: ids that are hashes are those of their texts,
    /// the schema allows every document, and the limits every operation as far as that can be told without a request.
    /// Returns the exit code: 0 or <see cref="NotDone"/>.
    /// </summary>
    public async Task<int> ImportAsync(
        IReadOnlyList<string> paths, string? client, CancellationToken cancellationToken)
    {
        var bundle = new DocumentBundle();
        foreach (var path in paths)
        {
            bundle.ReadAll(path);
        }

        bundle.Prepare(new GraphQLEngine(module.Schema, limits, module.Authorizer));
        if (bundle.Problems.Count > 0)
        {
            return await RefuseAsync(bundle.Problems);
        }

        var (added, taken, tooMany) = await module.TrustedDocuments.AddAsync(
            [.. bundle.Documents.Select(entry => (entry.Key, entry.Value.Hash, entry.Value.Text))],
            client,
            cancellationToken);
        if (taken.Count > 0 || tooMany > 0)
        {
            var problems = taken
                .Select(id => $"{bundle.FileOf(id)}: \"{id}\": The id stands for another document already.");
            return await RefuseAsync(tooMany > 0
                ? [.. problems, $"These are {tooMany:N0} documents too many. Remove what is not used."]
                : [.. problems]);
        }

        await output.WriteLineAsync($"{added:N0} added, {bundle.Documents.Count - added:N0} were there.");
        return 0;
    }

    /// <summary>Names the documents, a line each: id, hash, client, when it was added. Returns 0.</summary>
    /// <param name="client">Whose; null: everybody's.</param>
    /// <param name="json">Whether to write JSON.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<int> ListAsync(string? client, bool json, CancellationToken cancellationToken)
    {
        var documents = (await module.TrustedDocuments.ListAsync(cancellationToken))
            .Where(document => client is null || document.Client == client)
            .ToList();
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(
                documents.Select(document => new
                {
                    id = document.Id,
                    sha256 = document.Hash,
                    client = document.Client,
                    addedAt = document.AddedAt,
                }),
                ReportJson.Options));
            return 0;
        }

        foreach (var document in documents)
        {
            await output.WriteLineAsync(
                $"{document.Id}  {document.Hash}  {document.Client ?? "-"}  {document.AddedAt:yyyy-MM-ddTHH:mm:ssZ}");
        }

        return 0;
    }

    /// <summary>Removes documents. Returns the exit code: 0; <see cref="NotDone"/> where one was not there.</summary>
    public async Task<int> RemoveAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var exitCode = 0;
        foreach (var id in ids)
        {
            if (!await module.TrustedDocuments.RemoveAsync(id, cancellationToken))
            {
                await error.WriteLineAsync($"{id}: There is no such document.");
                exitCode = NotDone;
            }
        }

        return exitCode;
    }

    async Task<int> RefuseAsync(IReadOnlyList<string> problems)
    {
        await error.WriteLineAsync("Nothing was added:");
        foreach (var problem in problems)
        {
            await error.WriteLineAsync(problem);
        }

        return NotDone;
    }
}
