using GraphApi.Engine.Errors;
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
    readonly List<GraphQLError> _errors = [];

    /// <summary>Prepares the validation of a document.</summary>
    public ValidationContext(Schema schema, DocumentNode document, EngineOptions options)
    {
        Schema = schema;
        Document = document;
        Options = options;
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment)
            {
                _fragments.TryAdd(fragment.Name.Value, fragment);
            }
        }
    }

    /// <summary>The schema.</summary>
    public Schema Schema { get; }

    /// <summary>The document.</summary>
    public DocumentNode Document { get; }

    /// <summary>The limits, and whether messages suggest names.</summary>
    public EngineOptions Options { get; }

    /// <summary>What was found, at most <see cref="EngineOptions.MaxValidationErrors"/>.</summary>
    public IReadOnlyList<GraphQLError> Errors => _errors;

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

    /// <summary>The type that the value the walk is in is expected to have; null: unknown.</summary>
    public GraphQLType? InputType { get; set; }

    /// <summary>The first fragment of that name; null: there is none.</summary>
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
    /// The operation and every fragment it spreads, directly or not, each once. For the end of the walk.
    /// </summary>
    public IReadOnlyList<DefinitionNode> Reachable(OperationDefinitionNode operation)
    {
        var reached = new List<DefinitionNode> { operation };
        var seen = new HashSet<string>();
        for (var i = 0; i < reached.Count; i++)
        {
            foreach (var spread in UsesOf(reached[i]).Spreads)
            {
                if (seen.Add(spread.Name.Value) && FindFragment(spread.Name.Value) is { } fragment)
                {
                    reached.Add(fragment);
                }
            }
        }

        return reached;
    }

    /// <summary>Reports that a rule of the specification is broken.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="nodes">What it is about.</param>
    public void Report(string message, params ReadOnlySpan<SyntaxNode> nodes) => Add(message, null, nodes);

    /// <summary>Reports that a limit was passed, and ends the walk.</summary>
    /// <param name="message">Which limit, and its value.</param>
    /// <param name="nodes">What it is about.</param>
    public void Abort(string message, params ReadOnlySpan<SyntaxNode> nodes)
    {
        Add(message, ErrorCode.DocumentTooComplex, nodes);
        IsStopped = true;
    }

    void Add(string message, string? code, ReadOnlySpan<SyntaxNode> nodes)
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

        _errors.Add(new GraphQLError(message, code, locations));
        IsStopped = _errors.Count >= Options.MaxValidationErrors;
    }
}
