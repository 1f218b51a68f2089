using System.Text.Json;
using GraphApi.Data.UseCases;
using GraphApi.Engine;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Tests.UseCases;

/// <summary>Inputs become records, and what does not fit is found before anything runs.</summary>
public sealed class InputReaderTests
{
    const string Sdl = """
        type Query {
          ask(input: AskInput!): String
          other(input: OtherInput): String
          change(input: ChangeInput!): String
        }
        input ChangeInput { note: String count: Int kind: Kind }
        input AskInput { id: ID! count: Int kind: Kind! tags: [String!] part: PartInput parts: [PartInput!]! }
        input PartInput { key: String! weight: Float }
        input OtherInput { id: ID! }
        enum Kind { NOVEL ATLAS }
        """;

    public enum Kind
    {
        Novel,
        Atlas,
    }

    public sealed record Part(string Key, double? Weight);

    public sealed record Ask(string Id, int? Count, Kind Kind, string[]? Tags, Part? Part, Part[] Parts);

    public sealed record Change(Optional<string?> Note, Optional<int?> Count, Optional<Kind?> Kind);

    public sealed record Missing(string Id, int? Count);

    public sealed record Surplus(string Id, string More);

    public sealed record WrongType(int Id);

    public sealed record WrongNull(string? Id);

    [Fact]
    public async Task Every_field_becomes_its_parameter()
    {
        var read = await ReadAsync<Ask>("""
            {"id": "a", "kind": "ATLAS", "tags": ["x", "y"], "part": {"key": "p"}, "parts": [{"key": "q", "weight": 0.5}]}
            """);

        Assert.Equal(("a", null, Kind.Atlas), (read.Id, read.Count, read.Kind));
        Assert.Equal(["x", "y"], read.Tags!);
        Assert.Equal(new Part("p", null), read.Part);
        Assert.Equal([new Part("q", 0.5)], read.Parts);
    }

    [Fact]
    public async Task What_is_absent_or_null_is_null()
    {
        var read = await ReadAsync<Ask>("""{"id": "a", "count": null, "kind": "NOVEL", "parts": []}""");

        Assert.Equal((null, null, null, 0), (read.Count, read.Tags, read.Part, read.Parts.Length));
    }

    [Theory]
    [InlineData("{}", false, null, null, null)]
    [InlineData("""{"note": null, "count": null, "kind": null}""", true, null, null, null)]
    [InlineData("""{"note": "n", "count": 7, "kind": "ATLAS"}""", true, "n", 7, Kind.Atlas)]
    public async Task What_is_absent_differs_from_null_where_the_record_asks_for_it(
        string input, bool isGiven, string? note, int? count, Kind? kind)
    {
        var read = await ReadAsync<Change>(input, "change", "ChangeInput");

        Assert.Equal(new Change(new(isGiven, note), new(isGiven, count), new(isGiven, kind)), read);
        Assert.Equal(isGiven ? note : "as it was", read.Note.Or("as it was"));
    }

    [Theory]
    [InlineData(typeof(Missing), "AskInput", "AskInput (kind) does not fit Missing, which has no parameter for it.")]
    [InlineData(
        typeof(Surplus), "OtherInput", "OtherInput (More) does not fit Surplus, which has a parameter that is no field.")]
    [InlineData(typeof(WrongType), "OtherInput", "OtherInput.id (Id) does not fit WrongType, which has Int32 for it.")]
    [InlineData(typeof(WrongNull), "OtherInput", "OtherInput.id (Id) does not fit WrongNull, which lets it be null.")]
    public void A_record_that_differs_from_its_input_is_refused(Type record, string input, string message)
    {
        var type = (InputObjectType)Build(_ => "").TypesByName[input];

        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => new InputReader(type, record)).Message);
    }

    static async Task<TRecord> ReadAsync<TRecord>(string input, string field = "ask", string type = "AskInput")
    {
        object? read = null;
        Schema schema = null!;
        schema = Build(arguments =>
        {
            var reader = new InputReader((InputObjectType)schema.TypesByName[type], typeof(TRecord));
            read = reader.Read(arguments.Get<InputObject>("input")!);
            return "";
        });
        await new GraphQLEngine(schema).ExecuteAsync(
            new GraphQLRequest
            {
                Document = $"query($input: {type}!) {{ {field}(input: $input) }}",
                Variables = JsonElement.Parse($$"""{"input":{{input}}}"""),
            },
            TestContext.Current.CancellationToken);
        return Assert.IsType<TRecord>(read);
    }

    static Schema Build(Func<ArgumentValues, string> ask) => new SchemaBuilder()
        .AddSdl("test", Sdl)
        .BindEnum<Kind>("Kind")
        .Bind("Query", "ask", new Asking(ask))
        .Bind("Query", "other", new Asking(ask))
        .Bind("Query", "change", new Asking(ask))
        .Build();

    sealed class Asking(Func<ArgumentValues, string> ask) : StepBinding
    {
        public override Step Plan(FieldPlan field) => new AskingStep(ask);
    }

    sealed class AskingStep(Func<ArgumentValues, string> ask) : Step
    {
        public override ValueTask<object?[]> ExecuteAsync(
            RequestContext context,
            ArgumentValues arguments,
            ReadOnlyMemory<object> parents,
            CancellationToken cancellationToken) => new([ask(arguments)]);

        public override string ToString() => "Ask";
    }
}
