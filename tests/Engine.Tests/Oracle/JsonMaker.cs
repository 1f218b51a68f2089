using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Oracle;

/// <summary>Makes JSON that mostly is a value of a type, with a mistake here and there.</summary>
sealed class JsonMaker(Schema schema, Random random)
{
    static readonly string[] Others =
    [
        "null", "0", "-7", "2147483648", "1.5", "true", "\"\"", "\"text\"", "\"RED\"", "\"red\"", "[]", "[null]",
        "[[1]]", "{}",
        "{\"x\":1}", "{\"id\":\"a\"}", "\"\\u0001\\\"\\\\\\n é😀\"", "[1,2,3,4,5,6,7,8,9,10,11,12]",
        "{\"a\":{\"b\":{\"c\":1}}}",
    ];

    /// <summary>A value of the type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="depth">How deep input objects may still nest.</param>
    public string Make(GraphQLType type, int depth)
    {
        if (random.Next(12) == 0)
        {
            return Others[random.Next(Others.Length)];
        }

        return type.Nullable switch
        {
            ListType list when random.Next(5) > 0 =>
                $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Make(list.OfType, depth)))}]",
            ListType list => Make(list.OfType, depth),
            InputObjectType input => Object(input, depth),
            EnumType enumeration => $"\"{enumeration.Values[random.Next(enumeration.Values.Length)].Name}\"",
            var leaf => leaf.Named.Name switch
            {
                "Int" => "42",
                "Float" => "4.5",
                "Boolean" => "false",
                _ => "\"value\"",
            },
        };
    }

    string Object(InputObjectType input, int depth)
    {
        var fields = input.Fields
            .Where(field => input.IsOneOf || field.IsRequired ? random.Next(6) > 0 : depth > 0 && random.Next(4) == 0)
            .OrderBy(_ => random.Next())
            .Take(input.IsOneOf && random.Next(4) > 0 ? 1 : 10)
            .Select(field => $"\"{field.Name}\":{(depth > 0 ? Make(field.Type, depth - 1) : "null")}")
            .ToList();
        if (random.Next(15) == 0)
        {
            var names = schema.ClientTypes.OfType<InputObjectType>().SelectMany(type => type.Fields).ToList();
            var name = names[random.Next(names.Count)].Name + (random.Next(2) == 0 ? "s" : "");
            if (!fields.Exists(field => field.StartsWith($"\"{name}\"", StringComparison.Ordinal)))
            {
                fields.Add($"\"{name}\":1");
            }
        }

        return $"{{{string.Join(',', fields)}}}";
    }
}
