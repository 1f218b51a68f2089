namespace GraphApi.Engine.Tests.TypeSystem.Scalars;

public class IntScalarTests : ScalarTest
{
    protected override string Name => "Int";

    [Fact]
    public void Integers_of_32_bits_are_read()
    {
        Reads("0", "0", 0);
        Reads("-2147483648", "-2147483648", int.MinValue);
        Reads("2147483647", "2147483647", int.MaxValue);
        ReadsJson("1.0", 1);
        ReadsJson("1e3", 1000);
        ReadsJson("-0", 0);
        ReadsJson("-0.0", 0);
    }

    [Theory]
    [InlineData("2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("-2147483649", "Int cannot represent non 32-bit signed integer value: -2147483649")]
    [InlineData("1.0", "Int cannot represent non-integer value: 1.0")]
    [InlineData("1e3", "Int cannot represent non-integer value: 1e3")]
    [InlineData("\"1\"", "Int cannot represent non-integer value: \"1\"")]
    [InlineData("true", "Int cannot represent non-integer value: true")]
    [InlineData("ONE", "Int cannot represent non-integer value: ONE")]
    [InlineData("[1]", "Int cannot represent non-integer value: [1]")]
    [InlineData("{ a: 1, b: [] }", "Int cannot represent non-integer value: {a: 1, b: []}")]
    public void Other_literals_are_refused(string literal, string message) => RefusesLiteral(literal, message);

    [Theory]
    [InlineData("2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("1e400", "Int cannot represent non 32-bit signed integer value: 1e400")]
    [InlineData("1.5", "Int cannot represent non-integer value: 1.5")]
    [InlineData("\"1\"", "Int cannot represent non-integer value: \"1\"")]
    [InlineData("true", "Int cannot represent non-integer value: true")]
    [InlineData("[1]", "Int cannot represent non-integer value: [1]")]
    public void Other_JSON_is_refused(string json, string message) => RefusesJson(json, message);

    [Fact]
    public void Integers_that_fit_are_written()
    {
        Writes(-5, "-5");
        Writes(5L, "5");
        Writes((short)5, "5");
        Writes((byte)5, "5");
        RefusesToWrite(int.MaxValue + 1L);
        RefusesToWrite(5.0);
        RefusesToWrite("5");
        RefusesToWrite(true);
    }
}
