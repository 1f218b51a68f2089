using GraphApi.Engine.Errors;
using GraphApi.Engine.Introspection;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Validation;

/// <summary>
/// What rules share: the schema, the document, the types at the place where the walk is, and the errors found so far.
/// Mutable; belongs to one walk.
/// </summary>
sealed class ValidationContext
{
    readonly Dictionary<string, FragmentDefinitionNode> _fragments = [];
    readonly Dictionary<DefinitionNode, DefinitionUses> _uses = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<OperationDefinitionNode, List<DefinitionNode>> _reachable =
        new(ReferenceEqualityComparer.Instance);

    readonly List<GraphQLError> _errors = [];

    /// <summary>Prepares the validation of a document.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="document">The document.</param>
    /// <param name="options">The limits.</param>
    /// <param name="caller">What of the schema messages may suggest. Default: all that clients are shown.</param>
    public ValidationContext(
        Schema schema, DocumentNode document, EngineOptions options, CallerView caller = default)
    {
        Caller = caller;
        Schema = schema;
        Document = document;
        Options = options;
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment)
            {
                _fragments[fragment.Name.Value] = fragment;
            }
        }
    }

    /// <summary>The schema.</summary>
    public Schema Schema { get; }

    /// <summary>The document.</summary>
    public DocumentNode Document { get; }

    /// <summary>The limits, and whether messages suggest names.</summary>
    public EngineOptions Options { get; }

    /// <summary>
    /// What of the schema the caller is shown. A document is valid or not whoever brings it; what he may have meant
    /// instead is told by it.
    /// </summary>
    public CallerView Caller { get; }

    /// <summary>What was found, at most <see cref="EngineOptions.MaxValidationErrors"/>.</summary>
    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>
    /// What the walk and the rules have done: nodes entered, spreads followed, fields collected and compared. It is
    /// what tests bound, so that they need no clock.
    /// </summary>
    public int Work { get; set; }

    /// <summary>Whether the walk is over: there are errors enough, or a limit was passed.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>The type a selection set is selected on; null: unknown, or none that has fields.</summary>
    public NamedType? ParentType { get; set; }

    /// <summary>The type of the operation's root, fragment or field the walk is in; null: unknown.</summary>
    public GraphQLType? Type { get; set; }

    /// <summary>The field the walk is in; null: unknown.</summary>
    public Field? Field { get; set; }

    /// <summary>Whether the walk is in a directive, known or not.</summary>
    public bool IsInDirective { get; set; }

    /// <summary>The directive the walk is in; null: unknown, or none.</summary>
    public DirectiveDefinition? Directive { get; set; }

    /// <summary>The argument the walk is in; null: unknown, or none.</summary>
    public InputValue? Argument { get; set; }

    /// <summary>The argument or input field that the value the walk is in is for; null: unknown, or none.</summary>
    public InputValue? Input { get; set; }

    /// <summary>The type that the value the walk is in is expected to have; null: unknown.</summary>
    public GraphQLType? InputType { get; set; }

    /// <summary>The fragment of that name, of several the last; null: there is none.</summary>
    public FragmentDefinitionNode? FindFragment(string name) => _fragments.GetValueOrDefault(name);

    /// <summary>A type clients may know; null: there is none of that name.</summary>
    public NamedType? FindType(string name) => Schema.ClientTypesByName.GetValueOrDefault(name);

    /// <summary>A directive clients may know; null: there is none of that name.</summary>
    public DirectiveDefinition? FindDirective(string name) =>
        Schema.DirectivesByName.TryGetValue(name, out var directive) && !directive.IsInternal ? directive : null;

    /// <summary>The type that a reference means; null where its name is unknown.</summary>
    public GraphQLType? Resolve(TypeNode node) => node switch
    {
        NonNullTypeNode nonNull => Resolve(nonNull.Type) is { } type ? new NonNullType(type) : null,
        ListTypeNode list => Resolve(list.Type) is { } type ? new ListType(type) : null,
        _ => FindType(((NamedTypeNode)node).Name.Value),
    };

    /// <summary>The root type of an operation; null: the schema has none.</summary>
    public ObjectType? RootType(OperationType operation) => operation switch
    {
        OperationType.Query => Schema.QueryType,
        OperationType.Mutation => Schema.MutationType,
        _ => Schema.SubscriptionType,
    };

    /// <summary>
    /// <c> Did you mean "a" or "b"?</c> with the names most like one that is unknown; empty where none is, or where
    /// <see cref="EngineOptions.Suggestions"/> is off.
    /// </summary>
    /// <param name="name">The name that was written.</param>
    /// <param name="known">The names there are.</param>
    /// <param name="what">What the names are, before them in the sentence; null: nothing.</param>
    public string Suggest(string name, IEnumerable<string> known, string? what = null) =>
        Options.Suggestions ? NameSuggestions.For(name, known, what) : string.Empty;

    /// <summary>What an operation or fragment uses; complete when the walk has passed it.</summary>
    public DefinitionUses UsesOf(DefinitionNode definition)
    {
        if (!_uses.TryGetValue(definition, out var uses))
        {
            uses = new DefinitionUses();
            _uses.Add(definition, uses);
        }

        return uses;
    }

    /// <summary>
    /// Where an operation and every fragment it spreads, directly or not, use variables. For the end of the walk; ends
    /// where the walk is stopped.
    /// </summary>
    public IEnumerable<VariableUsage> VariablesOf(OperationDefinitionNode operation)
    {
        foreach (var definition in Reachable(operation))
        {
            foreach (var usage in UsesOf(definition).Variables)
            {
                if (IsStopped)
                {
                    yield break;
                }

                Work++;
                yield return usage;
            }
        }
    }

    /// <summary>The operation and every fragment it spreads, directly or not, each once.</summary>
    List<DefinitionNode> Reachable(OperationDefinitionNode operation)
    {
        if (_reachable.TryGetValue(operation, out var reached))
        {
            return reached;
        }

        reached = [operation];
        var seen = new HashSet<string>();
        for (var i = 0; i < reached.Count; i++)
        {
            foreach (var spread in UsesOf(reached[i]).Spreads)
            {
                Work++;
                if (seen.Add(spread.Name.Value) && FindFragment(spread.Name.Value) is { } fragment)
                {
                    reached.Add(fragment);
                }
            }
        }

        _reachable.Add(operation, reached);
        return reached;
    }

    /// <summary>Reports that a rule of the specification is broken.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="nodes">What it is about.</param>
    public void Report(string message, params ReadOnlySpan<SyntaxNode> nodes) => Report(message, null, nodes);

    /// <summary>Reports that a rule of the specification is broken.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="element">The one element of the schema it is about, told by its coordinate; null: none.</param>
    /// <param name="nodes">What it is about.</param>
    public void Report(string message, ISchemaElement? element, params ReadOnlySpan<SyntaxNode> nodes)
    {
        if (IsStopped)
        {
            return;
        }

        var locations = new Location[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            locations[i] = nodes[i].Location;
        }

        _errors.Add(new GraphQLError(message, null, locations)
        {
            Coordinate = element is null ? null : ClientView.CoordinateOf(element),
        });
        IsStopped = _errors.Count >= Options.MaxValidationErrors;
    }

    /// <summary>Reports that a limit was passed, and ends the walk.</summary>
    /// <param name="limit">The name of its option.</param>
    /// <param name="message">What is too much, the limit's value, and what to do.</param>
    /// <param name="node">What it is about.</param>
    public void Exceed(string limit, string message, SyntaxNode node) =>
        Abort(GraphQLError.OfLimit(limit, message, node.Location));

    /// <summary>Adds an error and ends the walk.</summary>
    public void Abort(GraphQLError error)
    {
        if (!IsStopped)
        {
            _errors.Add(error);
            IsStopped = true;
        }
    }
}
