using System.Collections.Concurrent;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Planning;

/// <summary>A valid document and the plans of those of its operations that were asked for.</summary>
sealed class PlannedDocument
{
    readonly ConcurrentDictionary<string, OperationPlan> _plans = new(StringComparer.Ordinal);
    readonly Schema _schema;
    readonly DocumentNode _document;
    readonly EngineOptions _options;
    readonly FieldAuthorizer? _authorizer;
    readonly EngineWork? _work;
    readonly Action? _onGrown;
    readonly List<OperationDefinitionNode> _operations;
    long _weight;

    /// <summary>A document without plans.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="document">The document; valid.</param>
    /// <param name="options">The limits of planning.</param>
    /// <param name="authorizer">Says which fields are guarded; null: none.</param>
    /// <param name="weight">What the document weighs without plans, in selections.</param>
    /// <param name="work">Told what planning has done; null: nobody is told.</param>
    /// <param name="onGrown">Called when an operation was planned; null: nobody is.</param>
    public PlannedDocument(
        Schema schema,
        DocumentNode document,
        EngineOptions options,
        FieldAuthorizer? authorizer,
        int weight = 0,
        EngineWork? work = null,
        Action? onGrown = null)
    {
        _schema = schema;
        _document = document;
        _options = options;
        _authorizer = authorizer;
        _weight = weight;
        _work = work;
        _onGrown = onGrown;
        _operations = [.. document.Definitions.OfType<OperationDefinitionNode>()];
    }

    /// <summary>
    /// What it takes in memory, in selections: those that planning visited, and for the text what would take as much.
    /// </summary>
    public long Weight => Interlocked.Read(ref _weight);


    /// <summary>
    /// The plan of an operation, made when it is first asked for; an error where it cannot be chosen or planned.
    /// </summary>
    /// <seealso href="https://spec.graphql.org/September2025/#GetOperation()"/>
    public (OperationPlan? Plan, GraphQLError? Error) GetPlan(string? operationName)
    {
        // "" is no name: some clients send it where they have none.
        operationName = operationName is "" ? null : operationName;
        var key = operationName ?? "";
        if (_plans.TryGetValue(key, out var plan))
        {
            return (plan, null);
        }

        var operation = operationName is null
            ? _operations.Count == 1 ? _operations[0] : null
            : _operations.Find(o => o.Name?.Value == operationName);
        if (operation is null)
        {
            return (null, new GraphQLError(
                (operationName, _operations.Count) switch
                {
                    (not null, _) => $"Unknown operation named \"{operationName}\".",
                    (null, 0) => "Must provide an operation.",
                    _ => "Must provide operation name if query contains multiple operations.",
                },
                ErrorCode.RequestInvalid));
        }

        try
        {
            var planner = new Planner(_schema, _document, _options, _authorizer, _work);
            plan = planner.Plan(operation);
            if (_plans.TryAdd(key, plan))
            {
                Interlocked.Add(ref _weight, planner.Selections);
                _onGrown?.Invoke();
            }
        }
        catch (GraphQLException tooLarge)
        {
            return (null, tooLarge.Error);
        }

        return (_plans[key], null);
    }
}
