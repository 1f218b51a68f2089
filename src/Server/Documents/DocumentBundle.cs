using System.Text;
using System.Text.Json;
using GraphApi.Engine;

namespace GraphApi.Server.Documents;

/// <summary>
/// Trusted documents as build tools write them, read from files and verified. Mutable while it is read: problems are
/// collected, so that they are told all at once.
/// </summary>
sealed class DocumentBundle
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    static readonly JsonDocumentOptions UniqueNames = new() { AllowDuplicateProperties = false };

    readonly Dictionary<string, StoredDocument> _documents = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    readonly List<string> _problems = [];

    /// <summary>The documents by id.</summary>
    public IReadOnlyDictionary<string, StoredDocument> Documents => _documents;

    /// <summary>What is wrong with the files, a sentence each that begins with the file.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>The file that an id comes from.</summary>
    public string FileOf(string id) => _files[id];

    /// <summary>
    /// Reads a file (<see cref="Read"/>), or every <c>*.graphql</c>, <c>*.gql</c> and <c>*.json</c> of a folder and
    /// below it, in the order of their names.
    /// </summary>
    public void ReadAll(string path)
    {
        if (!Directory.Exists(path))
        {
            Read(path);
            return;
        }

        foreach (var file in FilesOf(path)
            .Where(file => Path.GetExtension(file) is ".graphql" or ".gql" or ".json")
            .Order(StringComparer.Ordinal))
        {
            Read(file);
        }
    }

    // Folder by folder: one that cannot be read is a problem, and the others are read all the same.
    IEnumerable<string> FilesOf(string folder)
    {
        try
        {
            return
            [
                .. Directory.GetFiles(folder),
                .. Directory.GetDirectories(folder).SelectMany(FilesOf),
            ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _problems.Add($"{folder}: {exception.Message}");
            return [];
        }
    }

    /// <summary>
    /// Reads one file: a document, whose id is the name of the file, or a manifest with many, as
    /// <c>apollo-persisted-query-manifest</c> or as an object of texts by id, which Relay and the code generator write.
    /// </summary>
    public void Read(string file)
    {
        try
        {
            var text = Strict.GetString(WithoutMark(File.ReadAllBytes(file)));
            if (Path.GetExtension(file) == ".json")
            {
                ReadManifest(file, text);
            }
            else
            {
                Add(file, Path.GetFileNameWithoutExtension(file), text);
            }
        }
        catch (DecoderFallbackException)
        {
            _problems.Add($"{file}: The file is not UTF-8.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            _problems.Add($"{file}: The file is no JSON that can be read.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _problems.Add($"{file}: {exception.Message}");
        }
    }

    /// <summary>
    /// Has the engine check every document and keep what it can; what is not valid, or would never run, is a problem.
    /// </summary>
    public void Prepare(GraphQLEngine engine)
    {
        foreach (var (id, document) in _documents)
        {
            var refused = engine.Prepare(document.Text, document.Hash, isTrusted: true);
            _problems.AddRange((refused?.Errors ?? [])
                .Select(error => $"{_files[id]}: \"{id}\": {error.Message}"));
        }
    }

    // The mark is of the file and not of the document.
    static ReadOnlySpan<byte> WithoutMark(byte[] bytes) =>
        bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes;

    void ReadManifest(string file, string json)
    {
        using var manifest = JsonDocument.Parse(json, UniqueNames);
        var root = manifest.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            _problems.Add($"{file}: The file is no manifest: it must be a JSON object.");
        }
        else if (root.TryGetProperty("format", out var format) && root.TryGetProperty("operations", out var operations))
        {
            ReadOperations(file, root, format, operations);
        }
        else
        {
            foreach (var entry in root.EnumerateObject())
            {
                AddEntry(file, entry.Name, entry.Value);
            }
        }
    }

    void ReadOperations(string file, JsonElement root, JsonElement format, JsonElement operations)
    {
        var isKnown = format.ValueEquals("apollo-persisted-query-manifest")
            && root.TryGetProperty("version", out var version)
            && version.ValueKind == JsonValueKind.Number
            && version.TryGetInt32(out var number)
            && number == 1
            && operations.ValueKind == JsonValueKind.Array;
        if (!isKnown)
        {
            _problems.Add($"{file}: The manifest must be an apollo-persisted-query-manifest of version 1.");
            return;
        }

        foreach (var operation in operations.EnumerateArray())
        {
            if (operation.ValueKind == JsonValueKind.Object
                && operation.TryGetProperty("id", out var id)
                && id.ValueKind == JsonValueKind.String
                && operation.TryGetProperty("body", out var body))
            {
                AddEntry(file, id.GetString()!, body);
            }
            else
            {
                _problems.Add($"{file}: An operation has no \"id\" or no \"body\".");
            }
        }
    }

    void AddEntry(string file, string id, JsonElement text)
    {
        if (text.ValueKind == JsonValueKind.String)
        {
            Add(file, id, text.GetString()!);
        }
        else
        {
            _problems.Add($"{file}: \"{id}\": The document must be a string.");
        }
    }

    void Add(string file, string id, string text)
    {
        var document = StoredDocument.Of(text);
        if (DocumentIds.Refuse(id, document) is { } problem)
        {
            _problems.Add($"{file}: \"{id}\": {problem}");
        }
        else if (!_documents.TryAdd(id, document) && _documents[id] != document)
        {
            _problems.Add($"{file}: \"{id}\": The id stands for another document in {_files[id]}.");
        }
        else
        {
            _files.TryAdd(id, file);
        }
    }
}
