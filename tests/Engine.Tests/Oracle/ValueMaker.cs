using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Oracle;

/// <summary>Makes literals that are values of a type.</summary>
/// <param name="random">What decides.</param>
/// <param name="addVariable">Adds a variable to the operation, its type and default given, and returns its name; null:
/// values are constant.</param>
sealed class ValueMaker(Random random, Func<string, string>? addVariable)
{
    static readonly string[] Texts =
    [
        "\"\"", "\"text\"", "\"with \\\"quotes\\\" and \\\\ and \\n and \\u00e9\"", "\"é 漢字 😀\"",
        "\"\\uD83D\\uDE00 \\u{1F600}\"",
        "\"\"\"block\"\"\"", "\"\"\"\n    two\n      lines \\\"\"\" \"quoted\"\n  \"\"\"", "\"\"\"\"\"\"", "\"1\"",
        "\"#, {}\"",
    ];

    static readonly string[] Anything =
        ["1", "-1.5", "\"a\"", "ANY", "[1, \"a\", [true]]", "{a: {b: [1]}, c: null}", "{}", "[]"];

    /// <summary>A value of an argument or input field.</summary>
    public string Make(InputValue input, int depth) => Make(input.Type, depth, input.DefaultValue is not null);

    /// <summary>A value of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="depth">How deep input objects may still nest.</param>
    /// <param name="hasDefault">Whether a default takes its place where a variable has no value.</param>
    public string Make(GraphQLType type, int depth, bool hasDefault = false)
    {
        if (addVariable is not null && random.Next(6) == 0)
        {
            return $"${addVariable(Definition(type, hasDefault))}";
        }

        if (!type.IsNonNull && (random.Next(8) == 0 || depth == 0))
        {
            return "null";
        }

        return type.Nullable switch
        {
            ListType list when random.Next(6) == 0 && list.OfType.Nullable is not ListType => Single(list, depth),
            ListType list => List(list, depth),
            InputObjectType { IsOneOf: true } input => OneOf(input, depth),
            InputObjectType input => Object(input, depth),
            EnumType enumeration => Pick(enumeration.Values).Name,
            var leaf => Leaf(leaf.Named.Name),
        };
    }

    /// <summary>A type and perhaps a default that fit where the type is expected.</summary>
    string Definition(GraphQLType type, bool hasDefault)
    {
        var constants = new ValueMaker(random, null);
        var nullable = type.Nullable;
        return random.Next(4) switch
        {
            0 when type.IsNonNull => $"{nullable} = {constants.Make(new NonNullType(nullable), depth: 2)}",
            1 when type.IsNonNull && hasDefault => nullable.ToString()!,
            2 => $"{type} = {constants.Make(type, depth: 2)}",
            3 when !type.IsNonNull => $"{nullable}!",
            _ => type.ToString()!,
        };
    }

    // What stands for a list of it is no null, and no variable of the item's type.
    string Single(ListType list, int depth) => new ValueMaker(random, null).Make(
        new NonNullType(list.OfType.Nullable),
        Math.Max(depth, 1));

    string List(ListType list, int depth) =>
        $"[{string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => Make(list.OfType, depth)))}]";

    string Object(InputObjectType input, int depth)
    {
        var fields = input.Fields
            .Where(field => field.IsRequired || (depth > 0 && random.Next(3) == 0))
            .OrderBy(_ => random.Next())
            .Select(field => $"{field.Name}: {Make(field, depth - 1)}");
        return $"{{{string.Join(random.Next(2) == 0 ? ", " : " ", fields)}}}";
    }

    string OneOf(InputObjectType input, int depth)
    {
        // A variable stands here only where its type is non-null.
        var field = Pick(input.Fields);
        var value = addVariable is not null && random.Next(4) == 0
            ? $"${addVariable($"{field.Type}!")}"
            : new ValueMaker(random, null).Make(new NonNullType(field.Type), Math.Max(depth - 1, 1));
        return $"{{ {field.Name}: {value} }}";
    }

    string Leaf(string name) => name switch
    {
        "Int" => Pick(["0", "-1", "7", "2147483647", "-2147483648"]),
        "Float" => Pick(["0", "1.5", "-2e10", "1.25E-3", "7"]),
        "Boolean" => Pick(["true", "false"]),
        "String" => Pick(Texts),
        "ID" => Pick(["\"id\"", "12", "-1", "123456789012345678901234567890"]),
        _ => Pick(Anything),
    };

    T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
