using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Language;
using GraphApi.Engine.Planning.Inputs;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Planning;

/// <summary>
/// A valid document and what became of those of its operations that were asked for: their plans, or why there is none.
/// </summary>
sealed class PlannedDocument
{
    readonly Schema _schema;
    readonly DocumentNode _document;
    readonly EngineOptions _options;
    readonly FieldAuthorizer? _authorizer;
    readonly GuardedInputs? _inputs;
    readonly EngineWork? _work;
    readonly Dictionary<string, Operation> _byName = new(StringComparer.Ordinal);
    readonly Operation? _only;
    readonly int _operations;
    long _weight;

    /// <summary>A document without plans.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="document">The document; valid.</param>
    /// <param name="options">The limits of planning.</param>
    /// <param name="authorizer">Says which fields are guarded; null: none.</param>
    /// <param name="inputs">The inputs that are guarded; null: none.</param>
    /// <param name="weight">What the document weighs without plans, in selections.</param>
    /// <param name="work">Told what planning has done; null: nobody is told.</param>
    public PlannedDocument(
        Schema schema,
        DocumentNode document,
        EngineOptions options,
        FieldAuthorizer? authorizer,
        GuardedInputs? inputs = null,
        int weight = 0,
        EngineWork? work = null)
    {
        _schema = schema;
        _document = document;
        _options = options;
        _authorizer = authorizer;
        _inputs = inputs;
        _weight = weight;
        _work = work;
        foreach (var node in document.Definitions.OfType<OperationDefinitionNode>())
        {
            var operation = new Operation(node);
            _only = _operations++ == 0 ? operation : null;
            if (node.Name is { } name)
            {
                _byName.Add(name.Value, operation);
            }
        }
    }

    /// <summary>Its text, of which all subscriptions to it need one copy only.</summary>
    public string Text { get; init; } = "";

    /// <summary>
    /// What it takes in memory, in selections: those that planning visited, and for the text what would take as much.
    /// </summary>
    public long Weight => Interlocked.Read(ref _weight);

    /// <summary>Called when an operation was planned; null: nobody is.</summary>
    public Action? OnGrown { get; set; }

    /// <summary>
    /// What every request for one of the operations is refused with (<see cref="Planning.CertainRefusals"/>), operation
    /// by operation. The plans are not kept.
    /// </summary>
    public IReadOnlyList<GraphQLError> CertainRefusals()
    {
        var refusals = new CertainRefusals(_schema, _options, _authorizer);
        return
        [
            .. _document.Definitions.OfType<OperationDefinitionNode>()
                .SelectMany(operation => refusals.Of(_document, operation)),
        ];
    }

    /// <summary>
    /// The plan of an operation, made when it is first asked for; an error where it cannot be chosen or planned. Each
    /// operation is planned once, whatever comes of it.
    /// </summary>
    /// <seealso href="https://spec.graphql.org/September2025/#GetOperation()"/>
    public (OperationPlan? Plan, GraphQLError? Error) GetPlan(string? operationName)
    {
        // "" is no name: some clients send it where they have none.
        var operation = string.IsNullOrEmpty(operationName) ? _only : _byName.GetValueOrDefault(operationName);
        if (operation is null)
        {
            return (null, new GraphQLError(
                (string.IsNullOrEmpty(operationName), _operations) switch
                {
                    (false, _) => $"Unknown operation named \"{operationName}\".",
                    (true, 0) => "Must provide an operation.",
                    _ => "Must provide operation name if query contains multiple operations.",
                },
                ErrorCode.RequestInvalid));
        }

        var outcome = operation.Outcome ?? Plan(operation);
        return (outcome.Plan, outcome.Error);
    }

    Outcome Plan(Operation operation)
    {
        var planner = new Planner(_schema, _document, _options, _authorizer, _inputs, _work);
        Outcome made;
        var weight = 0;
        try
        {
            made = new Outcome(planner.Plan(operation.Node), null);
            weight = planner.Selections;
        }
        catch (GraphQLException tooLarge)
        {
            made = new Outcome(null, tooLarge.Error);
        }

        if (operation.Keep(made) is { } others)
        {
            return others;
        }

        Interlocked.Add(ref _weight, weight);
        OnGrown?.Invoke();
        return made;
    }

    sealed record Outcome(OperationPlan? Plan, GraphQLError? Error);

    sealed class Operation(OperationDefinitionNode node)
    {
        Outcome? _outcome;

        public OperationDefinitionNode Node => node;

        public Outcome? Outcome => Volatile.Read(ref _outcome);

        /// <summary>Keeps what planning made, unless another request was faster: returns what that one made.</summary>
        public Outcome? Keep(Outcome made) => Interlocked.CompareExchange(ref _outcome, made, null);
    }
}
