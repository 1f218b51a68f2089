using System.Data.Common;
using GraphApi.Data.Databases;
using GraphApi.Data.Loading;
using GraphApi.Data.Writing;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>
/// Writes access records for the requests of this node, many in one commit, on a connection of its own. What is known
/// to be public leaves no record. Thread-safe.
/// </summary>
sealed class AccessRecorder : IAsyncDisposable
{
    readonly Database<AccessContext> _database;
    readonly TimeProvider _time;
    readonly GroupWriter<AccessDraft> _writer;
    readonly NodeChain _chain;
    AccessContext? _context;

    /// <summary>A recorder; nothing is connected before the first record.</summary>
    public AccessRecorder(Database<AccessContext> database, TimeProvider time)
    {
        _database = database;
        _time = time;
        _chain = new NodeChain(time);
        _writer = new GroupWriter<AccessDraft>(WriteAsync);
        Rights = new VersionRights(database, time);
    }

    /// <summary>Which versions are known to be public, and why others may be read.</summary>
    public VersionRights Rights { get; }

    /// <summary>
    /// Returns when the records of a request are durable. Throws what the database throws: what was read must not leave
    /// then.
    /// </summary>
    public ValueTask RecordAsync(AccessDraft draft, CancellationToken cancellationToken) =>
        _writer.WriteAsync(draft, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        try
        {
            await EndAsync();
        }
        catch (Exception problem) when (
            problem is DbException || SqlState.IsKnown(problem, CancellationToken.None))
        {
            // The database is gone before its node, or the chain is: the next node to start writes the head, or a
            // verification finds what happened. Stopping must not fail for it.
        }
        finally
        {
            await CloseAsync();
        }
    }

    async Task EndAsync()
    {
        if (_context is { } context && _chain.IsAhead)
        {
            await using var transaction = await context.Database.BeginTransactionAsync(CancellationToken.None);
            await _chain.EndAsync(context, CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }
    }

    async Task WriteAsync(IReadOnlyList<AccessDraft> drafts)
    {
        // Whoever waits may leave, the records of the group stay: there is no token here.
        var reads = await ExplainAsync(drafts, CancellationToken.None);
        if (reads.Count == 0)
        {
            return;
        }

        var isWritten = false;
        try
        {
            var context = _context ??= await OpenAsync(CancellationToken.None);
            await using var transaction = await context.Database.BeginTransactionAsync(CancellationToken.None);
            await _chain.OpenAsync(context, CancellationToken.None);
            var records = reads.ConvertAll(ToRecord);
            await BulkWriter.For(context).WriteAsync(
                context.Model.FindEntityType(typeof(AccessRecord))!, records, CancellationToken.None);
            await _chain.WriteHeadsAsync(context, records, CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
            isWritten = true;
        }
        finally
        {
            if (!isWritten)
            {
                _chain.Doubt();
                await CloseAsync();
            }
        }
    }

    /// <summary>What there is to be recorded: a version or a subject each, with what let the reader have it.</summary>
    async Task<List<Read>> ExplainAsync(IReadOnlyList<AccessDraft> drafts, CancellationToken cancellationToken)
    {
        var reads = new List<Read>();
        foreach (var draft in drafts)
        {
            foreach (var part in draft.Reads)
            {
                reads.AddRange(part.Content.Versions.Select(version => new Read(
                    draft,
                    part.Viewer,
                    new RecordSubject(
                        AccessRecordKind.ContentRead, SubjectId: null, version.VersionId, version.OriginatorId),
                    version.Portions)));
                reads.AddRange(part.Subjects.Select(subject => new Read(draft, part.Viewer, subject, Portions: null)));
            }
        }

        // A right that is missing may have come since the others were read, so that it is asked for again.
        await Rights.ReadAsync(
            [.. reads.Where(read => read.IsOfVersion && Explain(read) is null)
                .Select(read => read.Subject.VersionId!.Value).Distinct()],
            cancellationToken);
        reads.RemoveAll(read =>
            read.IsOfVersion
            && read.Subject.Kind is (AccessRecordKind.ContentRead or AccessRecordKind.ContentSearch)
            && Explain(read)?.Basis is AccessBasis.Public);
        return reads;
    }

    AccessRight? Explain(Read read) =>
        Rights.Find(read.Subject.VersionId!.Value) is { } rights
            ? VersionRights.Explain(rights, read.Viewer, read.Subject.Kind is AccessRecordKind.BackgroundRead)
            : null;

    AccessRecord ToRecord(Read read)
    {
        var (draft, viewer, subject, portions) = read;
        var originatorId = subject.OriginatorId
            ?? (read.IsOfVersion ? VersionRights.OriginatorIn(Rights.Find(subject.VersionId!.Value)) : null);
        var right = read.IsOfVersion ? Explain(read) : null;
        var basis = right?.Basis ?? AccessBasis.Unknown;
        // An audit of a center opens it as to its staff: what is read so is read by the grant all the same.
        var grant = read.IsOfVersion && originatorId is { } center
            && basis is (AccessBasis.Home or AccessBasis.Grant or AccessBasis.Unknown)
                ? viewer.GrantFor(subject.VersionId!.Value, center)
                : null;
        var (chainId, sequence, previousHash) = _chain.Next;
        var record = new AccessRecord
        {
            Id = Guid.CreateVersion7(_time.GetUtcNow()),
            ChainId = chainId,
            Sequence = sequence,
            At = AccessRecord.Moment(viewer.Now),
            Kind = subject.Kind,
            Channel = draft.Origin.Channel,
            PersonId = viewer.RecallPersonId,
            ServiceClientId = viewer.RecallClientId,
            OrganizationId = viewer.OrganizationId,
            ClientId = BoundedText.Of(viewer.ClientId),
            Actor = BoundedText.Of(viewer.ActorId),
            TokenId = BoundedText.Of(viewer.TokenId),
            OperationName = BoundedText.Of(draft.OperationName),
            DocumentHash = draft.DocumentHash,
            Purpose = draft.Origin.Purpose,
            VersionId = subject.VersionId,
            OriginatorId = originatorId,
            Portions = portions,
            SubjectId = subject.SubjectId,
            Basis = !read.IsOfVersion ? null : grant is null ? basis : AccessBasis.Grant,
            AudienceId = right?.AudienceId,
            GrantId = grant?.Id,
            PolicyVersion = HandlingPolicy.Version,
            TraceId = draft.TraceId,
            SearchHash = subject.SearchHash,
            PreviousHash = previousHash,
        };
        _chain.Append(record);
        return record;
    }

    async Task<AccessContext> OpenAsync(CancellationToken cancellationToken)
    {
        var context = _database.CreateContext();
        var isOpen = false;
        try
        {
            await context.Database.OpenConnectionAsync(cancellationToken);
            // Durable means on the disk, whatever the rest of this database is content with.
            await context.Database.ExecuteSqlRawAsync(
                _database.Provider is DatabaseProvider.Sqlite
                    ? "PRAGMA synchronous = FULL"
                    : """
                        SELECT set_config('synchronous_commit', 'on', false)
                        WHERE current_setting('synchronous_commit') IN ('off', 'local')
                        """,
                cancellationToken);
            isOpen = true;
            return context;
        }
        finally
        {
            if (!isOpen)
            {
                await context.DisposeAsync();
            }
        }
    }

    async Task CloseAsync()
    {
        if (_context is { } context)
        {
            _context = null;
            await context.Database.CloseConnectionAsync();
            await context.DisposeAsync();
        }
    }

    readonly record struct Read(AccessDraft Draft, Viewer Viewer, RecordSubject Subject, byte[]? Portions)
    {
        /// <summary>Whether a version is read, so that there is a right to it, and not what is kept about it.</summary>
        public bool IsOfVersion => Subject is { VersionId: not null, Kind: not AccessRecordKind.RecordRead };
    }
}
