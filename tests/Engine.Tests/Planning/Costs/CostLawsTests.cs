using System.Text.Json;
using System.Text.Json.Nodes;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Planning.Costs;

/// <summary>What holds for all documents and values, tried with those of a fixed seed and of a random one.</summary>
public sealed class CostLawsTests
{
    const int Tries = 500;

    static readonly Pricing Library = new();

    public static TheoryData<int> Seeds => [7, Random.Shared.Next()];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_value_costs_the_same_in_the_document_in_a_variable_and_mixed(int seed)
    {
        var values = new ValueGenerator(new Random(seed));
        var books = Library.Schema.QueryType.FieldsByName["books"];
        for (var i = 0; i < Tries; i++)
        {
            var where = values.Of(books.ArgumentsByName["where"].Type, depth: 5);
            var order = values.Of(books.ArgumentsByName["order"].Type, depth: 5);
            var first = values.Of(books.ArgumentsByName["first"].Type, depth: 5);
            const string selection = "{ nodes { title } edges { node { author { name } } } }";
            var inline = Library.Of(
                $"{{ books(where: {Literal(where)}, order: {Literal(order)}, first: {Literal(first)}) {selection} }}");
            var variables = Library.Of(
                $"query ($w: BookFilterInput, $o: [BookSortInput!], $f: Int) {{ books(where: $w, order: $o, first: $f) {selection} }}",
                new JsonObject { ["w"] = where?.DeepClone(), ["o"] = order?.DeepClone(), ["f"] = first?.DeepClone() }
                    .ToJsonString());
            Assert.Equal(inline, variables);

            Assert.Equal(inline, Mixed(where, $"order: {Literal(order)}, first: {Literal(first)}", selection));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void One_more_selection_never_lowers_the_cost(int seed)
    {
        var random = new Random(seed);
        var values = new ValueGenerator(random);
        for (var i = 0; i < Tries; i++)
        {
            var more = new Selection(Library.Schema.QueryType, depth: 4, random, values);
            var less = more.WithoutOne(random);
            var (lessField, lessType) = Library.Of(less);
            var (moreField, moreType) = Library.Of(more.ToString());
            Assert.True(lessField <= moreField && lessType <= moreType, $"seed {seed}: {less} | {more}");
        }
    }

    /// <summary>The cost with a variable for each field of the filter.</summary>
    static (double Field, double Type) Mixed(JsonNode? where, string arguments, string selection)
    {
        if (where is not JsonObject { Count: > 0 } filter)
        {
            return Library.Of($"{{ books(where: {Literal(where)}, {arguments}) {selection} }}");
        }

        var type = (InputObjectType)Library.Schema.TypesByName["BookFilterInput"];
        var definitions = filter.Select(field => $"${field.Key}: {type.FieldsByName[field.Key].Type}");
        var values = filter.Select(field => $"{field.Key}: ${field.Key}");
        return Library.Of(
            $"query ({string.Join(", ", definitions)}) {{ books(where: {{{string.Join(", ", values)}}}, {arguments}) {selection} }}",
            filter.ToJsonString());
    }

    /// <summary>A JSON value as a literal: names without quotes, enum values too.</summary>
    static string Literal(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject node => "{" + string.Join(", ", node.Select(f => $"{f.Key}: {Literal(f.Value)}")) + "}",
        JsonArray list => "[" + string.Join(", ", list.Select(Literal)) + "]",
        _ when value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is "ASC" or "DESC" =>
            value.GetValue<string>(),
        _ => value.ToJsonString(),
    };

    /// <summary>Makes values of input types.</summary>
    sealed class ValueGenerator(Random random)
    {
        public JsonNode? Of(GraphQLType type, int depth)
        {
            switch (type)
            {
                case NonNullType nonNull:
                    return Of(nonNull.OfType, depth) ?? Of(type, depth);
                case var _ when random.Next(8) == 0:
                    return null;
                case ListType list:
                    var items = Enumerable.Range(0, random.Next(3)).Select(_ => Of(list.OfType, depth - 1));
                    return new JsonArray([.. items]);
                case InputObjectType input:
                    var node = new JsonObject();
                    foreach (var field in input.Fields)
                    {
                        if (random.Next(2) == 0 && (depth > 0 || field.Type.Named is not InputObjectType))
                        {
                            node[field.Name] = Of(field.Type, depth - 1);
                        }
                    }

                    return node;
                case EnumType enumeration:
                    return enumeration.Values[random.Next(enumeration.Values.Length)].Name;
                default:
                    return type.Named.Name == "Int" ? random.Next(-2, 60) : "text";
            }
        }
    }

    /// <summary>A selection set on an object type, a random part of what there is to select.</summary>
    sealed class Selection
    {
        readonly List<(string Field, Selection? Below)> _fields = [];

        public Selection(ObjectType type, int depth, Random random, ValueGenerator values)
        {
            foreach (var field in type.Fields)
            {
                // A field whose list must be told its length may have none.
                if (random.Next(2) == 0 || field.ListSize is { RequiresOne: true, SlicingArguments.IsEmpty: false })
                {
                    continue;
                }

                if (field.Type.IsLeaf)
                {
                    _fields.Add((field.Name, null));
                }
                else if (depth > 0 && field.Type.Named is ObjectType below && field.Name != "find")
                {
                    var first = field.ArgumentsByName.ContainsKey("first") ? $"(first: {random.Next(40)})" : "";
                    _fields.Add((field.Name + first, new Selection(below, depth - 1, random, values)));
                }
            }

            _fields.Add(("__typename", null));
        }

        /// <summary>The text without one of the selections, at any depth.</summary>
        public string WithoutOne(Random random)
        {
            var left = random.Next(_fields.Count);
            var parts = _fields.Select((field, i) => (field, i) switch
            {
                var ((name, below), index) when index == left => below is null || random.Next(2) == 0
                    ? name == "__typename" ? name : ""
                    : $"{name} {below.WithoutOne(random)}",
                var (kept, _) => Text(kept),
            });
            return "{ " + string.Join(' ', parts) + " }";
        }

        public override string ToString() => "{ " + string.Join(' ', _fields.Select(Text)) + " }";

        static string Text((string Field, Selection? Below) field) => $"{field.Field} {field.Below}";
    }
}
