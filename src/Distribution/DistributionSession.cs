using System.Diagnostics;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using GraphApi.Data.Databases;
using GraphApi.Data.UseCases;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.UseCases;
using GraphApi.Engine.Errors;

namespace GraphApi.Distribution;

/// <summary>
/// What the steps of one request have: the viewer, and the database as this viewer may see it. Mutable: a use case may
/// change what the viewer may see, and what is read is kept for the access records of the request. Not thread-safe, as
/// the steps run one after another.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="viewer">Who asks.</param>
/// <param name="writer">Runs use cases and knows other principals; null: a session that only reads.</param>
/// <param name="principal">Whom the viewer was made of; null: anonymous.</param>
/// <param name="recorder">Records what is read; null: a session that reads no content.</param>
/// <param name="origin">Where the request comes from, for its records.</param>
/// <param name="quotas">Counts what machine clients read; null: nobody is counted.</param>
/// <param name="log">The change log; null: a session that reads none.</param>
sealed class DistributionSession(
    Database<DistributionContext> database,
    Viewer viewer,
    SessionWriter? writer = null,
    ClaimsPrincipal? principal = null,
    AccessRecorder? recorder = null,
    AccessOrigin origin = default,
    ClientQuotas? quotas = null,
    ChangeLog? log = null)
    : DataSession<DistributionContext>(database), IRepeatableSession
{
    /// <summary>Of how many persons one request may reveal what is shown for a purpose only.</summary>
    public const int MaxRevealed = 20;

    List<ViewerReads>? _reads;
    HashSet<RecordSubject>? _revealed;
    SharedReads? _shared;

    /// <summary>
    /// Whether the caller says what he reads for, with this very request: what a connection or a stream was opened for
    /// says nothing of what is read over it later.
    /// </summary>
    public bool StatesPurpose => origin is { Channel: AccessChannel.GraphqlHttp, Purpose: not null };

    /// <summary>
    /// Whether what is known of these may be revealed: with what the request revealed before, of at most
    /// <see cref="MaxRevealed"/> persons. Where it is too much, nothing of it is.
    /// </summary>
    public bool TryReveal(IReadOnlyList<RecordSubject> subjects)
    {
        var all = (_revealed ?? []).Union(subjects).ToHashSet();
        if (all.Count > MaxRevealed)
        {
            return false;
        }

        _revealed = all;
        return true;
    }

    /// <summary>Who asks.</summary>
    public Viewer Viewer { get; private set; } = viewer;

    /// <summary>The change log as this node knows it.</summary>
    public ChangeLog Log => log ?? throw new InvalidOperationException("This session reads no change log.");

    /// <summary>
    /// Who asks, whatever rights he has: the issuer and subject of his token; empty: nobody is signed in.
    /// </summary>
    public string Subject => TokenClaims.NameOf(principal);

    /// <summary>
    /// Goes on to a later moment, by which everything is judged from here on. A moment that is past changes nothing.
    /// </summary>
    public void AdvanceTo(DistributionContext context, DateTime moment)
    {
        if (moment > Viewer.Now)
        {
            Viewer = Viewer with { Now = moment };
            Configure(context);
        }
    }

    /// <summary>
    /// Reads from here on as anybody with the rights that several share, and as nobody in person: what is read is given
    /// to each of them, and recorded for each.
    /// </summary>
    /// <param name="concerned">The rights to what is read; the viewer has no other from here on.</param>
    public void ForgetPerson(ConcernedRights concerned)
    {
        Viewer = PersonalRights.Without(Viewer, concerned);
        _shared = new SharedReads();
    }

    /// <summary>What was read since it was last asked for, after <see cref="ForgetPerson"/>.</summary>
    public SharedReads TakeShared()
    {
        var reads = _shared!;
        _shared = new SharedReads();
        return reads;
    }

    /// <summary>Gives the connection back, for as long as nothing is read.</summary>
    public ValueTask RestAsync() => ReleaseAsync();

    /// <summary>Finds out anew who asks, and what that gives at this moment.</summary>
    public async ValueTask RenewAsync(CancellationToken cancellationToken)
    {
        if (writer is not null)
        {
            await ReleaseAsync();
            Viewer = await writer.ViewerNowAsync(Viewer, principal, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public RepeatableField? Field { get; set; }

    /// <summary>
    /// Runs a use case in a transaction of its own. What is read afterwards is read by the viewer as he is then.
    /// </summary>
    public async ValueTask<Outcome> WriteAsync(
        Func<UnitOfWork, CancellationToken, ValueTask<Outcome>> run,
        CancellationToken cancellationToken)
    {
        if (writer is null)
        {
            throw new InvalidOperationException("This session only reads.");
        }

        await ReleaseAsync();
        var outcome = await writer.RunAsync(Viewer, Field, run, cancellationToken);
        Viewer = await writer.ViewerAfterAsync(Viewer, principal, cancellationToken);
        return outcome;
    }

    /// <summary>Keeps that content is read, unless it is known to be public.</summary>
    public void NoteRead(IRecordedContent content)
    {
        if (_shared is { } shared)
        {
            shared.Content.Add(content);
        }
        else if (!Recorder.Rights.IsKnownPublic(content.VersionId, Viewer))
        {
            Reads.Content.Add(content);
        }
    }

    /// <summary>Keeps that something is read that is no portion.</summary>
    public void NoteRead(RecordSubject subject)
    {
        if (_shared is { } shared)
        {
            shared.HasOther = true;
        }
        else
        {
            Reads.Add(subject);
        }
    }

    /// <summary>
    /// Keeps that versions are found by what they say, or that none is: also that tells of what they say. A caller who
    /// is not signed in finds what is public only.
    /// </summary>
    /// <param name="text">What was looked for.</param>
    /// <param name="versionIds">The versions that were found, as far as they are on the page asked for.</param>
    public void NoteSearch(string text, IReadOnlyList<Guid> versionIds)
    {
        var found = versionIds.Where(id => !Recorder.Rights.IsKnownPublic(id, Viewer)).ToList();
        if (found.Count == 0 && (versionIds.Count > 0 || !Viewer.IsAuthenticated))
        {
            return;
        }

        if (_shared is { } shared)
        {
            shared.HasOther = true;
            return;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        foreach (var id in found.Count == 0 ? [null] : found.ConvertAll(id => (Guid?)id))
        {
            Reads.Add(new RecordSubject(AccessRecordKind.ContentSearch, SubjectId: null, id, SearchHash: hash));
        }
    }

    /// <summary>Whether something was read that needs a record, and has none yet.</summary>
    public bool IsUnsettled => _reads is not null;

    /// <summary>
    /// Returns when the records of what was read are durable. Throws <see cref="GraphQLException"/> where the database
    /// does not take them.
    /// </summary>
    /// <param name="operationName">The operation's name; null: it has none.</param>
    /// <param name="documentHash">SHA-256 of the document, in lower-case hexadecimal.</param>
    /// <param name="cancellationToken">Cancelled when nobody waits for the answer any more.</param>
    public async ValueTask SettleAsync(
        string? operationName, string documentHash, CancellationToken cancellationToken)
    {
        var draft = new AccessDraft(
            _reads!, origin, operationName, documentHash, Activity.Current?.TraceId.ToHexString());
        var contents = _reads!.Sum(reads => reads.Content.Count);
        _reads = null;
        try
        {
            await Recorder.RecordAsync(draft, cancellationToken);
            if (quotas is not null)
            {
                await quotas.CountAsync(Viewer, contents, cancellationToken);
            }
        }
        catch (Exception problem) when (SqlState.IsKnown(problem, cancellationToken))
        {
            throw SqlState.ToException(problem, cancellationToken);
        }
    }

    /// <summary>
    /// What the viewer reads who reads now. It may seem wise to keep one for the request and to name the viewer when it
    /// settles: what was read before a use case would then be recorded with the rights that are left after it.
    /// </summary>
    ViewerReads Reads
    {
        get
        {
            if (_reads?[^1] is not { } reads || reads.Viewer != Viewer)
            {
                (_reads ??= []).Add(reads = new ViewerReads(Viewer));
            }

            return reads;
        }
    }

    AccessRecorder Recorder =>
        recorder ?? throw new InvalidOperationException("A session without a recorder reads no content.");

    /// <summary>
    /// A session as of somebody else, who is assumed to sign in with all that the records hold of him, and his record:
    /// for telling what he could see. This one's connection is given back for it.
    /// </summary>
    public async ValueTask<(DistributionSession Session, PrincipalRecord? Record)> AssumeAsync(
        Guid id, bool isServiceClient, CancellationToken cancellationToken)
    {
        if (writer is null)
        {
            throw new InvalidOperationException("This session knows no other principals.");
        }

        await ReleaseAsync();
        return await writer.AssumeAsync(id, isServiceClient, Viewer.Now, cancellationToken);
    }

    /// <inheritdoc/>
    protected override void Configure(DistributionContext context)
    {
        context.Viewer = Viewer;
        context.StatesPurpose = StatesPurpose;
    }

    /// <inheritdoc/>
    protected override void Reset(DistributionContext context)
    {
        context.Viewer = Viewer.Nobody;
        context.StatesPurpose = false;
    }
}
