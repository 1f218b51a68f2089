namespace GraphApi.Data.Tests.Projections;

/// <summary>Makes operations of the library that select, filter, sort and page by guarded fields.</summary>
sealed class RandomOperations(int seed)
{
    static readonly string[] Texts = ["\"\"", "\"a\"", "\"A\"", "\"b%\"", "\"o\"", "\"bought\"", "\"Author 2\""];
    static readonly string[] Times = ["\"2026-01-02T00:00:00Z\"", "\"2026-01-03T00:00:05Z\"", "\"2026-01-04T00:00:00Z\""];
    static readonly string[] Compared = ["gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"];
    static readonly string[] Matched =
        ["contains", "ncontains", "startsWith", "nstartsWith", "endsWith", "nendsWith"];
    static readonly string[] Sorted =
        [
            "note", "cost", "grade", "seenAt", "title", "pages", "donor: { born", "donor: { name", "shelf: { room",
        ];

    readonly Random _random = new(seed);

    /// <summary>A page of books, with <c>$n</c> and <c>$c</c> for its size and cursor, and where it stands.</summary>
    public (string Document, string[] Path) Page()
    {
        var (open, close, path) = Pick<(string, string, string[])>(
        [
            ("books(", "", ["books"]),
            ("rareBooks(", "", ["rareBooks"]),
            ("news(", "", ["news"]),
            ("genres { name books(", "}", ["genres", "0", "books"]),
            ("shelves(first: 3) { nodes { name books(", "} }", ["shelves", "nodes", "0", "books"]),
        ]);
        var paging = _random.Next(3) == 0 ? "last: $n, before: $c" : "first: $n, after: $c";
        var where = _random.Next(4) == 0 ? "" : $", where: {Book(2)}";
        // A merged list is one only in its own order.
        var order = _random.Next(2) == 0 || open == "news(" ? "" : $", order: {Order()}";
        var nodes = _random.Next(2) == 0 ? $"nodes {{ {Selection()} }}" : $"edges {{ cursor node {{ {Selection()} }} }}";
        const string Info = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";
        var body = $"{{ totalCount {nodes} {Info} }}";
        return ($"query ($n: Int, $c: String) {{ {open}{paging}{where}{order}) {body} {close} }}", path);
    }

    string Selection() => "id title " + string.Join(
        ' ',
        Some(
            "note cost grade worth remark donorId seenAt marks borrowers label isLong",
            "donor { name born }",
            "printer { name }",
            "loans { days }",
            "latestLoans(first: 2, where: { days: { gt: 1 } }) { totalCount nodes { days } }",
            "authors { name born }",
            "shelf { name books(first: 2, order: [{ cost: DESC }]) { totalCount nodes { id note } } }"));

    string Order()
    {
        var terms = Enumerable.Range(0, _random.Next(1, 4)).Select(_ =>
        {
            var field = Pick(Sorted);
            return $"{{ {field}: {Pick(["ASC", "DESC"])} {(field.Contains('{', StringComparison.Ordinal) ? "} }" : "}")}";
        });
        return $"[{string.Join(", ", terms)}]";
    }

    string Book(int depth) => Object(
        depth,
        Book,
        () => $"note: {Text()}",
        () => $"cost: {Number()}",
        () => $"worth: {Number()}",
        () => $"grade: {Grade()}",
        () => $"second: {Grade()}",
        () => $"seenAt: {Operations(Compared, Times)}",
        () => $"donorId: {{ {Pick(["eq", "neq"])}: null }}",
        () => $"donor: {(_random.Next(3) == 0 ? "null" : Author(depth - 1))}",
        () => $"printer: {Pick(["null", "{}", "{ name: { neq: \"Publisher 2\" } }", "{ name: { eq: \"Publisher 0\" } }"])}",
        () => $"marks: {Collection(Text)}",
        () => $"loans: {Collection(() => $"{{ days: {Number()} }}")}",
        () => $"authors: {Collection(() => Author(depth - 1))}",
        () => $"shelf: {{ books: {Collection(() => Book(depth - 1))} }}");

    string Author(int depth) => Object(depth, Author, () => $"born: {Born()}", () => $"name: {Text()}");

    string Object(int depth, Func<int, string> self, params Func<string>[] members)
    {
        var and = depth > 0 && _random.Next(4) == 0
            ? $"{Pick(["and", "or"])}: [{self(depth - 1)}, {self(depth - 1)}] "
            : "";
        return depth <= 0 && _random.Next(2) == 0 ? "{}" : $"{{ {and}{Pick(members)()} }}";
    }

    string Collection(Func<string> item) => _random.Next(4) == 0
        ? $"{{ any: {Pick(["true", "false"])} }}"
        : $"{{ {Pick(["some", "none", "all"])}: {item()} }}";

    string Text() => _random.Next(3) == 0 ? Equality(Texts) : Operations(Matched, Texts);

    string Number() => _random.Next(2) == 0
        ? Equality(["0", "1", "2", "3", "4"])
        : Operations(Compared, ["0", "1", "2", "3", "4"]);

    string Born() => _random.Next(2) == 0
        ? Equality(["1900", "1902", "1904"])
        : Operations(Compared, ["1900", "1902", "1904"]);

    string Grade() => $"{{ {Pick(["eq: ", "neq: ", "in: [ATLAS], neq: "])}{Pick(["NOVEL", "ATLAS"])} }}";

    string Equality(string[] values) => Pick(
    [
        $"{{ eq: {Pick(values)} }}",
        $"{{ neq: {Pick(values)} }}",
        "{ eq: null }",
        "{ neq: null }",
        $"{{ in: [{Pick(values)}, null] }}",
        $"{{ nin: [{Pick(values)}, {Pick(values)}] }}",
        $"{{ nin: [{Pick(values)}, null] }}",
    ]);

    string Operations(string[] operations, string[] values) => $"{{ {Pick(operations)}: {Pick(values)} }}";

    T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    IEnumerable<string> Some(params string[] from) => from.Where(_ => _random.Next(2) == 0);
}
