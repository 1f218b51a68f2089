using GraphApi.Engine.TypeSystem;

namespace GraphApi.Distribution.Tests.Access.Law;

/// <summary>
/// Makes random operations of the schema. What was used least is used next, so that after some hundred operations
/// every field was selected and every filter and order was asked for. What comes to the schema comes to the operations.
/// </summary>
sealed class OperationMaker(Schema schema, int seed)
{
    const int Depth = 3;
    const int MostConditions = 4;

    static readonly string[] Held =
    [
        "feed", "products", "node", "nodes", "organizations", "distributionLists", "me", "deliveries", "recalls",
        "feedback", "reviewQueue", "drafts",
    ];

    /// <summary>
    /// What tells those who may ask of what they may not see, how many there are or whether they can sign in: tests of
    /// their own say what they are told (DeliveryRulesTests, RecallProgressTests, RecordRecallResponseTests).
    /// </summary>
    public static readonly IReadOnlySet<string> ToldApart = new HashSet<string>
    {
        "ProductVersion.deliverySummary", "Query.audiencePreview", "RecallNotice.progress",
        "RecallResponse.isReachable", "RecallResponseFilterInput.isReachable",
    };

    readonly Draw _draw = new(seed);
    readonly Dictionary<string, int> _used = [];
    LawOperation _operation = new();
    int _aliases;
    int _nesting;
    int _conditions;

    /// <summary>The coordinates of the fields, arguments and input fields that were used.</summary>
    public IReadOnlySet<string> Used => _used.Keys.ToHashSet();

    /// <summary>
    /// So many operations, and as many more as it takes until nothing new comes: of those, what brings something.
    /// </summary>
    public IReadOnlyList<LawOperation> MakeAll(int count)
    {
        var operations = Enumerable.Range(0, count).Select(_ => Make()).ToList();
        for (var idle = 0; idle < 2_000; idle++)
        {
            var known = _used.Count;
            var operation = Make();
            if (_used.Count > known)
            {
                operations.Add(operation);
                idle = 0;
            }
        }

        return operations;
    }

    /// <summary>The next operation.</summary>
    public LawOperation Make()
    {
        _operation = new LawOperation();
        _aliases = 0;
        // Most of what is held back is reached through these; the reference tables hide nothing.
        var choices = _draw.Chance(0.5)
            ? schema.QueryType.Fields.Where(field => Held.Contains(field.Name))
            : schema.QueryType.Fields.Where(field => !ToldApart.Contains(field.Coordinate));
        var roots = Least(choices, field => field.Coordinate, _draw.Chance(0.8) ? 1 : 2);
        foreach (var root in roots)
        {
            var walks = roots.Count == 1 && IsConnection(root.Type.Named) && _draw.Chance(0.5);
            _operation.Walked = walks ? root.Name : null;
            _operation.IsBackward = walks && _draw.Chance(0.3);
            _operation.Selection.With(Field(root, Depth, alias: false));
        }

        return _operation;
    }

    OperationNode Field(Field field, int depth, bool alias)
    {
        Use(field.Coordinate);
        var name = alias ? $"a{_aliases++}: {field.Name}" : field.Name;
        var arguments = new OperationNode("", "(", ")").With(Arguments(field));
        var written = arguments.Parts.Count == 0 ? name : $"{name}{arguments}";
        if (field.Type.IsLeaf)
        {
            return new OperationNode(written);
        }

        // Arguments stand in the text of the field: what is filtered is made smaller by parts of its own.
        var node = arguments.Parts.Count == 0
            ? new OperationNode(name, " { ", " }")
            : new OperationNode(name, "", "") { NeedsParts = true };
        var body = Selection(field.Type.Named, depth);
        return arguments.Parts.Count == 0
            ? node.With(body)
            : node.With(arguments, new OperationNode("", " { ", " }").With(body));
    }

    IEnumerable<OperationNode> Selection(NamedType type, int depth) => type switch
    {
        ObjectType connection when IsConnection(connection) => Connection(connection, depth),
        ObjectType one => Fields(one, depth, alias: false),
        InterfaceType common =>
            [new("__typename"), .. Fields(common, 0, alias: false), .. Fragments(common, depth)],
        _ => [new("__typename"), .. Fragments(type, depth)],
    };

    IEnumerable<OperationNode> Connection(ObjectType type, int depth)
    {
        foreach (var field in type.Fields)
        {
            switch (field.Name)
            {
                case "pageInfo":
                    Use(field.Coordinate);
                    yield return new OperationNode("pageInfo", " { ", " }").With(
                        ((ObjectType)field.Type.Named).Fields.Select(part => Field(part, 0, alias: false)));
                    break;
                case "edges" when _draw.Chance(0.4):
                    Use(field.Coordinate);
                    yield return new OperationNode("edges", " { ", " }").With(
                        ((ObjectType)field.Type.Named).Fields.Select(part => Field(part, depth, alias: false)));
                    break;
                case "edges":
                    break;
                case "totalCount" when _draw.Chance(0.5):
                    break;
                default:
                    yield return Field(field, depth, alias: false);
                    break;
            }
        }
    }

    List<OperationNode> Fields(ComplexType type, int depth, bool alias)
    {
        var leaves = type.Fields
            .Where(field => field.Type.IsLeaf && !ToldApart.Contains(field.Coordinate)).ToList();
        var others = depth > 0
            ? type.Fields.Where(field => !field.Type.IsLeaf && !ToldApart.Contains(field.Coordinate)).ToList()
            : [];
        var chosen = Least(leaves, field => field.Coordinate, _draw.Between(1, 4))
            .Concat(Least(others, field => field.Coordinate, _draw.Between(1, 2)))
            .Select(field => Field(field, depth - 1, alias))
            .ToList();
        return chosen.Count > 0 ? chosen : [new OperationNode("__typename")];
    }

    IEnumerable<OperationNode> Fragments(NamedType type, int depth)
    {
        foreach (var member in Least(schema.GetPossibleTypes(type), member => $"... on {member.Name}", 4))
        {
            Use($"... on {member.Name}");
            var fields = Fields(member, depth, alias: true);
            if (_draw.Chance(0.3))
            {
                var name = $"F{_operation.Fragments.Count}";
                _operation.Fragments.Add(
                    new OperationNode($"fragment {name} on {member.Name}", " { ", " }").With(fields));
                yield return new OperationNode($"...{name}");
            }
            else
            {
                yield return new OperationNode($"... on {member.Name}", " { ", " }").With(fields);
            }
        }
    }

    IEnumerable<OperationNode> Arguments(Field field)
    {
        var isWalked = _operation.Walked == field.Name && field.DeclaringType == schema.QueryType;
        var pages = IsConnection(field.Type.Named)
            ? isWalked ? _operation.IsBackward ? "last" : "first" : _draw.Mostly("first", 0.8, "last")
            : null;
        foreach (var argument in field.Arguments)
        {
            if (argument.Name is "first" or "last" or "after" or "before" && pages is not null)
            {
                if (argument.Name == pages)
                {
                    Use(argument.Coordinate);
                    var size = isWalked ? _draw.Between(1, 6) : _draw.Pick([1, 2, 3, 50]);
                    yield return new OperationNode($"{pages}: {size}");
                }
                else if (isWalked && argument.Name == (_operation.IsBackward ? "before" : "after"))
                {
                    Use(argument.Coordinate);
                    yield return new OperationNode($"{argument.Name}: ${LawOperation.Cursor}");
                }
            }
            else if (argument.IsRequired || _draw.Chance(0.55))
            {
                var isId = argument.Name is "id" or "ids" && field.Type.Named is ObjectType;
                yield return Input(argument, isId ? field.Type.Named.Name : null, argument.Name);
            }
        }
    }

    OperationNode Input(InputValue input, string? entity, string field)
    {
        Use(input.Coordinate);
        _conditions = _nesting == 0 ? 0 : _conditions;
        return new OperationNode($"{input.Name}: ") { NeedsParts = true }
            .With(Value(input.Type, entity, input.Name is "eq" or "neq" && !input.Type.IsNonNull, field));
    }

    OperationNode Value(GraphQLType type, string? entity, bool mayBeNull, string field)
    {
        if (mayBeNull && _draw.Chance(0.12))
        {
            return new OperationNode("null");
        }

        return type.Nullable switch
        {
            ListType list => new OperationNode("", "[", "]").With(
                Enumerable.Range(0, _draw.Between(1, 3)).Select(_ => Value(list.OfType, entity, false, field))),
            InputObjectType input => new OperationNode("", "{ ", " }").With(Inputs(input, field, entity)),
            EnumType values => new OperationNode(_draw.Pick(values.Values).Name),
            ScalarType { Name: "ID" } => new OperationNode(
                _operation.Variable("ID!", (draw, values) => values.Id(draw, entity))),
            NamedType scalar => new OperationNode(
                _operation.Variable($"{scalar.Name}!", (draw, values) => values.Of(draw, scalar.Name, field))),
            _ => throw new InvalidOperationException($"There is no value for {type}."),
        };
    }

    IEnumerable<OperationNode> Inputs(InputObjectType type, string field, string? entity)
    {
        const string Filter = "FilterInput";
        var isLeaf = type.Name.EndsWith("Operation" + Filter, StringComparison.Ordinal);
        var isSort = type.Name.EndsWith("SortInput", StringComparison.Ordinal);
        var required = type.Fields.Where(input => input.IsRequired).ToList();
        // Conditions nest, but not without end.
        var choices = type.Fields.Where(input => !ToldApart.Contains(input.Coordinate)).Where(input =>
            (_nesting < 3 && _conditions < MostConditions) || input.Type.Named is not InputObjectType nested
            || nested.Name.EndsWith("Operation" + Filter, StringComparison.Ordinal));
        var chosen = required.Count > 0
            ? required
            : Least(choices, input => input.Coordinate, isSort ? 1 : _draw.Mostly(1, 0.8, 2));
        _conditions += isLeaf ? chosen.Count : 0;
        // An id's filter is told what it is an id of by the name of the type around it.
        var of = isLeaf || !type.Name.EndsWith(Filter, StringComparison.Ordinal) ? entity : type.Name[..^Filter.Length];
        _nesting++;
        foreach (var input in chosen)
        {
            yield return Input(input, of, isLeaf ? field : input.Name);
        }

        _nesting--;
    }

    List<T> Least<T>(IEnumerable<T> choices, Func<T, string> name, int count) =>
    [
        .. choices
            .Select(choice => (choice, Rank: _used.GetValueOrDefault(name(choice)) + _draw.Between(0, 2)))
            .OrderBy(ranked => ranked.Rank)
            .Take(count)
            .Select(ranked => ranked.choice),
    ];

    void Use(string coordinate) => _used[coordinate] = _used.GetValueOrDefault(coordinate) + 1;

    static bool IsConnection(NamedType type) => type.Name.EndsWith("Connection", StringComparison.Ordinal);
}
