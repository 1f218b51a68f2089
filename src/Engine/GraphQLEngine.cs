using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Introspection;
using GraphApi.Engine.Language;
using GraphApi.Engine.Planning;
using GraphApi.Engine.Planning.Inputs;
using GraphApi.Engine.Response;
using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.Validation;

namespace GraphApi.Engine;

/// <summary>
/// Text in, response out: runs requests against one schema. Thread-safe.
/// <list type="number">
/// <item>Parse: the document's text becomes a tree, or a syntax error.</item>
/// <item>Validate: one walk, all rules.</item>
/// <item>Plan: which steps make the response. A document seen before skips 1 to 3.</item>
/// <item>Coerce: the variables become typed values.</item>
/// <item>Authorize: whether the caller may use the inputs that are given.</item>
/// <item>Price: what the operation costs with these values.</item>
/// <item>Execute: each step once, over all rows of its level.</item>
/// <item>Respond: the settled response; its <see cref="GraphQLResponse.WriteTo"/> writes it.</item>
/// </list>
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Executing-Requests"/>
public sealed class GraphQLEngine
{
    // What a selection of a plan takes in memory, in characters of a document, which is kept as text and as a tree.
    const int CharactersOfSelection = 64;

    // A document that is heavier than this part of all that callers bring is run, and not kept.
    const int HeaviestShare = 10;

    static readonly object RootValue = new();

    readonly GuardedInputs? _inputs;
    readonly SchemaViews _views;
    readonly CostLimits _limits;

    // Apart, so that a text that reads like a key is not the document that the key stands for, and so that what
    // callers bring or register takes no room of what the operator trusts.
    readonly PlanCache _byText;
    readonly PlanCache _registered;
    readonly PlanCache _trusted;

    /// <summary>An engine.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="options">The limits; null: the defaults.</param>
    /// <param name="authorizer">Decides who may select and use what; null: everybody all.</param>
    public GraphQLEngine(Schema schema, EngineOptions? options = null, FieldAuthorizer? authorizer = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        Schema = schema;
        Options = options ?? new EngineOptions();
        Authorizer = authorizer;
        _inputs = GuardedInputs.Of(schema, authorizer);
        _views = new SchemaViews(schema, authorizer);
        _limits = new CostLimits(Options);
        var heaviest = Options.CachedSelections / HeaviestShare;
        _byText = new PlanCache(Options.CachedDocuments, Options.CachedSelections, heaviest);
        _registered = new PlanCache(Options.CachedDocuments, Options.CachedSelections, heaviest);
        _trusted = new PlanCache(int.MaxValue, Options.CachedSelections, Options.CachedSelections);
    }

    /// <summary>The schema.</summary>
    public Schema Schema { get; }

    /// <summary>The limits.</summary>
    public EngineOptions Options { get; }

    /// <summary>Decides who may select and use what; null: everybody all.</summary>
    internal FieldAuthorizer? Authorizer { get; }

    /// <summary>The views of the schema that are kept.</summary>
    internal int CachedViews => _views.Count;

    /// <summary>What was done for documents that were not known.</summary>
    internal EngineWork Work { get; } = new();

    /// <summary>Documents kept.</summary>
    internal int CachedDocuments => _byText.Count + _registered.Count + _trusted.Count;

    /// <summary>What they weigh together, in selections.</summary>
    internal long CachedSelections => _byText.Weight + _registered.Weight + _trusted.Weight;

    /// <summary>
    /// The schema as introspection shows it to a caller: what he can ever use, as <see cref="FieldAuthorizer"/> says.
    /// It has no bindings where it is not the whole one. Callers with equal <see cref="FieldAuthorizer.ViewKey"/> get
    /// the same; 32 of them are kept. Null: there is nothing he could query.
    /// </summary>
    /// <param name="session">As <see cref="GraphQLRequest.Session"/>.</param>
    public Schema? SchemaFor(object? session) => _views.Find(session);

    /// <summary>
    /// Parses, validates and keeps a document that the host stores under a key, so that requests which name the key
    /// (<see cref="GraphQLRequest.DocumentKey"/>) find it ready. Returns why it is refused; null: it can be run. A
    /// trusted one is refused, too, where every request for one of its operations would be, whatever its variables: its
    /// plan is too large, or its cost too high.
    /// </summary>
    /// <param name="document">The text.</param>
    /// <param name="key">What stands for this text and no other: its hash.</param>
    /// <param name="isTrusted">As <see cref="GraphQLRequest.IsTrusted"/>.</param>
    /// <param name="admit">As <see cref="GraphQLRequest.AdmitDocument"/>.</param>
    /// <remarks>
    /// Errors suggest what a caller without session is shown, since there is no request yet; of a trusted document,
    /// which is the operator's, what there is.
    /// </remarks>
    public GraphQLResponse? Prepare(
        string document, string key, bool isTrusted = false, Func<GraphQLError?>? admit = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(key);
        var caller = isTrusted ? default : new CallerView(_views, Session: null);
        var (known, refused) = GetDocument(document, key, isTrusted, admit, caller, isUse: false);
        return known is not null && isTrusted && known.CertainRefusals() is { Count: > 0 } refusals
            ? new GraphQLResponse(ResponseKind.Refused, refusals)
            : refused;
    }

    /// <summary>
    /// Runs a request; of a subscription, makes what its events run on. Never throws for a fault of the client or of a
    /// step, both are errors of the response; throws
    /// <see cref="OperationCanceledException"/> where <paramref name="cancellationToken"/> is, and what
    /// <see cref="FieldAuthorizer.SettleAsync"/> throws.
    /// </summary>
    public async ValueTask<GraphQLResponse> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrEmpty(request.Document))
        {
            return Refuse(new GraphQLError(
                "The request has no \"query\": give it the text of a document.", ErrorCode.QueryMissing));
        }

        // 1. Parse, 2. Validate
        var caller = new CallerView(_views, request.Session);
        var (document, refused) = GetDocument(
            request.Document, request.DocumentKey, request.IsTrusted, request.AdmitDocument, caller);
        if (document is null)
        {
            return refused!;
        }

        // 3. Plan
        var (plan, problem) = document.GetPlan(request.OperationName);
        if (problem is not null)
        {
            return Refuse(problem);
        }

        if (Forbid(plan!, request) is { } forbidden)
        {
            return new GraphQLResponse(
                plan!.Operation == OperationType.Mutation ? ResponseKind.OperationNotAllowed : ResponseKind.Refused,
                [forbidden]);
        }

        // 4. Coerce
        if (!plan!.Variables.TryCoerce(request.Variables, out var variables, out var errors, caller))
        {
            return new GraphQLResponse(ResponseKind.Refused, errors);
        }

        if (plan.FindNullCondition(variables) is { } condition)
        {
            return Refuse(new GraphQLError(
                $"Variable \"${condition}\" decides on @skip or @include and must not be null.",
                ErrorCode.VariableInvalid));
        }

        // 5. Authorize, before there is a price: whether it is refused is no matter of cost.
        if (!plan.InputUses.IsEmpty && Authorize(plan, request.Session, variables) is { Count: > 0 } barred)
        {
            return new GraphQLResponse(ResponseKind.Refused, barred);
        }

        // 6. Price
        var cost = plan.Cost.Evaluate(variables, out var unpriced);
        if (unpriced is not null)
        {
            return Refuse(unpriced);
        }

        // 7. Execute, 8. Respond
        var response = _limits.Settle(cost, request);
        if (response is null && plan.Operation == OperationType.Subscription)
        {
            response = Subscribe(plan, request, document.Text, variables, cost);
        }
        else if (response is null)
        {
            var view = plan.Introspects ? _views.Find(request.Session)! : Schema;
            var context = new RequestContext(Schema, view, request.Session, variables)
            {
                IdempotencyKey = IdempotencyKey.Of(request),
            };
            response = await RunAsync(
                plan, context, RootValue, request.Document, request.TimeLimit, cancellationToken);
        }

        CostLimits.Report(cost, request.Cost, response);
        return response;
    }

    /// <summary>The plan of a document's operation, for people and tests; or why there is none.</summary>
    public (OperationPlan? Plan, IReadOnlyList<GraphQLError> Errors) Explain(
        string document, string? operationName = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var (known, refused) = GetDocument(document, key: null, isTrusted: false, admit: null, caller: default);
        if (known is null)
        {
            return (null, refused!.Errors);
        }

        var (plan, problem) = known.GetPlan(operationName);
        return (plan, problem is null ? [] : [problem]);
    }

    (PlannedDocument? Document, GraphQLResponse? Refused) GetDocument(
        string text, string? key, bool isTrusted, Func<GraphQLError?>? admit, CallerView caller, bool isUse = true)
    {
        var cache = key is null ? _byText : isTrusted ? _trusted : _registered;
        if (cache.Find(key ?? text, isUse) is { } known)
        {
            return (known, null);
        }

        if (!isTrusted && admit?.Invoke() is { } throttled)
        {
            return (null, new GraphQLResponse(ResponseKind.Throttled, throttled));
        }

        var (document, syntaxError) = Parser.Parse(text, ParserLimits.Of(Options), Work);
        if (document is null)
        {
            return (null, Refuse(syntaxError!));
        }

        var errors = Validator.Validate(Schema, document, Rules.All, Options, Work, caller);
        if (errors.Count > 0)
        {
            return (null, new GraphQLResponse(ResponseKind.Refused, errors));
        }

        var planned = new PlannedDocument(
            Schema, document, Options, Authorizer, _inputs, 1 + (text.Length / CharactersOfSelection), Work)
        {
            Text = text,
        };
        return (cache.Add(key ?? text, planned, isUse), null);
    }

    /// <summary>What of an operation's inputs the caller of a session may not use; empty: nothing.</summary>
    internal IReadOnlyList<GraphQLError> Authorize(OperationPlan plan, object? session, VariableValues variables)
    {
        var check = new InputCheck(_inputs!, Authorizer!, session, Options.MaxValidationErrors);
        check.Run(plan.InputUses, variables);
        return check.Errors;
    }

    GraphQLError? Forbid(OperationPlan plan, GraphQLRequest request) => plan switch
    {
        { Operation: OperationType.Subscription } when !request.AllowSubscriptions => new GraphQLError(
            "A subscription cannot be answered with a single response; it needs a transport that streams.",
            ErrorCode.RequestInvalid),
        { Operation: OperationType.Mutation } when request.QueriesOnly => new GraphQLError(
            "A mutation cannot be sent with GET; send it with POST.", ErrorCode.RequestInvalid),
        { Introspects: true } when !MayIntrospect(request) => new GraphQLError(
            "Introspection is not allowed for the current request.", ErrorCode.IntrospectionNotAllowed),
        _ => null,
    };

    bool MayIntrospect(GraphQLRequest request) =>
        request.AllowIntrospection && SchemaFor(request.Session) is not null;

    // What can be refused before the first event is refused now, and not in the stream.
    GraphQLResponse Subscribe(
        OperationPlan plan, GraphQLRequest request, string text, VariableValues variables, OperationCost cost)
    {
        var field = plan.Root.Fields[0];
        if (!field.Arguments.TryCoerce(variables, out var arguments, out var problem))
        {
            return Refuse(problem! with
            {
                Locations = problem!.Locations.Count > 0 ? problem.Locations : [field.Location],
            });
        }

        var position = ((EventSource)field.Field.Binding!).PositionArgument;
        var subscription = new Subscription(this, plan, variables, arguments, text)
        {
            After = position is null ? null : request.LastEventId ?? arguments.Get<string>(position),
            Cost = cost,
        };
        return subscription.Authorize(request.Session) is { } denied ? Refuse(denied) : new(subscription);
    }

    /// <summary>
    /// Runs a plan, which <paramref name="timeLimit"/> bounds, or where it is none <see
    /// cref="EngineOptions.ExecutionTimeout"/>.
    /// </summary>
    internal async ValueTask<GraphQLResponse> RunAsync(
        OperationPlan plan,
        RequestContext context,
        object rootValue,
        string document,
        CancellationToken timeLimit,
        CancellationToken cancellationToken)
    {
        using var timed = timeLimit.CanBeCanceled
            ? null
            : CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timed?.CancelAfter(Options.ExecutionTimeout);
        var limit = timed?.Token ?? timeLimit;
        var isOfMutation = plan.Operation == OperationType.Mutation;
        GraphQLResponse? response = null;
        try
        {
            response = await new Executor(context, Options, Authorizer).ExecuteAsync(plan, rootValue, limit);
            if (Authorizer is not null)
            {
                await Authorizer.SettleAsync(context.Session, plan, document, limit);
            }

            return response;
        }
        catch (GraphQLException tooLarge) when (response is null)
        {
            return isOfMutation
                ? GraphQLResponse.OfMutation(ResponseKind.Executed, tooLarge.Error)
                : Refuse(tooLarge.Error);
        }
        catch (GraphQLException unrecorded) when (isOfMutation)
        {
            var told = GraphQLResponse.OfMutation(ResponseKind.Failed, unrecorded.Error).Errors[0];
            throw new GraphQLException(told, unrecorded.InnerException);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var timedOut = GraphQLResponse.TimedOut(Options.ExecutionTimeout);
            return isOfMutation ? GraphQLResponse.OfMutation(timedOut.Kind, timedOut.Errors[0]) : timedOut;
        }
    }

    static GraphQLResponse Refuse(GraphQLError error) => new(ResponseKind.Refused, [error]);
}
