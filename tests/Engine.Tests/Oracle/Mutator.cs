namespace GraphApi.Engine.Tests.Oracle;

/// <summary>Changes one thing of a document: a token, a name, an entry of a list, a value, a type, a
/// definition.</summary>
sealed class Mutator(OracleSchema schema, Random random)
{
    static readonly string[] Punctuation =
        ["{", "}", "(", ")", "[", "]", "!", "$", "&", "|", "=", "@", ":", "...", ".", "\"", "\"\"\"", "#", ",",
         "\uFEFF", "'", "\u0007",
            "é", "😀", "\n", "on", "query", "fragment", "null", "extend", "?", "\\"];

    static readonly string[] Values =
        ["1", "-1", "1.5", "1e400", "2147483648", "\"s\"", "\"1\"", "\"\"\"b\"\"\"", "true", "null", "[]", "[1]",
         "[[null]]",
            "{}", "{x: 1}", "{id: 1, name: null}", "LOW", "low", "$nope", "$v0", "[$v0]", "{x: $v0}"];

    static readonly string[] Malformed =
        ["01", "-", "1.", ".5", "1e", "1.e3", "0x1F", "1x", "-a", "1.2.3", "\"a", "\"\\q\"", "\"\\u12\"",
         "\"\\u{110000}\"", "\"\\uD800\"",
            "\"\\u{}\"", "'a'", "\"\"\"a", "\"a\nb\"", "\"\u0001\"", "+1", "1__a", "\"\\uD83D\\u0041\"", "00", "-01",
            "\"\\u{0000000041}\""];

    static readonly string[] Selections =
        [" __typename ", " nope ", " id: __typename ", " name: id ", " ... on Nope { a } ", " ... { __typename } ",
         " ...Fragment0 ",
            " ...Gone ", " ... on Thing { id } ", " ... on Int { a } ", " __schema { types { name } } ",
            " name { first } ", " id(a: 1) ",
            " alias0: id ", " ... on Query { __typename } ", " ... on Level { LOW } "];

    static readonly string[] Definitions =
        [" { __typename }", " query { __typename }", " query Operation0 { __typename }",
         " fragment Unused on Root { __typename }",
            " fragment Fragment0 on Root { __typename }", " type Extra { a: Int }", " mutation { nope }",
            " subscription S { __typename }",
            " fragment on on Root { a }", " extend type Root { a: Int }", " \"d\" { __typename }",
            " \"d\" extend type Root { a: Int }",
            " fragment Self on Root { ...Self }", " query Q($a: Int) { __typename }", " {}", " fragment F { a }",
            " scalar"];

    static readonly string[] Variables = ["$extra: Int ", "$v0: Int ", "$x: Nope = 1 ", "$o: Root "];

    static readonly string[] Types = ["", "[Int]", "!", "Root", "Nope!"];

    static readonly string[] Keywords = ["query", "mutation", "subscription", "Query"];

    static readonly string[] Directives =
        [" @skip(if: true) ", " @include ", " @nope ", " @skip(if: \"a\") ", " @include(if: $v0) ",
         " @onField(must: 1) ", " @onAnything ",
            " @onVariable ", " @onFragment(old: 1) ", " @onOperation ", " @deprecated ", " @onQuery ",
            " @tag(name: \"a\", name: \"b\") ",
            " @include(if: true, iff: 1) ", " @specifiedBy(url: \"a\") ", " @onField @onField "];

    /// <summary>The document with the change, and the change's name.</summary>
    public (string Change, string Text) Change(string document)
    {
        var tokens = Mutations.Tokens(document);
        (string Name, Action<List<string>> Apply)[] changes =
        [
            ("delete a token", t => t.RemoveAt(At(t))),
            ("double a token", t => t.Insert(At(t), t[At(t)])),
            ("swap two tokens", Swap),
            ("insert a token", t => t.Insert(At(t), Pick(Punctuation))),
            ("misspell a name", t => Replace(t, IsName, Misspell)),
            ("misspell a name", t => Replace(t, IsName, Misspell)),
            ("take another name", t => Replace(t, IsName, _ => Pick(schema.Names))),
            ("take another name", t => Replace(t, IsName, _ => Pick(schema.Names))),
            ("drop an entry", t => Entry(t, (from, length) => t.RemoveRange(from, length))),
            ("drop an entry", t => Entry(t, (from, length) => t.RemoveRange(from, length))),
            ("double an entry", t => Entry(t, (from, length) => t.InsertRange(from, t.GetRange(from, length)))),
            ("take another value", t => Replace(t, IsValue, _ => Pick(Values))),
            ("take another value", t => Replace(t, IsValue, _ => Pick(Values))),
            ("malform a value", t => Replace(t, IsValue, _ => Pick(Malformed))),
            ("add a selection", t => Behind(t, token => token is "{" or "}", Pick(Selections))),
            ("add a definition", t => t.Insert(random.Next(2) == 0 ? 0 : t.Count, Pick(Definitions))),
            ("add a directive", t => Behind(t, token => IsName(token) || token is ")", Pick(Directives))),
            ("add a variable", t => Behind(t, token => token is "(", Pick(Variables))),
            ("change a type", t => Replace(t, IsType, _ => Pick(Types))),
            ("make two keys one", t => Replace(t, IsAlias, _ => "alias0")),
            ("take another keyword", t => Replace(t, IsKeyword, _ => Pick(Keywords))),
            ("cut characters", CutCharacters),
        ];
        for (var i = 0; i < 20; i++)
        {
            var (name, apply) = Pick(changes);
            var changed = tokens.ToList();
            apply(changed);
            var text = string.Concat(changed);
            if (text != document)
            {
                return (name, text);
            }
        }

        return ("nothing", document + " }");
    }

    void Swap(List<string> tokens)
    {
        var at = random.Next(Math.Max(1, tokens.Count - 1));
        tokens.Reverse(at, Math.Min(2, tokens.Count - at));
    }

    void CutCharacters(List<string> tokens)
    {
        var text = string.Concat(tokens);
        var at = random.Next(text.Length);
        tokens.Clear();
        tokens.Add(text.Remove(at, Math.Min(random.Next(1, 9), text.Length - at)));
    }

    void Replace(List<string> tokens, Func<string, bool> isMeant, Func<string, string> replace)
    {
        var places = Enumerable.Range(0, tokens.Count).Where(at => isMeant(tokens[at].Trim(' ', '\n', ','))).ToList();
        if (places.Count > 0)
        {
            var at = Pick(places);
            var token = tokens[at].Trim(' ', '\n', ',');
            tokens[at] = replace(token) + tokens[at][token.Length..] + " ";
        }
    }

    void Behind(List<string> tokens, Func<string, bool> isMeant, string text)
    {
        var places = Enumerable.Range(0, tokens.Count).Where(at => isMeant(tokens[at].Trim(' ', '\n', ','))).ToList();
        if (places.Count > 0)
        {
            tokens.Insert(Pick(places) + 1, $" {text}");
        }
    }

    /// <summary>
    /// An argument, variable, directive, input field, selection or definition: a name or what leads to one, up to the
    /// end
    /// of the brackets that follow it.
    /// </summary>
    void Entry(List<string> tokens, Action<int, int> apply)
    {
        var from = At(tokens);
        var end = from;
        var depth = 0;
        var isOver = false;
        while (end < tokens.Count && !isOver)
        {
            var token = tokens[end].Trim(' ', '\n', ',');
            depth += token is "{" or "(" or "[" ? 1 : token is "}" or ")" or "]" ? -1 : 0;
            var next = end + 1 < tokens.Count ? tokens[end + 1].Trim(' ', '\n', ',') : "";
            isOver = depth <= 0
                && token is not ("$" or "@" or ":" or "..." or "on")
                && next is not (":" or "(" or "{" or "!");
            end++;
        }

        if (depth == 0)
        {
            apply(from, end - from);
        }
    }

    string Misspell(string name)
    {
        var at = random.Next(name.Length);
        return random.Next(4) switch
        {
            0 when name.Length > 1 => name.Remove(at, 1),
            1 => name.Insert(at, "x"),
            2 => char.IsUpper(name[0]) ? name.ToLowerInvariant() : name.ToUpperInvariant(),
            _ => name + name[at],
        };
    }

    int At(List<string> tokens) => random.Next(tokens.Count);

    T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    static bool IsName(string token) => token.Length > 0 && (char.IsAsciiLetter(token[0]) || token[0] == '_');

    static bool IsValue(string token) => token.Length > 0
        && (char.IsAsciiDigit(token[0])
            || token[0] is '"' or '-'
            || token is "true" or "false" or "null"
            || token.All(c => char.IsAsciiLetterUpper(c) || c == '_'));

    static bool IsType(string token) => token is "!" or "Int" or "String" or "ID";

    static bool IsAlias(string token) => token.StartsWith("alias", StringComparison.Ordinal);

    static bool IsKeyword(string token) => token is "query" or "mutation" or "subscription";
}
