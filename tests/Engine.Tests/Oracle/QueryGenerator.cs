using System.Text;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Oracle;

/// <summary>
/// Makes documents against a schema, the same for the same seed: for an even seed nearly valid, each with some
/// mistakes, for an odd one without intent to fail.
/// </summary>
sealed class QueryGenerator(Schema schema, int seed)
{
    static readonly string[] Directives =
        ["@include(if: true)", "@skip(if: $v0)", "@onField", "@tag(name: \"a\")", "@tag(nam: 1)", "@unknown",
            "@skip", "@onQuery"];

    static readonly string[] Values =
        ["1", "-2.5", "\"text\"", "true", "null", "SIT", "[1, null]", "{ user: \"u\" }", "{ id: 1, name: \"n\" }",
            "$v0", "$v1"];

    static readonly string[] VariableTypes =
        ["Boolean!", "Boolean", "Int", "ID!", "String = \"x\"", "[Int]", "Email", "Dog", "Nope", "DogCommand = SIT",
            "Int = null", "Boolean = 1"];

    readonly Random _random = new(seed);
    readonly bool _isCareless = seed % 2 == 0;
    readonly StringBuilder _text = new();
    readonly List<string> _fragments = [];

    public string Document()
    {
        var composites = schema.Types.Where(t => t is ComplexType or UnionType && !t.Name.StartsWith('_')).ToList();
        for (var i = _isCareless ? _random.Next(4) : 0; i > 0; i--)
        {
            _fragments.Add($"F{i}");
        }

        var operations = Mostly() ? 1 : 2;
        for (var i = 0; i < operations; i++)
        {
            var root = Mostly() ? schema.QueryType : Pick([schema.MutationType!, schema.SubscriptionType!]);
            var kind = root == schema.QueryType ? "query" : root == schema.MutationType ? "mutation" : "subscription";
            _text.Append(kind).Append(Mostly() ? $" Q{i}" : "").Append(Variables()).Append(Rarely() ? " @onQuery" : "");
            Selections(root, depth: 4);
        }

        foreach (var fragment in _fragments)
        {
            var type = Pick(composites);
            _text.Append(" fragment ").Append(fragment).Append(" on ").Append(Rarely() ? "Int" : type.Name);
            Selections(type, depth: 2);
        }

        return _text.ToString();
    }

    string Variables()
    {
        var count = _isCareless ? _random.Next(4) : 0;
        var definitions = Enumerable.Range(0, count).Select(i =>
            $"$v{i}: {Pick(VariableTypes)}");
        return count == 0 ? "" : $"({string.Join(", ", definitions)})";
    }

    void Selections(NamedType type, int depth)
    {
        _text.Append(" {");
        for (var i = _random.Next(1, 5); i > 0; i--)
        {
            Selection(type, depth);
        }

        _text.Append(" }");
    }

    void Selection(NamedType type, int depth)
    {
        switch (_random.Next(10))
        {
            case 0 when _fragments.Count > 0:
                _text.Append(" ...").Append(Rarely() ? "Gone" : Pick(_fragments));
                break;
            case 1 when depth > 0:
                var condition = Mostly()
                    ? Pick([.. schema.GetPossibleTypes(type).DefaultIfEmpty(schema.QueryType)])
                    : type;
                _text.Append(" ... on ").Append(Rarely() ? "Human" : condition.Name);
                Selections(condition, depth - 1);
                break;
            case 2:
                _text.Append(" __typename");
                break;
            default:
                Field(type, depth);
                break;
        }
    }

    void Field(NamedType type, int depth)
    {
        if (type is not ComplexType complex || Rarely())
        {
            _text.Append(_isCareless ? " nickname" : " __typename");
            return;
        }

        var field = Pick(complex.Fields);
        if (depth == 0 && !field.Type.IsLeaf && (Mostly() || !_isCareless))
        {
            _text.Append(" __typename");
            return;
        }

        _text.Append(_isCareless && _random.Next(5) == 0 ? $" {Pick(["a", "b", "name"])}: " : " ").Append(field.Name);
        var arguments = field.Arguments
            .Where(argument => argument.IsRequired ? !Rarely() : _isCareless && _random.Next(2) == 0)
            .Select(Argument)
            .ToList();
        if (Rarely())
        {
            arguments.Add("nope: 1");
        }

        _text.Append(arguments.Count == 0 ? "" : $"({string.Join(", ", arguments)})");
        _text.Append(_random.Next(8) == 0 ? $" {Pick(_isCareless ? Directives : Directives[..1])}" : "");
        if (field.Type.IsLeaf ? Rarely() : !Rarely())
        {
            Selections(field.Type.Named, Math.Max(depth - 1, 0));
        }
    }

    string Argument(InputValue argument) =>
        $"{argument.Name}: {(_isCareless && _random.Next(4) == 0 ? Pick(Values) : Value(argument.Type, depth: 3))}";

    string Value(GraphQLType type, int depth) => type.Nullable switch
    {
        ListType list => $"[{Value(list.OfType, depth)}]",
        InputObjectType { IsOneOf: true } input => Value(input, [Pick(input.Fields)], depth),
        InputObjectType input => Value(input, input.Fields.Where(f => f.IsRequired || Rarely()), depth),
        EnumType enumeration => Pick(enumeration.Values).Name,
        var leaf => leaf.Named.Name switch
        {
            "Int" or "Float" => "7",
            "Boolean" => "false",
            _ => "\"s\"",
        },
    };

    string Value(InputObjectType type, IEnumerable<InputValue> fields, int depth)
    {
        var given = fields.Where(_ => depth > 0 && !Rarely())
            .Select(field => $"{field.Name}: {(Rarely() ? Pick(Values) : Value(field.Type, depth - 1))}")
            .ToList();
        if (Rarely())
        {
            given.Add($"nme{type.Fields.Length}: 1");
        }

        return $"{{ {string.Join(", ", given)} }}";
    }

    bool Rarely() => _isCareless && _random.Next(25) == 0;

    bool Mostly() => _random.Next(10) > 0;

    T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
