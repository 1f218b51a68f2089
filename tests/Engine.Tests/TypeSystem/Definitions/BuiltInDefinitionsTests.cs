using GraphApi.Engine.Tests.TypeSystem.Rules;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.TypeSystem.Definitions;

public class BuiltInDefinitionsTests : SchemaRuleTest
{
    [Fact]
    public void What_the_specification_defines_is_not_defined_again() => InvalidAt(
        "scalar Int type __Type { a: Int } enum Boolean { TRUE }",
        ("Int", "The type \"Int\" is built in and cannot be defined.", "1:8"),
        ("__Type", "The type \"__Type\" is built in and cannot be defined.", "1:17"),
        ("Boolean", "The type \"Boolean\" is built in and cannot be defined.", "1:40"));

    [Fact]
    public void A_built_in_directive_may_be_written_out_as_older_editions_define_it()
    {
        const string Sdl = """
            directive @deprecated(reason: String = "No longer supported") on FIELD_DEFINITION | ENUM_VALUE
            directive @specifiedBy(url: String!) on SCALAR
            type Query { a(x: Int @deprecated): Int @deprecated }
            """;
        var schema = new SchemaBuilder().AddSdl("test", Sdl).AllowUnbound().Build();

        Assert.Equal("String!", schema.DirectivesByName["deprecated"].Arguments[0].Type.ToString());
        Assert.Equal("type Query {\n  a(x: Int @deprecated): Int @deprecated\n}\n", SchemaPrinter.Print(schema));
    }

    [Fact]
    public void It_may_not_mean_something_else() => InvalidAt(
        "directive @skip(when: Boolean!) on FIELD directive @oneOf(n: Int) on INPUT_OBJECT",
        ("@skip", "The directive \"@skip\" is built in and has other arguments.", "1:12"),
        ("@oneOf", "The directive \"@oneOf\" is built in and has other arguments.", "1:53"));
}
