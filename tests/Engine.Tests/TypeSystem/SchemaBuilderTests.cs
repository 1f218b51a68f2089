using GraphApi.Engine.Execution;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.TypeSystem;

public class SchemaBuilderTests
{
    static readonly ReadBinding<string?> Binding = new(_ => null);

    [Fact]
    public void Definitions_and_extensions_of_several_documents_make_one_schema()
    {
        var schema = new SchemaBuilder()
            .AddSdl("a", "extend type Query implements Named { name: String other(of: [Int!] = 5): [Color!]! }")
            .AddSdl("b", "\"All there is.\" type Query { self: Query } interface Named { name: String }")
            .AddSdl("c", "enum Color { RED }")
            .BindField("Query.self", new ReadBinding<object>(row => row))
            .Bind("Query", "name", Binding)
            .Bind("Query", "other", new ReadBinding<string[]>(_ => []))
            .BindType<List<int>>("Query")
            .Build();

        Assert.Equal(["self", "name", "other"], schema.QueryType.Fields.Select(field => field.Name));
        Assert.Equal("All there is.", schema.QueryType.Description);
        Assert.Equal(typeof(List<int>), schema.QueryType.RowType);
        Assert.Same(Binding, schema.QueryType.FieldsByName["name"].Binding);
        Assert.Equal("Query.other", schema.QueryType.FieldsByName["other"].Coordinate);
        Assert.Equal("[Color!]!", schema.QueryType.FieldsByName["other"].Type.ToString());
        Assert.Equal([5], Assert.IsType<object?[]>(schema.QueryType.FieldsByName["other"].Arguments[0].CoercedDefault));
        Assert.Equal([schema.QueryType], schema.GetPossibleTypes(schema.TypesByName["Named"]));
        Assert.Null(schema.MutationType);
    }

    [Fact]
    public void Everything_that_is_wrong_with_types_and_bindings_is_told_at_once()
    {
        var error = Assert.Throws<SchemaException>(() => new SchemaBuilder()
            .AddSdl("a", "type Query { unbound: String self: Query } scalar Odd input __I { a: Int = 1.5 }")
            .BindField("Query.self", new ReadBinding<object>(row => row))
            .BindField("Query.gone", Binding)
            .BindType<object>("Gone")
            .BindEnum<DayOfWeek>("Day")
            .Build());

        Assert.Equal(
            [
                "Odd: The scalar \"Odd\" has no coercion. (a:1:44)",
                "Day: DayOfWeek is bound to it, but there is no such enum.",
                "__I.a: The default value is invalid. Int cannot represent non-integer value: 1.5 (a:1:76)",
                "Gone: Object is bound to it, but there is no such object type.",
                "Query.gone: It has a binding, but there is no such field of an object type.",
                "Query.unbound: The field has no binding. (a:1:14)",
                "__I: Name \"__I\" must not begin with \"__\", which is reserved by GraphQL introspection. (a:1:55)",
            ],
            error.Errors.Select(e => e.ToString()));
        Assert.StartsWith("The schema has 7 error(s):\nOdd: The scalar", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_with_the_documents_is_told_first_because_the_rest_follows_from_it()
    {
        Assert.Equal(
            [
                "a:1:1: Syntax Error: Unexpected <EOF>.",
                "b:1:6: Syntax Error: Expected Name, found \"{\".",
            ],
            Messages(new SchemaBuilder().AddSdl("a", "").AddSdl("b", "type {").AddSdl("c", "type T { a: Gone }")));
        Assert.Equal(
            [
                "T.a: Unknown type \"Gone\". (c:1:13)",
                "Nobody: Cannot extend type \"Nobody\" because it is not defined. (c:1:32)",
                "Nobody: Unknown directive \"@b\". (c:1:39)",
            ],
            Messages(new SchemaBuilder().AddSdl("c", "type T { a: Gone } extend type Nobody @b scalar Odd")));

        static IEnumerable<string> Messages(SchemaBuilder builder) =>
            Assert.Throws<SchemaException>(builder.Build).Errors.Select(error => error.ToString());
    }

    [Fact]
    public void A_CLR_enum_gives_an_enum_its_values()
    {
        var schema = Build(
            "type Query { a(of: Access = EYES_ONLY): Access } enum Access { OPEN EYES_ONLY TLP2 }",
            builder => builder.BindEnum<Access>("Access"));

        var type = Assert.IsType<EnumType>(schema.TypesByName["Access"]);
        Assert.Equal([Access.Open, Access.EyesOnly, Access.Tlp2], type.Values.Select(value => value.Value));
        Assert.Equal(typeof(Access), type.ClrType);
        Assert.Equal(Access.EyesOnly, schema.QueryType.Fields[0].Arguments[0].CoercedDefault);
    }

    [Fact]
    public void Values_and_members_without_a_twin_are_errors()
    {
        var error = Assert.Throws<SchemaException>(() => Build(
            "type Query { a: Access } enum Access { OPEN SHUT TLP2 }",
            builder => builder.BindEnum<Access>("Access")));

        Assert.Equal(
            [
                new SchemaError("Access.SHUT", "Access has no member for it."),
                new SchemaError("Access", "Access.EyesOnly has no value in the enum Access."),
            ],
            error.Errors);
    }

    [Fact]
    public void Defaults_take_the_defaults_of_the_fields_they_leave_out()
    {
        var schema = Build("""
            type Query { a(in: Outer = { b: 1 }): Int }
            input Outer { a: Inner = {} b: Int c: Int }
            input Inner { x: Float! = 2 y: [ID] = 7 }
            """);

        var outer = Assert.IsType<InputObject>(schema.QueryType.Fields[0].Arguments[0].CoercedDefault);
        Assert.True(outer.TryGet("a", out var a));
        var inner = Assert.IsType<InputObject>(a);
        Assert.True(inner.TryGet("x", out var x));
        Assert.Equal(2.0, x);
        Assert.True(inner.TryGet("y", out var y));
        Assert.Equal(["7"], Assert.IsType<object?[]>(y));
        Assert.True(outer.TryGet("b", out var b));
        Assert.Equal(1, b);
        Assert.False(outer.TryGet("c", out _));
    }

    [Fact]
    public void The_roots_are_those_of_the_schema_definition()
    {
        var schema = Build("""
            "Whole." schema @mark { query: Q } extend schema { mutation: M }
            directive @mark on SCHEMA
            type Q { a: Int } type M { a: Int } type Subscription { a: Int }
            """);

        Assert.Equal("Q", schema.QueryType.Name);
        Assert.Equal("M", schema.MutationType?.Name);
        Assert.Null(schema.SubscriptionType);
        Assert.Equal("Whole.", schema.Description);
        Assert.Equal("mark", Assert.Single(schema.AppliedDirectives).Name.Value);
    }

    [Fact]
    public void A_built_in_scalar_that_nothing_refers_to_is_no_part_of_the_schema()
    {
        var schema = Build("type Query { a: Int }");

        Assert.True(schema.TypesByName.ContainsKey("Int"));
        Assert.True(schema.TypesByName.ContainsKey("String"));
        Assert.False(schema.TypesByName.ContainsKey("Float"));
        Assert.False(schema.TypesByName.ContainsKey("ID"));
    }

    [Fact]
    public void What_only_internal_directives_need_is_not_shown_to_clients()
    {
        var schema = Build(
            """
            directive @rule(of: Level) on OBJECT
            directive @open(of: Shared) on FIELD
            enum Level { A } enum Shared { B }
            type Query { a: Int }
            """,
            builder => builder.HideDirectives(name => name == "rule"));

        Assert.Equal(["open"], schema.ClientDirectives.Take(1).Select(directive => directive.Name));
        Assert.DoesNotContain(schema.ClientDirectives, directive => directive.Name == "rule");
        Assert.False(schema.ClientTypesByName.ContainsKey("Level"));
        Assert.True(schema.ClientTypesByName.ContainsKey("Shared"));
        Assert.True(schema.TypesByName.ContainsKey("Level"));
    }

    [Fact]
    public void Meta_fields_are_found_where_they_may_be_selected()
    {
        var schema = Build("type Query { a: Other } type Other { a: Int } union Any = Query | Other");

        Assert.Same(schema.Introspection.Schema, schema.FindField(schema.QueryType, "__schema"));
        Assert.Same(schema.Introspection.Type, schema.FindField(schema.QueryType, "__type"));
        Assert.Same(schema.Introspection.TypeName, schema.FindField(schema.TypesByName["Any"], "__typename"));
        Assert.Same(schema.QueryType.Fields[0], schema.FindField(schema.QueryType, "a"));
        Assert.Null(schema.FindField(schema.TypesByName["Other"], "__schema"));
        Assert.Null(schema.FindField(schema.TypesByName["Any"], "a"));
        Assert.Null(schema.FindField(schema.TypesByName["Int"], "__typename"));
    }

    [Fact]
    public void A_binding_whose_values_cannot_be_of_the_type_is_an_error()
    {
        var builder = new SchemaBuilder().AddSdl("test", """
            type Query { a: Int b: String c: Access d: [ID!] e: [Int] f: Plain g: DateTime! h: Float i: UUID j: Other }
            enum Access { OPEN EYES_ONLY TLP2 } enum Plain { A } scalar DateTime scalar UUID type Other { a: Int }
            """).BindEnum<Access>("Access").AllowUnbound();
        builder.Bind("Query", "a", new ReadBinding<string?>(_ => null));
        builder.Bind("Query", "b", new ReadBinding<Guid?>(_ => null));
        builder.Bind("Query", "c", new ReadBinding<DayOfWeek>(_ => default));
        builder.Bind("Query", "d", new ReadBinding<string>(_ => ""));
        builder.Bind("Query", "e", new ReadBinding<List<double>>(_ => []));
        builder.Bind("Query", "f", new ReadBinding<Access?>(_ => null));
        builder.Bind("Query", "g", new ReadBinding<DateOnly>(_ => default));
        builder.Bind("Query", "h", new ReadBinding<bool>(_ => false));
        builder.Bind("Query", "i", new ReadBinding<string[]>(_ => []));
        builder.Bind("Query", "j", new ReadBinding<string>(_ => ""));

        Assert.Equal(
            [
                "Query.a: It is bound to values of System.String, none of which is a Int.",
                "Query.b: It is bound to values of System.Nullable`1[System.Guid], none of which is a String.",
                "Query.c: It is bound to values of System.DayOfWeek, none of which is a Access.",
                "Query.d: It is bound to values of System.String, none of which is a [ID!].",
                "Query.e: It is bound to values of System.Collections.Generic.List`1[System.Double], "
                    + "none of which is a [Int].",
                $"Query.f: It is bound to values of {typeof(Access?)}, none of which is a Plain.",
                "Query.g: It is bound to values of System.DateOnly, none of which is a DateTime!.",
                "Query.h: It is bound to values of System.Boolean, none of which is a Float.",
            ],
            Assert.Throws<SchemaException>(builder.Build).Errors.Select(error => error.ToString()));
    }

    [Fact]
    public void A_binding_whose_values_can_be_of_the_type_is_taken()
    {
        var builder = new SchemaBuilder().AddSdl("test", """
            type Query { a: Int b: Access c: [ID!] d: [[Access!]] e: Odd f: Float! }
            enum Access { OPEN EYES_ONLY TLP2 } scalar Odd
            """).BindEnum<Access>("Access").AllowUnbound();
        builder.Bind("Query", "a", new ReadBinding<object>(row => row));
        builder.Bind("Query", "b", new ReadBinding<string>(_ => ""));
        builder.Bind("Query", "c", new ReadBinding<IReadOnlyList<Guid>>(_ => []));
        builder.Bind("Query", "d", new ReadBinding<List<Access?[]>>(_ => []));
        builder.Bind("Query", "e", new ReadBinding<Version>(_ => new Version()));
        builder.Bind("Query", "f", new ReadBinding<decimal?>(_ => null));

        Assert.NotNull(builder.Build());
    }

    static Schema Build(string sdl, Action<SchemaBuilder>? more = null)
    {
        var builder = new SchemaBuilder().AddSdl("test", sdl).AllowUnbound();
        more?.Invoke(builder);
        return builder.Build();
    }

    enum Access
    {
        Open,
        EyesOnly,
        Tlp2,
    }
}
