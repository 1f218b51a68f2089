using System.Collections.Immutable;
using System.Globalization;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Language;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.TypeSystem.Costs;
using GraphApi.Engine.Validation;
using GraphApi.Engine.Validation.Fragments;
using GraphApi.Engine.Validation.Variables;

namespace GraphApi.Engine.Checking;

/// <summary>
/// Checks the documents of a client against a schema before they are ever sent. Operations and fragments may be spread
/// over the sources as code generators want it: a fragment is known in all of them, and an operation is checked as it
/// is sent, with the fragments it needs and no others. Mutable; belongs to one check.
/// </summary>
/// <remarks>
/// It is checked against the rules and limits of documents and of planning, and its cost where the schema shows the
/// <see cref="CostDirectives"/>. What depends on the request is not: the values of variables and costs that depend on
/// them, who asks, whether introspection is on. Nor what only a server knows: how many steps an operation takes.
/// </remarks>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Validation"/>
public sealed class DocumentCheck
{
    readonly Schema _schema;
    readonly EngineOptions _limits;
    readonly CertainRefusals _refusals;
    readonly SourceLines _lines = new();
    readonly List<DefinitionNode> _definitions = [];
    readonly Dictionary<string, FragmentDefinitionNode> _fragments = [];
    readonly List<DocumentProblem> _problems = [];
    readonly HashSet<(string Message, Location Location)> _told = [];
    bool _isUnreadable;

    DocumentCheck(Schema schema, EngineOptions limits)
    {
        _schema = schema;
        var showsCosts = schema.ClientDirectives.Any(directive => directive.Name == CostDirectives.Cost);
        _limits = limits with
        {
            MaxValidationErrors = int.MaxValue,
            EnforceCost = limits.EnforceCost && showsCosts,
        };
        _refusals = new CertainRefusals(schema, _limits);
    }

    /// <summary>
    /// Everything that is wrong with the documents, or will be, ordered by source and place; empty: the server takes
    /// all of them, but for what depends on the request. Where a source cannot be read, nothing is said of fragments
    /// that may be in it, and nothing is planned.
    /// </summary>
    /// <param name="schema">The schema; it needs no bindings.</param>
    /// <param name="sources">The documents.</param>
    /// <param name="limits">The limits of the server they are for.</param>
    public static IReadOnlyList<DocumentProblem> Run(
        Schema schema, IReadOnlyList<DocumentSource> sources, EngineOptions limits)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(limits);
        var check = new DocumentCheck(schema, limits);
        check.Parse(sources);
        check.CheckNames();
        check.CheckOperations();
        check.CheckUnusedFragments();
        var order = sources.Index().ToLookup(source => source.Item.Name, source => source.Index);
        return
        [
            .. check._problems.OrderBy(problem => order[problem.Locations[0].Source!].First())
                .ThenBy(problem => problem.Locations[0].Location.Line)
                .ThenBy(problem => problem.Locations[0].Location.Column),
        ];
    }

    void Parse(IReadOnlyList<DocumentSource> sources)
    {
        foreach (var source in sources)
        {
            var firstLine = _lines.Add(source);
            var (document, error) = Parser.Parse(source.Text, ParserLimits.Sdl, work: null, firstLine);
            if (document is null)
            {
                _isUnreadable = true;
                Add(ProblemKind.Syntax, error!.Message, error.Locations);
                continue;
            }

            _definitions.AddRange(document.Definitions);
            CheckAnonymous([.. document.Definitions.OfType<OperationDefinitionNode>()]);
        }

        foreach (var fragment in _definitions.OfType<FragmentDefinitionNode>())
        {
            _fragments.TryAdd(fragment.Name.Value, fragment);
        }
    }

    // A client may send a source whole, and then name the operation.
    void CheckAnonymous(List<OperationDefinitionNode> operations)
    {
        foreach (var operation in operations.Where(operation => operation.Name is null && operations.Count > 1))
        {
            Add(
                ProblemKind.Validation,
                "This anonymous operation must be the only defined operation.",
                [operation.Location]);
        }
    }

    // Across all sources: a name that means two things would mean another one in each build of the client.
    void CheckNames()
    {
        AddRepeated("operation", _definitions.OfType<OperationDefinitionNode>().Select(operation => operation.Name));
        AddRepeated("fragment", _definitions.OfType<FragmentDefinitionNode>().Select(fragment => fragment.Name));
    }

    void AddRepeated(string what, IEnumerable<NameNode?> names)
    {
        foreach (var repeated in names.OfType<NameNode>().GroupBy(name => name.Value).Where(group => group.Count() > 1))
        {
            Add(
                ProblemKind.Validation,
                $"There can be only one {what} named \"{repeated.Key}\".",
                [.. repeated.Select(name => name.Location)]);
        }
    }

    void CheckOperations()
    {
        foreach (var definition in _definitions)
        {
            if (definition is OperationDefinitionNode operation)
            {
                var document = Closure(operation);
                CheckSize(operation, document);
                if (CheckRules(document) && !_isUnreadable)
                {
                    CheckPlan(operation, document);
                }
            }
            else if (definition is not FragmentDefinitionNode)
            {
                CheckRules(new DocumentNode([definition], definition.Location));
            }
        }
    }

    // The limits of the parser hold for the text that is sent, which may come out of several sources.
    void CheckSize(OperationDefinitionNode operation, DocumentNode document)
    {
        var (_, error) = Parser.Parse(Printer.Print(document), ParserLimits.Of(_limits));
        if (error is not null)
        {
            Add(ProblemKind.Limit, error.Message, [operation.Name?.Location ?? operation.Location]);
        }
    }

    void CheckPlan(OperationDefinitionNode operation, DocumentNode document)
    {
        foreach (var error in _refusals.Of(document, operation))
        {
            Add(
                ProblemKind.Limit,
                error.Code == ErrorCode.CostExceeded ? $"{error.Message} {Numbers(error)}" : error.Message,
                error.Locations is [] ? [operation.Name?.Location ?? operation.Location] : error.Locations);
        }
    }

    // The cost, then the most that is allowed.
    static string Numbers(GraphQLError error) => string.Format(
        CultureInfo.InvariantCulture, "It is {0:#,0.##}, of {1:#,0.##}.", [.. error.Extensions!.Values]);

    void CheckUnusedFragments()
    {
        var used = _definitions.OfType<OperationDefinitionNode>()
            .SelectMany(operation => Closure(operation).Definitions)
            .ToHashSet<DefinitionNode>(ReferenceEqualityComparer.Instance);
        foreach (var fragment in _fragments.Values.Where(fragment => !used.Contains(fragment)))
        {
            if (!_isUnreadable)
            {
                var message = $"Fragment \"{fragment.Name.Value}\" is never used.";
                Add(ProblemKind.UnusedFragment, message, [fragment.Location]);
            }

            CheckRules(Closure(fragment));
        }
    }

    /// <summary>A definition with every fragment it spreads, directly or not, in the order of the spreads.</summary>
    DocumentNode Closure(DefinitionNode definition)
    {
        var reached = ImmutableArray.CreateBuilder<DefinitionNode>();
        reached.Add(definition);
        var seen = new HashSet<string>();
        for (var i = 0; i < reached.Count; i++)
        {
            var set = reached[i] switch
            {
                OperationDefinitionNode operation => operation.SelectionSet,
                FragmentDefinitionNode fragment => fragment.SelectionSet,
                _ => null,
            };
            foreach (var name in set is null ? [] : Spreads(set))
            {
                if (seen.Add(name)
                    && _fragments.TryGetValue(name, out var fragment)
                    && !ReferenceEquals(fragment, definition))
                {
                    reached.Add(fragment);
                }
            }
        }

        return new DocumentNode(reached.ToImmutable(), definition.Location);
    }

    static IEnumerable<string> Spreads(SelectionSetNode set)
    {
        var open = new Stack<SelectionSetNode>([set]);
        while (open.TryPop(out var next))
        {
            foreach (var selection in next.Selections)
            {
                switch (selection)
                {
                    case FragmentSpreadNode spread:
                        yield return spread.Name.Value;
                        break;
                    case InlineFragmentNode inline:
                        open.Push(inline.SelectionSet);
                        break;
                    case FieldNode { SelectionSet: { } selected }:
                        open.Push(selected);
                        break;
                }
            }
        }
    }

    /// <summary>Adds what breaks the rules and what is deprecated; true: no rule is broken.</summary>
    bool CheckRules(DocumentNode document)
    {
        var rules = new ValidationContext(_schema, document, _limits);
        new DocumentWalk(rules, [.. Rules.All.Select(rule => rule.Make(rules)).Where(IsAsked)]).Walk();
        foreach (var error in rules.Errors)
        {
            var isLimit = error.Code == ErrorCode.DocumentTooComplex;
            Add(isLimit ? ProblemKind.Limit : ProblemKind.Validation, error.Message, error.Locations);
        }

        var uses = new ValidationContext(_schema, document, _limits);
        new DocumentWalk(uses, [new DeprecatedUses(uses)]).Walk();
        foreach (var use in uses.Errors)
        {
            Add(ProblemKind.Deprecation, use.Message, use.Locations);
        }

        return rules.Errors.Count == 0;
    }

    bool IsAsked(ValidationRule rule) => rule switch
    {
        // Whether a fragment is used is decided over all sources.
        FragmentsMustBeUsed => false,
        // What is missing may be in the source that cannot be read.
        FragmentSpreadTargetDefined or AllVariablesUsed => !_isUnreadable,
        _ => true,
    };

    // A fragment of several operations is checked with each of them.
    void Add(ProblemKind kind, string message, IReadOnlyList<Location> locations)
    {
        if (_told.Add((message, locations[0])))
        {
            _problems.Add(new DocumentProblem(kind, message, [.. locations.Select(_lines.Find)]));
        }
    }
}
