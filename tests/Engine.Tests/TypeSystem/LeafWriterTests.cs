using System.Buffers;
using System.Text;
using System.Text.Json;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.TypeSystem;

public class LeafWriterTests
{
    static readonly Schema Schema = new SchemaBuilder()
        .AddSdl("test", """
            scalar DateTime scalar LocalDate scalar UUID scalar Long scalar URL scalar Markdown
            enum Color { RED DARK_BLUE }
            enum Plain { A B }
            enum Sparse { BELOW NONE FAR }
            type Query {
              string: String requiredString: String! id: ID! int: Int requiredInt: Int! float: Float boolean: Boolean
              time: DateTime date: LocalDate uuid: UUID long: Long url: URL markdown: Markdown color: Color!
              nullableColor: Color plain: Plain strings: [String] requiredStrings: [String!]! colors: [Color!]
              matrix: [[Int!]] sparse: Sparse
            }
            """)
        .BindEnum<Color>("Color")
        .BindEnum<Sparse>("Sparse")
        .AllowUnbound()
        .Build();

    [Fact]
    public void Values_of_the_usual_types_are_written()
    {
        var guid = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e");
        Assert.Equal("\"a\\u0022b\"", Write<string?>("string", "a\"b"));
        Assert.Equal("null", Write<string?>("string", null));
        Assert.Equal("\"x\"", Write("id", "x"));
        Assert.Equal($"\"{guid}\"", Write("id", guid));
        Assert.Equal("-5", Write("int", -5));
        Assert.Equal("-5", Write<int?>("int", -5));
        Assert.Equal("null", Write<int?>("int", null));
        Assert.Equal("7", Write("int", 7L));
        Assert.Equal("9223372036854775807", Write("long", long.MaxValue));
        Assert.Equal("1", Write<long?>("long", 1));
        Assert.Equal("0.1", Write("float", 0.1));
        Assert.Equal("12345678901234567890.12345", Write("float", 12345678901234567890.12345m));
        Assert.Equal("3", Write("float", 3));
        Assert.Equal("true", Write("boolean", true));
        Assert.Equal("false", Write<bool?>("boolean", false));
        Assert.Equal($"\"{guid}\"", Write<Guid?>("uuid", guid));
        Assert.Equal("\"2025-11-22\"", Write("date", new DateOnly(2025, 11, 22)));
        Assert.Equal("\"0001-02-03\"", Write<DateOnly?>("date", new DateOnly(1, 2, 3)));
        Assert.Equal("\"https://example.org/\"", Write("url", new Uri("https://example.org")));
        Assert.Equal("\"# a\"", Write("markdown", "# a"));
    }

    [Fact]
    public void Instants_are_written_in_UTC()
    {
        var ticks = new DateTime(2025, 11, 22, 1, 2, 3).AddMilliseconds(40);
        Assert.Equal("\"2025-11-22T01:02:03.04Z\"", Write("time", ticks));
        Assert.Equal(
            "\"2025-11-22T01:02:03.04Z\"",
            Write<DateTime?>("time", DateTime.SpecifyKind(ticks, DateTimeKind.Utc)));
        Assert.Equal(
            "\"2025-11-22T01:02:03.04Z\"",
            Write("time", new DateTimeOffset(ticks.AddHours(2), TimeSpan.FromHours(2))));
    }

    [Fact]
    public void Enums_are_written_by_their_names_in_GraphQL()
    {
        Assert.Equal("\"DARK_BLUE\"", Write("color", Color.DarkBlue));
        Assert.Equal("\"RED\"", Write<Color?>("nullableColor", Color.Red));
        Assert.Equal("null", Write<Color?>("nullableColor", null));
        Assert.Equal("\"DARK_BLUE\"", Write("color", "DARK_BLUE"));
        Assert.Equal("\"DARK_BLUE\"", Write<object>("color", Color.DarkBlue));
        Assert.Equal("\"B\"", Write("plain", "B"));
        Assert.Equal("\"B\"", Write<object>("plain", "B"));
    }

    [Fact]
    public void Lists_are_written_with_their_nulls()
    {
        Assert.Equal("""["a",null]""", Write<IReadOnlyList<string?>>("strings", ["a", null]));
        Assert.Equal("[]", Write<string[]>("strings", []));
        Assert.Equal("null", Write<List<string>?>("strings", null));
        Assert.Equal("""["RED","DARK_BLUE"]""", Write<List<Color>>("colors", [Color.Red, Color.DarkBlue]));
        Assert.Equal("[[1,2],null,[]]", Write<List<int[]?>>("matrix", [[1, 2], null, []]));
        Assert.Equal("[[1],null]", Write<object>("matrix", new object?[] { new List<int> { 1 }, null }));
        Assert.Equal("""["a"]""", Write<IEnumerable<string>>("strings", new HashSet<string> { "a" }));
    }

    [Theory]
    [InlineData("int", 5L + int.MaxValue)]
    [InlineData("int", "5")]
    [InlineData("int", 5.0)]
    [InlineData("string", 5)]
    [InlineData("id", 5.0)]
    [InlineData("boolean", 1)]
    [InlineData("float", double.NaN)]
    [InlineData("float", double.PositiveInfinity)]
    [InlineData("float", "1")]
    [InlineData("time", "2025-11-22T00:00:00Z")]
    [InlineData("date", "2025-11-22")]
    [InlineData("uuid", "0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("url", 1)]
    [InlineData("plain", "C")]
    [InlineData("color", "GREEN")]
    [InlineData("strings", "a")]
    [InlineData("strings", new[] { 1 })]
    public void What_is_no_value_of_the_type_is_refused(string field, object value)
    {
        var writer = Writer(field, new ReadBinding<object>(row => row));

        Assert.True(writer.CanBeInvalid);
        Assert.False(TryWrite(writer, value, out _));
    }

    [Fact]
    public void Typed_values_that_can_be_invalid_are_refused()
    {
        Assert.False(TryWrite(Writer("float", new ReadBinding<double>(_ => double.NaN)), this, out _));
        Assert.False(TryWrite(Writer("int", new ReadBinding<long>(_ => long.MinValue)), this, out _));
        Assert.False(TryWrite(Writer("plain", new ReadBinding<string>(_ => "C")), this, out _));
        Assert.False(TryWrite(Writer("requiredStrings", new ReadBinding<string?[]>(_ => ["a", null])), this, out _));
        Assert.False(TryWrite(Writer("color", new ReadBinding<Color>(_ => (Color)99)), this, out var json));
        Assert.Equal("", json);
    }

    [Fact]
    public void A_writer_says_whether_its_rows_must_be_looked_at()
    {
        Assert.Equal((false, false), Needs<int>("requiredInt"));
        Assert.Equal((false, false), Needs<int?>("int"));
        Assert.Equal((true, false), Needs<int?>("requiredInt"));
        Assert.Equal((false, false), Needs<string?>("string"));
        Assert.Equal((true, false), Needs<string?>("requiredString"));
        Assert.Equal((false, true), Needs<Color>("color"));
        Assert.Equal((true, true), Needs<Color?>("color"));
        Assert.Equal((false, true), Needs<double>("float"));
        Assert.Equal((false, false), Needs<decimal>("float"));
        Assert.Equal((false, true), Needs<long>("int"));
        Assert.Equal((false, false), Needs<List<string>>("strings"));
        Assert.Equal((true, true), Needs<List<string>>("requiredStrings"));
        Assert.Equal((false, true), Needs<List<Color>>("colors"));
        Assert.Equal((false, true), Needs<object>("string"));
    }

    [Fact]
    public void Null_is_no_value_of_a_type_that_refuses_it()
    {
        var writer = Writer("requiredString", new ReadBinding<string?>(row => row as string));

        Assert.False(writer.CanWrite(5));
        Assert.True(writer.CanWrite("a"));
    }

    [Fact]
    public void Members_of_an_enum_are_known_whatever_their_numbers()
    {
        var writer = Writer("sparse", new ReadBinding<Sparse>(row => (Sparse)row));

        Assert.All(Enum.GetValues<Sparse>(), member => Assert.True(writer.CanWrite(member)));
        Assert.All([(Sparse)1, (Sparse)4, (Sparse)(-2)], other => Assert.False(writer.CanWrite(other)));
    }

    [Fact]
    public void Looking_at_a_value_allocates_nothing()
    {
        LeafWriter[] writers =
        [
            Writer("color", new ReadBinding<Color>(_ => Color.DarkBlue)),
            Writer("nullableColor", new ReadBinding<Color?>(_ => Color.DarkBlue)),
            Writer("colors", new ReadBinding<Color[]>(row => (Color[])row)),
            Writer("sparse", new ReadBinding<Sparse>(_ => Sparse.Far)),
            Writer("float", new ReadBinding<double>(_ => 1.5)),
        ];
        Color[] row = [Color.Red, Color.DarkBlue];
        Assert.All(writers, writer => Assert.True(writer.CanWrite(row)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            foreach (var writer in writers)
            {
                writer.CanWrite(row);
            }
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Writing_a_value_allocates_nothing()
    {
        LeafWriter[] writers =
        [
            Writer("int", new ReadBinding<int>(_ => 5)),
            Writer("int", new ReadBinding<int?>(_ => 5)),
            Writer("color", new ReadBinding<Color>(_ => Color.DarkBlue)),
            Writer("nullableColor", new ReadBinding<Color?>(_ => Color.DarkBlue)),
            Writer("time", new ReadBinding<DateTime>(_ => new DateTime(2025, 1, 1))),
            Writer("date", new ReadBinding<DateOnly>(_ => new DateOnly(2025, 1, 1))),
            Writer("uuid", new ReadBinding<Guid>(_ => Guid.Empty)),
            Writer("float", new ReadBinding<decimal>(_ => 1m)),
        ];
        var output = new ArrayBufferWriter<byte>(1 << 20);
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { SkipValidation = true });
        WriteAll(writers, json);
        output.ResetWrittenCount();
        var before = GC.GetAllocatedBytesForCurrentThread();

        WriteAll(writers, json);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    static void WriteAll(LeafWriter[] writers, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        for (var i = 0; i < 1000; i++)
        {
            foreach (var writer in writers)
            {
                writer.TryWrite(json, writers);
            }
        }

        json.WriteEndArray();
        json.Flush();
        json.Reset();
    }

    static (bool RefusesNull, bool CanBeInvalid) Needs<T>(string field)
    {
        var writer = Writer(field, new ReadBinding<T>(row => (T)row));
        Assert.Equal(writer.RefusesNull || writer.CanBeInvalid, writer.CanFail);
        return (writer.RefusesNull, writer.CanBeInvalid);
    }

    static string Write<T>(string field, T value)
    {
        Assert.True(TryWrite(Writer(field, new ReadBinding<T>(_ => value)), Schema, out var json));
        return json;
    }

    static LeafWriter Writer(string field, ReadBinding binding) =>
        LeafWriter.Create(Schema.QueryType.FieldsByName[field].Type, binding);

    static bool TryWrite(LeafWriter leaf, object row, out string json)
    {
        var output = new ArrayBufferWriter<byte>();
        bool written;
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { SkipValidation = true }))
        {
            written = leaf.TryWrite(writer, row);
        }

        json = Encoding.UTF8.GetString(output.WrittenSpan);
        return written;
    }

    enum Color
    {
        Red,
        DarkBlue,
    }

    enum Sparse : long
    {
        Below = -1,
        None = 0,
        Far = 5_000_000_000,
    }
}
