using GraphApi.Engine;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Response;
using GraphApi.Engine.TypeSystem;
using GraphApi.Server.Configuration;
using GraphApi.Server.Documents;
using GraphApi.Server.Transport.Budgets;
using GraphApi.Server.Transport.Http;

namespace GraphApi.Server.Transport;

/// <summary>What transports run requests on: an engine, and sessions for its steps. Knows no product.</summary>
/// <param name="engine">Runs requests against the schema.</param>
/// <param name="documents">Knows the documents that requests name instead of bringing them.</param>
/// <param name="openSession">Opens what a request's steps need.</param>
/// <param name="exploration">Whether introspection and SDL are open.</param>
/// <param name="loggers">Where a database that does not answer is logged.</param>
/// <param name="budget">What each caller may spend; null: there is no bound.</param>
/// <param name="rightsVersion">
/// Grows when rights of callers may have changed on this node; null: it is not known when.
/// </param>
sealed class GraphQLService(
    GraphQLEngine engine,
    DocumentSelector documents,
    SessionOpener openSession,
    bool exploration,
    ILoggerFactory loggers,
    CostBudget? budget = null,
    Func<long>? rightsVersion = null)
{
    readonly ILogger _logger = loggers.CreateLogger<GraphQLService>();

    /// <summary>The engine.</summary>
    public GraphQLEngine Engine { get; } = engine;

    /// <summary>Whether introspection, SDL and the IDE are open.</summary>
    public bool Exploration { get; } = exploration;

    /// <summary>Grows when rights of callers may have changed on this node.</summary>
    public long RightsVersion => rightsVersion?.Invoke() ?? 0;

    /// <summary>
    /// The engine's limits as configured; what it masks for the client is logged with the client's trace id.
    /// </summary>
    public static EngineOptions EngineOptionsOf(ServerOptions options, ILoggerFactory loggers)
    {
        var logger = loggers.CreateLogger<GraphQLService>();
        return options.Limits.Engine with
        {
            Suggestions = options.Exploration,
            ExecutionTimeout = options.Transport.ExecutionTimeout,
            MaxFieldCost = options.Cost.MaxFieldCost,
            MaxTypeCost = options.Cost.MaxTypeCost,
            EnforceCost = options.Cost.Enforce,
            OnFault = (fault, traceId) => Log.RequestFailed(logger, traceId, fault),
        };
    }

    /// <summary>
    /// Runs a request for every transport alike, and closes its session: the response is settled. All of it, from
    /// choosing the document on, has the time of <see cref="TransportOptions.ExecutionTimeout"/>. Throws
    /// <see cref="OperationCanceledException"/> where the client has left.
    /// </summary>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="parameters">The request.</param>
    /// <param name="aborted">Cancelled when the client has left.</param>
    public async ValueTask<GraphQLResponse> ExecuteAsync(
        RequestOrigin origin, RequestParameters parameters, CancellationToken aborted)
    {
        var admission = budget is null ? null : new Admission(budget, Spender.Of(origin.Principal, origin.Address));
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        timed.CancelAfter(Engine.Options.ExecutionTimeout);
        try
        {
            var (document, refused) = await ChooseDocumentAsync(parameters, admission, timed.Token);
            if (refused is not null)
            {
                return refused;
            }

            if (!IdempotencyKeyHeader.TryRead(parameters.Extensions, out var key))
            {
                return new GraphQLResponse(ResponseKind.Refused, IdempotencyKeyHeader.Invalid);
            }

            await using var session = await openSession(origin, timed.Token);
            var request = new GraphQLRequest
            {
                Document = document.Text,
                DocumentKey = document.Hash,
                IsTrusted = document.IsTrusted,
                OperationName = parameters.OperationName,
                Variables = parameters.Variables,
                Session = session,
                QueriesOnly = origin.QueriesOnly,
                IdempotencyKey = key ?? origin.IdempotencyKey,
                AllowSubscriptions = origin.AllowSubscriptions,
                LastEventId = origin.LastEventId,
                AllowIntrospection = Exploration,
                Cost = origin.Cost,
                Admit = admission is null ? null : admission.AdmitOperation,
                AdmitDocument = admission is null ? null : admission.AdmitDocument,
                TimeLimit = timed.Token,
            };
            var response = await Engine.ExecuteAsync(request, aborted);
            if (document.IsOffered)
            {
                response.Extend(PersistedQuery.Name, new Dictionary<string, object?>
                {
                    ["sha256Hash"] = document.Hash,
                    ["persisted"] = documents.Keep(document),
                });
            }

            return response;
        }
        catch (GraphQLException refused) when (refused.Error.Code == ErrorCode.QuotaExceeded)
        {
            return new GraphQLResponse(ResponseKind.Throttled, refused.Error);
        }
        catch (GraphQLException refused) when (refused.Error.Code == ErrorCode.NotAuthenticated)
        {
            return new GraphQLResponse(ResponseKind.Refused, refused.Error);
        }
        catch (Exception exception) when (Fault.IsUnavailable(exception))
        {
            return Fault.Respond(exception, _logger);
        }
        catch (OperationCanceledException)
            when (timed.IsCancellationRequested && !aborted.IsCancellationRequested)
        {
            return GraphQLResponse.TimedOut(Engine.Options.ExecutionTimeout);
        }
    }

    /// <summary>Opens a session for one event of a subscription. Throws what opening it throws.</summary>
    public ValueTask<IAsyncDisposable> OpenSessionAsync(RequestOrigin origin, CancellationToken cancellationToken) =>
        openSession(origin, cancellationToken);

    /// <summary>
    /// Takes what an event of a subscription costs from the subscriber's budget. Returns how long he has to wait for
    /// it, where he has spent it for now; zero: not at all.
    /// </summary>
    public TimeSpan Pay(RequestOrigin origin, OperationCost cost) =>
        budget?.Spend(Spender.Of(origin.Principal, origin.Address), cost) is { Extensions: { } told }
            && told.GetValueOrDefault("retryAfterSeconds") is int seconds
                ? TimeSpan.FromSeconds(seconds)
                : TimeSpan.Zero;

    /// <summary>
    /// What a subscriber is told where his stream fails: masked, and logged with the trace id that it tells.
    /// </summary>
    public GraphQLError Mask(Exception fault) => Fault.Respond(fault, _logger).Errors[0];

    /// <summary>
    /// The schema as a caller is shown it, or why it cannot be had now. Null without refusal: there is nothing he could
    /// query.
    /// </summary>
    /// <param name="origin">Where the request comes from.</param>
    /// <param name="cancellationToken">Cancels when the client has left.</param>
    public async ValueTask<(Schema? Schema, GraphQLResponse? Refused)> ShowSchemaAsync(
        RequestOrigin origin, CancellationToken cancellationToken)
    {
        try
        {
            await using var session = await openSession(origin, cancellationToken);
            return (Engine.SchemaFor(session), null);
        }
        catch (GraphQLException refused) when (refused.Error.Code == ErrorCode.QuotaExceeded)
        {
            return (null, new GraphQLResponse(ResponseKind.Throttled, refused.Error));
        }
        catch (Exception exception) when (Fault.IsUnavailable(exception))
        {
            return (null, Fault.Respond(exception, _logger));
        }
    }

    // What a client offers is kept under its hash only when it is known to be valid.
    async ValueTask<(DocumentChoice Document, GraphQLResponse? Refused)> ChooseDocumentAsync(
        RequestParameters parameters, Admission? admission, CancellationToken cancellationToken)
    {
        var choice = await documents.ChooseAsync(
            parameters.Query, parameters.DocumentId, parameters.Extensions, cancellationToken);
        if (choice.Error is { } error)
        {
            return (choice, new GraphQLResponse(ResponseKind.Refused, error));
        }

        return (choice, choice.IsOffered ? Prepare(choice, admission) : null);
    }

    GraphQLResponse? Prepare(DocumentChoice choice, Admission? admission) => Engine.Prepare(
        choice.Text!, choice.Hash!, admit: admission is null ? null : admission.AdmitDocument);
}
