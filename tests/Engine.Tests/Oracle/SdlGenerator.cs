using System.Text;
using System.Text.RegularExpressions;

namespace GraphApi.Engine.Tests.Oracle;

/// <summary>
/// Writes schemas that are valid, with something of every kind and extensions of it, and schemas that one change may
/// have made invalid. The same seed gives the same schemas. Mutable.
/// </summary>
sealed partial class SdlGenerator(int seed)
{
    static readonly string[] Insertions =
        ["!", "[", "]", " @deprecated", " @xall", " @xall(n: 1)", " @xmany", " @xmany(s: \"a\") @xmany(s: \"b\")",
            " = { n: 1, n: 2 }", " & Node", " | O1", " @oneOf", "(a0: Int!)", "(a0: Int, a0: Int)", " @xall @xall",
            " @specifiedBy(url: \"u\")", " @deprecated(reason: \"r\", reason: \"s\")", " @xany(e: RED, q: 1)", " implements Named",
            " implements Node & Node", "\nextend schema { query: Query }", "\nschema { query: O0 }", "\nextend type O0 { id: ID! }",
            "\nextend enum Color { PINK }", "\nextend input In0 { n: Int }", "\nextend union U0 = O0", "\nextend scalar Time @xall",
            "\nextend interface Node { more: Int }", "\ninterface Loop implements Loop { id: ID! }", "\nunion Empty", "\ntype Nothing",
            "\nextend type Nobody { a: Int }", "\nextend interface O1 @xall", "\ndirective @xall on FIELD", "\nenum Color { X }",
            "\ninput Ring { ring: Ring! n: In0! }", "\ndirective @__x(__y: Int! @deprecated) on FIELD", "\nenum E { __A }"];

    readonly Random _random = new(seed);

    /// <summary>A valid schema, a member a line.</summary>
    public string Valid()
    {
        var text = new StringBuilder();
        text.Append(Maybe() ? "\"\"\"Told.\"\"\"\nschema @xall { query: Query mutation: O0 }\n" : "");
        text.Append("directive @xall(n: Int = 1 @deprecated) on ").AppendJoin(" | ", Locations).Append('\n');
        text.Append("directive @xmany(s: String!) repeatable on ").AppendJoin(" | ", Locations).Append('\n');
        text.Append("directive @xany(e: Color! = RED, l: [In0!] = [{ n: 2 }]) on FIELD | QUERY\n");
        text.Append(Text()).Append("scalar Time").Append(Maybe() ? " @specifiedBy(url: \"u\")" : "").Append('\n');
        text.Append("enum Color {\n  RED\n  GREEN").Append(Deprecated()).Append("\n  BLUE").Append(Applied()).Append("\n}\n");
        text.Append("interface Node").Append(Applied()).Append(" {\n  id: ID!\n}\n");
        text.Append("interface Named implements Node {\n  id: ID!\n  name(upper: Boolean = false): String\n}\n");
        var inputs = _random.Next(1, 4);
        for (var i = 0; i < inputs; i++)
        {
            Input(text, i);
        }

        var objects = _random.Next(2, 5);
        for (var i = 0; i < objects; i++)
        {
            Object(text, $"O{i}", objects, inputs);
        }

        Object(text, "Query", objects, inputs);
        text.Append(Text()).Append("union U0 = O0").Append(Maybe() ? " | O1" : "").Append('\n');
        text.Append(Maybe() ? "extend union U0 @xall = Query\n" : "");
        text.Append(Maybe() ? "extend enum Color @xall {\n  BLACK\n}\n" : "");
        text.Append(Maybe() ? "extend input In0 {\n  later: [Time]\n}\n" : "");
        text.Append(Maybe() ? "extend type O0 @xmany(s: \"x\") {\n  added: U0\n}\n" : "");
        text.Append(Maybe() ? "extend scalar Time @xall\n" : "");
        text.Append(Maybe() ? "extend schema @xmany(s: \"y\") {\n  subscription: O1\n}\n" : "");
        text.Append(Maybe() ? "input Pick @oneOf {\n  a: Int\n  b: In0\n}\n" : "");
        return text.ToString();
    }

    /// <summary>A valid schema with one change, or two.</summary>
    public string Changed()
    {
        var text = Change(Valid());
        return _random.Next(4) == 0 ? Change(text) : text;
    }

    string Change(string text)
    {
        var lines = text.Split('\n').ToList();
        var line = _random.Next(lines.Count);
        switch (_random.Next(6))
        {
            case 0:
                lines.RemoveAt(line);
                break;
            case 1:
                lines.Insert(line, lines[_random.Next(lines.Count)]);
                break;
            case 2:
                lines[line] = lines[line].Replace("!", "", StringComparison.Ordinal);
                break;
            case 3:
                lines[line] += Insertions[_random.Next(Insertions.Length)];
                break;
            default:
                return Rename(text);
        }

        return string.Join('\n', lines);
    }

    // One name becomes another of the document: a type another type, a keyword another keyword, a reference none.
    string Rename(string text)
    {
        var names = Name().Matches(text);
        var (at, other) = (names[_random.Next(names.Count)], names[_random.Next(names.Count)].Value);
        var name = _random.Next(3) switch
        {
            0 => other,
            1 => at.Value + (at.Value.Length > 2 ? at.Value[^1..] : "s"),
            _ => Similar(at.Value),
        };
        return text.Remove(at.Index, at.Length).Insert(at.Index, name);
    }

    string Similar(string name)
    {
        string[][] kinds =
        [
            ["type", "interface", "input", "enum", "union", "scalar", "extend type", "extend input", "extend interface"],
            ["Int", "String", "Time", "Color", "In0", "O0", "O1", "Node", "Named", "U0", "Query", "__Type"],
            ["xall", "xmany", "deprecated", "specifiedBy", "oneOf", "skip"],
            ["query", "mutation", "subscription"],
        ];
        var kind = Array.Find(kinds, kind => kind.Contains(name));
        if (kind is null)
        {
            return "__" + name;
        }

        // Any literal is a default of a custom scalar, and graphql-js prints another one than was written.
        string[] others = [.. kind.Where(other => other != "Time")];
        return others[_random.Next(others.Length)];
    }

    // In0, of which there are default values, has none in its fields: graphql-js 16 prints a default with those of the
    // fields that it leaves out, later versions as it was written.
    void Input(StringBuilder text, int index)
    {
        text.Append(Text()).Append($"input In{index}").Append(Applied()).Append(" {\n  n: Int").Append(Deprecated())
            .Append("\n  s: [String!]").Append(index > 0 ? "! = [\"a\", \"b\"]\n" : "\n");
        for (var i = 0; i <= index; i++)
        {
            text.Append($"  in{i}: In{i}{(i < index && Maybe() ? "!" : "")}").Append(Maybe() && i == 0 && index > 0 ? " = { n: 7 }" : "")
                .Append(Applied()).Append('\n');
        }

        text.Append("  \"Which.\" c: Color").Append(index > 0 ? " = GREEN\n}\n" : "\n}\n");
    }

    void Object(StringBuilder text, string name, int objects, int inputs)
    {
        string[] fields = ["a", "b", "c", "d"];
        var interfaces = _random.Next(3);
        text.Append(Text()).Append("type ").Append(name)
            .Append(interfaces switch { 0 => "", 1 => " implements Node", _ => " implements Node & Named" })
            .Append(Applied()).Append(" {\n  id: ID!").Append('\n');
        text.Append(interfaces == 2 ? "  name(upper: Boolean = false, more: Int): String!\n" : "");
        foreach (var field in fields.Take(_random.Next(1, 5)))
        {
            text.Append("  ").Append(Text()).Append(field);
            text.Append(Maybe() ? $"(x: In{_random.Next(inputs)}{Deprecated()}, y: [Int!]! = [1, 2], e: Color{Applied()})" : "");
            text.Append(": ").Append(Wrapped(_random.Next(6) switch
            {
                0 => "U0",
                1 => "Node",
                2 => "Time",
                3 => "Color",
                4 => "Float",
                _ => $"O{_random.Next(objects)}",
            })).Append(Deprecated()).Append(Applied()).Append('\n');
        }

        text.Append("}\n");
    }

    string Wrapped(string type) => _random.Next(5) switch
    {
        0 => $"[{type}]",
        1 => $"[{type}!]!",
        2 => $"[[{type}]!]",
        3 => $"{type}!",
        _ => type,
    };

    string Text() => _random.Next(6) switch
    {
        0 => "\"What it is.\" ",
        1 => "\"\"\"\n  What it is,\n\n    and why.\n\"\"\"\n",
        _ => "",
    };

    string Deprecated() => _random.Next(6) switch
    {
        0 => " @deprecated",
        1 => " @deprecated(reason: \"Use another.\")",
        _ => "",
    };

    string Applied() => _random.Next(8) switch
    {
        0 => " @xall",
        1 => " @xmany(s: \"a\") @xmany(s: \"b\")",
        _ => "",
    };

    bool Maybe() => _random.Next(2) == 0;

    static string[] Locations =>
        ["SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM", "ENUM_VALUE",
            "INPUT_OBJECT", "INPUT_FIELD_DEFINITION"];

    [GeneratedRegex(@"\b[A-Za-z_]\w*\b")]
    private static partial Regex Name();
}
