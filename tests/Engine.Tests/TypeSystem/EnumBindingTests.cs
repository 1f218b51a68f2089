using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.TypeSystem;

public class EnumBindingTests
{
    [Fact]
    public void Letters_and_digits_decide_underscores_and_case_do_not()
    {
        var schema = Build<Words>("TLP_AMBER_STRICT X509 PART_2A a_b", "Words");
        var type = Assert.IsType<EnumType>(schema.TypesByName["Words"]);

        Assert.Equal(
            [Words.TlpAmberStrict, Words.X509, Words.Part2A, Words.Ab],
            type.Values.Select(value => value.Value));
        Assert.Equal(Words.Part2A, type.ValuesByName["PART_2A"].Value);
    }

    [Fact]
    public void Members_of_one_name_are_told()
    {
        var error = Assert.Throws<SchemaException>(() => Build<Twins>("AB", "Twins"));

        Assert.Equal(
            [new SchemaError("Twins", "Twins.A_B and another member have the same name in GraphQL.")],
            error.Errors);
    }

    [Fact]
    public void Only_enums_are_bound_to_enums_and_once()
    {
        var error = Assert.Throws<SchemaException>(() => new SchemaBuilder()
            .AddSdl("test", "type Query { a: Int } enum E { MONDAY }")
            .AllowUnbound()
            .BindEnum<Twins>("Query")
            .BindEnum<One>("E")
            .BindEnum<One>("E")
            .Build());

        Assert.Equal(
            [
                "Query: Twins is bound to it, but there is no such enum.",
                "E: The enum is bound twice.",
            ],
            error.Errors.Select(e => e.ToString()));
    }

    static Schema Build<T>(string values, string name)
        where T : struct, Enum => new SchemaBuilder()
            .AddSdl("test", $"type Query {{ a: {name} }} enum {name} {{ {values} }}")
            .AllowUnbound()
            .BindEnum<T>(name)
            .Build();

    enum Words
    {
        TlpAmberStrict,
        X509,
        Part2A,
        Ab,
    }

    enum Twins
    {
        AB,
        A_B,
    }

    enum One
    {
        Monday,
    }
}
