using System.Text;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Oracle;

/// <summary>
/// Makes a document that is valid against a schema, the same for the same randomness: all kinds of operations,
/// several of
/// them, fragments, inline fragments, variables with defaults, directives, aliases, nested input, block strings.
/// </summary>
sealed class DocumentMaker
{
    readonly OracleSchema _oracle;
    readonly Schema _schema;
    readonly Random _random;
    readonly ValueMaker _values;
    readonly ValueMaker _constants;
    readonly List<Fragment> _fragments = [];
    readonly StringBuilder _text = new();

    /// <summary>What the definition that is being made uses.</summary>
    Uses _uses = new();

    int _aliases;
    int _variables;

    public DocumentMaker(OracleSchema schema, Random random)
    {
        _oracle = schema;
        _schema = schema.Schema;
        _random = random;
        _constants = new ValueMaker(random, null);
        _values = new ValueMaker(random, Variable);
    }

    /// <summary>The document.</summary>
    public string Make()
    {
        for (var i = _random.Next(4); i > 0; i--)
        {
            AddFragment();
        }

        List<string> operations = [];
        HashSet<Fragment> used = [];
        var count = _random.Next(4) == 0 ? 2 + _random.Next(2) : 1;
        for (var i = 0; i < count; i++)
        {
            operations.Add(Operation(count == 1 && _random.Next(3) == 0 ? null : $"Operation{i}"));
            used.UnionWith(_uses.Fragments);
        }

        var definitions = operations.Concat(used.Select(fragment => fragment.Text)).ToList();
        return string.Join(_random.Next(2) == 0 ? "\n" : " ", definitions.OrderBy(_ => _random.Next()));
    }

    void AddFragment()
    {
        _uses = new Uses();
        var types = _schema.ClientTypes.Where(t => t is ComplexType or UnionType && !t.Name.StartsWith('_'));
        var type = Pick(types.ToList());
        var name = $"Fragment{_fragments.Count}";
        _text.Clear().Append(Description()).Append("fragment ").Append(name).Append(" on ").Append(type.Name);
        Directives("FRAGMENT_DEFINITION");
        Selections(type, depth: 2);
        var fragment = new Fragment(type, name, _text.ToString(), _uses);
        _uses.Fragments.Add(fragment);
        _fragments.Add(fragment);
    }

    string Operation(string? name)
    {
        _uses = new Uses();
        var (kind, root) = Pick(
        [
            ("query", _schema.QueryType),
            ("query", _schema.QueryType),
            ("mutation", _schema.MutationType ?? _schema.QueryType),
            ("subscription", _schema.SubscriptionType ?? _schema.QueryType),
        ]);
        kind = root == _schema.QueryType ? "query" : kind;
        _text.Clear();
        Directives(kind.ToUpperInvariant());
        if (kind == "subscription")
        {
            SubscriptionRoot(root);
        }
        else
        {
            Selections(root, depth: 3);
        }

        var body = _text.ToString();
        _text.Clear();
        var variables = Variables();
        var isShort = name is null && kind == "query" && variables.Length == 0 && !body.Contains('@');
        return isShort && _random.Next(2) == 0 ? body.TrimStart() : $"{Description()}{kind} {name}{variables}{body}";
    }

    /// <summary>The definitions of the variables that are used, themselves with defaults and directives.</summary>
    string Variables()
    {
        if (_uses.Variables.Count == 0)
        {
            return "";
        }

        foreach (var variable in _uses.Variables)
        {
            _text.Append(_text.Length == 0 ? "(" : ", ").Append(_random.Next(20) == 0 ? "\"What it is.\" " : "");
            _text.Append('$').Append(variable.Name).Append(": ").Append(variable.Definition);
            Directives("VARIABLE_DEFINITION", _constants);
        }

        return _text.Append(')').ToString();
    }

    /// <summary>One field, whose conditions would leave it open whether it is one.</summary>
    void SubscriptionRoot(ComplexType root)
    {
        var isInline = _random.Next(4) == 0;
        _text.Append(isInline ? " { ... on " + root.Name + " {" : " {");
        Field(Pick(root.Fields), depth: 2, hasDirectives: false);
        _text.Append(isInline ? " } }" : " }");
    }

    void Selections(NamedType type, int depth)
    {
        _text.Append(" {");
        for (var i = 1 + _random.Next(3); i > 0; i--)
        {
            Selection(type, depth);
        }

        _text.Append(" }");
    }

    void Selection(NamedType type, int depth)
    {
        switch (_random.Next(8))
        {
            case 0 when Spreadable(type) is { } fragment:
                _text.Append(" ...").Append(fragment.Name);
                _uses.Add(fragment.Uses);
                Directives("FRAGMENT_SPREAD");
                break;
            case 1 when depth > 0:
                var isTyped = _random.Next(4) > 0;
                var condition = isTyped ? Pick(_oracle.Overlapping(type)) : type;
                _text.Append(isTyped ? $" ... on {condition.Name}" : " ...");
                Directives("INLINE_FRAGMENT");
                Selections(condition, depth - 1);
                break;
            case 2:
                _text.Append(" __typename");
                break;
            case 3 when type == _schema.QueryType:
                _text.Append(" __type(name: \"a\") { kind fields(includeDeprecated: true) { name } }");
                break;
            default:
                if (type is ComplexType complex)
                {
                    Field(Pick(complex.Fields), depth, hasDirectives: true);
                }
                else
                {
                    _text.Append(" __typename");
                }

                break;
        }
    }

    void Field(Field field, int depth, bool hasDirectives)
    {
        if (depth == 0 && !field.Type.IsLeaf)
        {
            _text.Append(" __typename");
            return;
        }

        var arguments = Arguments(field.Arguments, _values);
        var isPlain = arguments.Length == 0 && _random.Next(2) == 0 && _oracle.UnequivocalFields.Contains(field.Name);
        _text.Append(isPlain ? " " : $" alias{_aliases++}: ").Append(field.Name).Append(arguments);
        if (hasDirectives)
        {
            Directives("FIELD");
        }

        if (!field.Type.IsLeaf)
        {
            Selections(field.Type.Named, depth - 1);
        }
    }

    string Arguments(IEnumerable<InputValue> definitions, ValueMaker values)
    {
        var given = definitions.Where(definition => definition.IsRequired || _random.Next(3) == 0)
            .OrderBy(_ => _random.Next())
            .Select(definition => $"{definition.Name}: {values.Make(definition, depth: 3)}")
            .ToList();
        return given.Count == 0 ? "" : $"({string.Join(_random.Next(2) == 0 ? ", " : " ", given)})";
    }

    string Variable(string definition)
    {
        var name = $"v{_variables++}";
        _uses.Variables.Add((name, definition));
        return name;
    }

    void Directives(string location, ValueMaker? values = null)
    {
        if (_random.Next(6) > 0)
        {
            return;
        }

        foreach (var directive in _schema.DirectivesByName.Values
            .Where(d => !d.IsInternal && d.Locations.Contains(location))
            .OrderBy(d => d.Name, StringComparer.Ordinal))
        {
            for (var i = _random.Next(directive.IsRepeatable ? 3 : 2); i > 0; i--)
            {
                _text.Append(" @").Append(directive.Name).Append(Arguments(directive.Arguments, values ?? _values));
            }
        }
    }

    string Description() => _random.Next(8) > 0
        ? ""
        : Pick(["\"About it.\" ", "\"\"\"\n  About\n    it \\\"\"\"\n\"\"\"\n"]);

    Fragment? Spreadable(NamedType type)
    {
        var overlapping = _oracle.Overlapping(type);
        var possible = _fragments.Where(fragment => overlapping.Contains(fragment.Type)).ToList();
        return possible.Count == 0 ? null : Pick(possible);
    }

    T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    sealed record Fragment(NamedType Type, string Name, string Text, Uses Uses)
    {
        public bool Equals(Fragment? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
    }

    /// <summary>What a definition uses, itself or through fragments.</summary>
    sealed class Uses
    {
        public HashSet<Fragment> Fragments { get; } = [];

        public List<(string Name, string Definition)> Variables { get; } = [];

        public void Add(Uses other)
        {
            Fragments.UnionWith(other.Fragments);
            Variables.AddRange(other.Variables.Except(Variables).ToList());
        }
    }
}
