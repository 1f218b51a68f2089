using GraphApi.Engine.Response;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Execution;

/// <summary>Values that are none of their type: an error at the path of each, and null as far up as it must.</summary>
public sealed class LeafCompletionTests
{
    const string Sdl = """
        enum Color { RED GREEN }
        type Query { row: Row strictRow: Row! rows: [Row] }
        type Row {
          color: Color strictColor: Color! colors: [Color] strictColors: [Color!] colorsOfAll: [Color!]!
          matrix: [[Float!]] numbers: [Float] strictNumbers: [Float!]! text: [String!] stepColors: [Color] number: Int
          name: String
        }
        """;

    readonly List<string> _faults = [];

    [Fact]
    public async Task An_enum_value_that_is_no_member_is_an_error_and_null() => Assert.Equal(
        """{"errors":["row.color"],"data":{"row":{"color":null,"name":"n"}}}""",
        await RunAsync("{ row { color name } }", new Row { Color = (Color)99 }));

    [Fact]
    public async Task Where_it_may_not_be_null_its_object_is() => Assert.Equal(
        """{"errors":["row.strictColor"],"data":{"row":null}}""",
        await RunAsync("{ row { name strictColor } }", new Row { Color = (Color)(-1) }));

    [Fact]
    public async Task Up_to_the_data() => Assert.Equal(
        """{"errors":["strictRow.strictColor"],"data":null}""",
        await RunAsync("{ strictRow { name strictColor } }", new Row { Color = (Color)2 }));

    [Fact]
    public async Task A_wrong_item_is_null_in_its_list() => Assert.Equal(
        """{"errors":["row.colors.1","row.colors.3"],"data":{"row":{"colors":["RED",null,"GREEN",null]}}}""",
        await RunAsync(
            "{ row { colors } }",
            new Row { Colors = [Color.Red, (Color)7, Color.Green, (Color)8] }));

    [Fact]
    public async Task A_wrong_item_that_may_not_be_null_makes_the_list_null() => Assert.Equal(
        """{"errors":["row.strictColors.1"],"data":{"row":{"strictColors":null,"name":"n"}}}""",
        await RunAsync("{ row { strictColors name } }", new Row { Colors = [Color.Red, (Color)7, (Color)8] }));

    [Fact]
    public async Task And_what_is_around_it_where_the_list_may_not_be_null() => Assert.Equal(
        """{"errors":["row.colorsOfAll.0"],"data":{"row":null}}""",
        await RunAsync("{ row { colorsOfAll } }", new Row { Colors = [(Color)7] }));

    [Fact]
    public async Task Each_level_of_a_list_of_lists_is_judged_for_itself() => Assert.Equal(
        """{"errors":["row.matrix.1.0","row.matrix.2.1"],"data":{"row":{"matrix":[[1,2],null,null,[]]}}}""",
        await RunAsync(
            "{ row { matrix } }",
            new Row { Matrix = [[1, 2], [double.NaN], [3, double.PositiveInfinity], []] }));

    [Fact]
    public async Task Null_where_an_item_may_not_be_null_says_so()
    {
        var response = await ExecuteAsync("{ row { text } }", new Row { Text = ["a", null!] });
        var error = Assert.Single(response.Errors);
        Assert.Equal("Cannot return null for non-nullable field Row.text.", error.Message);
        Assert.Equal(["row", "text", 1], error.Path!.ToSegments());
        Assert.Empty(_faults);
    }

    [Fact]
    public async Task Wrong_numbers_are_told_as_wrong_items_are() => Assert.Equal(
        """{"errors":["row.numbers.0"],"data":{"row":{"numbers":[null,1.5]}}}""",
        await RunAsync("{ row { numbers } }", new Row { Numbers = [double.NaN, 1.5] }));

    [Fact]
    public async Task Each_row_is_completed_for_itself() => Assert.Equal(
        """{"errors":["rows.1.color"],"data":{"rows":[{"color":"RED"},{"color":null},{"color":"GREEN"}]}}""",
        await RunAsync(
            "{ rows { color } }",
            new Row { Color = Color.Red },
            new Row { Color = (Color)5 },
            new Row { Color = Color.Green }));

    [Fact]
    public async Task Values_that_a_step_made_are_completed_alike() => Assert.Equal(
        """{"errors":["row.stepColors.1"],"data":{"row":{"stepColors":["GREEN",null]}}}""",
        await RunAsync("{ row { stepColors } }", new Row()));

    [Fact]
    public async Task The_client_does_not_read_the_value_and_the_host_hears_of_the_field()
    {
        var response = await ExecuteAsync("{ row { color } }", new Row { Color = (Color)99 });
        Assert.Equal("Unexpected Execution Error", Assert.Single(response.Errors).Message);
        Assert.Equal("Row.color has a value that is none of its type.", Assert.Single(_faults));
    }

    /// <summary>The response, of its errors the paths alone.</summary>
    async Task<string> RunAsync(string document, params Row[] rows)
    {
        var response = await ExecuteAsync(document, rows);
        var text = ToySchema.Text(response);
        var paths = response.Errors.Select(error => $"\"{string.Join('.', error.Path!.ToSegments())}\"");
        return $"{{\"errors\":[{string.Join(',', paths)}],{text[text.IndexOf("\"data\"", StringComparison.Ordinal)..]}";
    }

    async Task<GraphQLResponse> ExecuteAsync(string document, params Row[] rows)
    {
        var builder = new SchemaBuilder().AddSdl("test", Sdl).BindType<Row>("Row").BindEnum<Color>("Color");
        builder.Bind("Query", "row", new ToyBinding("row", (_, _) => [rows[0]], []));
        builder.Bind("Query", "strictRow", new ToyBinding("strictRow", (_, _) => [rows[0]], []));
        builder.Bind("Query", "rows", new ToyBinding("rows", (_, _) => [rows], []));
        builder.Bind("Row", "color", new ReadBinding<Color?>(row => ((Row)row).Color));
        builder.Bind("Row", "strictColor", new ReadBinding<Color>(row => ((Row)row).Color ?? default));
        builder.Bind("Row", "colors", new ReadBinding<List<Color>>(row => ((Row)row).Colors));
        builder.Bind("Row", "strictColors", new ReadBinding<Color[]>(row => [.. ((Row)row).Colors]));
        builder.Bind("Row", "colorsOfAll", new ReadBinding<IEnumerable<Color>>(row => ((Row)row).Colors));
        builder.Bind("Row", "matrix", new ReadBinding<double[][]>(row => ((Row)row).Matrix));
        builder.Bind("Row", "numbers", new ReadBinding<double[]>(row => ((Row)row).Numbers));
        builder.Bind("Row", "strictNumbers", new ReadBinding<double[]>(row => ((Row)row).Numbers));
        builder.Bind("Row", "text", new ReadBinding<string[]>(row => ((Row)row).Text));
        builder.Bind(
            "Row",
            "stepColors",
            new ToyBinding("stepColors", (_, p) => [.. p.Select(_ => new[] { Color.Green, (Color)9 })], []));
        builder.Bind("Row", "number", new ReadBinding<int>(_ => 1));
        builder.Bind("Row", "name", new ReadBinding<string>(_ => "n"));
        var options = new EngineOptions { OnFault = (fault, _) => _faults.Add(fault.Message) };
        var engine = new GraphQLEngine(builder.Build(), options);
        return await engine.ExecuteAsync(
            new GraphQLRequest { Document = document },
            TestContext.Current.CancellationToken);
    }

    enum Color
    {
        Red,
        Green,
    }

    sealed record Row
    {
        public Color? Color { get; init; }

        public List<Color> Colors { get; init; } = [];

        public double[][] Matrix { get; init; } = [];

        public double[] Numbers { get; init; } = [];

        public string[] Text { get; init; } = [];
    }
}
