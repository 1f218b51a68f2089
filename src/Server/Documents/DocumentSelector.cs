using System.Text.Json;
using GraphApi.Engine;
using GraphApi.Engine.Errors;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Documents;

/// <summary>
/// Decides which document a request means: the text it brings, or one that the server holds under the id or hash it
/// names. An id is looked up among those that are held and never becomes a path or a query.
/// </summary>
/// <seealso href="https://github.com/graphql/graphql-over-http/blob/persisted-documents/spec"/>
sealed class DocumentSelector(DocumentOptions options, TrustedDocuments trusted)
{
    static readonly DocumentChoice Unknown =
        DocumentChoice.Refuse("The specified persisted operation key is invalid.", ErrorCode.PersistedDocumentUnknown);

    static readonly DocumentChoice NotTrusted =
        DocumentChoice.Refuse("Only persisted operations are allowed.", ErrorCode.OnlyPersistedDocuments);

    static readonly DocumentChoice Mismatch = DocumentChoice.Refuse(
        "The document of the request is not the one that its hash or id stands for.",
        ErrorCode.PersistedQueryMismatch);

    static readonly DocumentChoice Ambiguous = DocumentChoice.Refuse(
        "The request names its document twice: by its id and by the extension \"persistedQuery\".",
        ErrorCode.RequestInvalid);

    // What clients register is not trusted.
    readonly bool _isAutomatic = options.Automatic && !options.OnlyTrusted;
    readonly AutomaticDocuments _automatic = new(options.MaxAutomaticEntries, options.MaxAutomaticBytes);

    /// <summary>
    /// Reads and verifies the trusted documents of the folder, and prepares each. Throws a
    /// <see cref="ConfigurationException"/> with the whole list of those that are not what their ids say, or that the
    /// schema does not allow.
    /// </summary>
    /// <param name="options">The configuration.</param>
    /// <param name="engine">Runs the documents.</param>
    /// <param name="source">Trusted documents that may change; null: there are none.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">Where it is told how many were read.</param>
    public static DocumentSelector Open(
        DocumentOptions options,
        GraphQLEngine engine,
        TrustedSource? source,
        TimeProvider time,
        ILoggerFactory loggers)
    {
        var logger = loggers.CreateLogger<DocumentSelector>();
        var bundle = new DocumentBundle();
        if (options.Folder is { } folder)
        {
            bundle.ReadAll(folder);
            bundle.Prepare(engine);
            if (bundle.Problems.Count > 0)
            {
                throw new ConfigurationException(
                    [.. bundle.Problems.Select(problem => "Documents:Folder: " + problem)]);
            }

            Log.TrustedDocumentsRead(logger, bundle.Documents.Count);
        }

        return new DocumentSelector(options, new TrustedDocuments(bundle.Documents, source, time, logger));
    }

    /// <summary>
    /// The document of a request. Throws what the database throws where trusted documents are in it and it does not
    /// answer.
    /// </summary>
    /// <param name="query">The text that the request brings; null or empty: none.</param>
    /// <param name="documentId">The id that it names; null: none.</param>
    /// <param name="extensions">Its extensions; undefined: none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<DocumentChoice> ChooseAsync(
        string? query, string? documentId, JsonElement extensions, CancellationToken cancellationToken)
    {
        query = query is "" ? null : query;
        var (hash, error) = PersistedQuery.Read(extensions);
        if (error is not null)
        {
            return new(new DocumentChoice { Error = error });
        }

        if (documentId is not null)
        {
            return hash is null ? ChooseByIdAsync(query, documentId, cancellationToken) : new(Ambiguous);
        }

        if (hash is not null)
        {
            return ChooseByHashAsync(query, hash, cancellationToken);
        }

        return new(options.OnlyTrusted && query is not null ? NotTrusted : new DocumentChoice { Text = query });
    }

    /// <summary>
    /// Holds a document that a client offered and that is valid, for the next time. Returns whether its hash will do
    /// then.
    /// </summary>
    public bool Keep(DocumentChoice choice) =>
        _isAutomatic && _automatic.Add(new StoredDocument(choice.Hash!, choice.Text!));

    async ValueTask<DocumentChoice> ChooseByIdAsync(string? query, string id, CancellationToken cancellationToken)
    {
        if (await trusted.FindAsync(id, cancellationToken) is { } document)
        {
            return query is null || query == document.Text ? DocumentChoice.OfTrusted(document) : Mismatch;
        }

        if (query is null)
        {
            return Unknown;
        }

        if (options.OnlyTrusted)
        {
            return NotTrusted;
        }

        // An id that is a hash says itself what it stands for; any other would have to be believed.
        return DocumentHash.FromId(id) is not { } hash ? Unknown
            : hash == DocumentHash.Of(query) ? new DocumentChoice { Text = query }
            : Mismatch;
    }

    async ValueTask<DocumentChoice> ChooseByHashAsync(string? query, string hash, CancellationToken cancellationToken)
    {
        if (_isAutomatic && _automatic.TryFind(hash, out var known))
        {
            return query is null ? DocumentChoice.OfRegistered(known)
                : query == known.Text ? DocumentChoice.OfRegistered(known) with { IsOffered = true }
                : Mismatch;
        }

        if (await trusted.FindAsync(hash, cancellationToken) is { } document)
        {
            return query is null || query == document.Text ? DocumentChoice.OfTrusted(document) : Mismatch;
        }

        if (query is null)
        {
            return _isAutomatic ? new DocumentChoice { Error = PersistedQuery.NotFound }
                : options.OnlyTrusted ? Unknown
                : new DocumentChoice { Error = PersistedQuery.NotSupported };
        }

        return options.OnlyTrusted ? NotTrusted
            : hash != DocumentHash.Of(query) ? Mismatch
            : new DocumentChoice { Text = query, Hash = _isAutomatic ? hash : null, IsOffered = _isAutomatic };
    }
}
