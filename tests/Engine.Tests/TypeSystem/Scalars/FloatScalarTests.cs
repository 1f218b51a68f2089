namespace GraphApi.Engine.Tests.TypeSystem.Scalars;

public class FloatScalarTests : ScalarTest
{
    protected override string Name => "Float";

    [Fact]
    public void Numbers_are_read()
    {
        Reads("1", "1", 1.0);
        Reads("-1.5e2", "-1.5e2", -150.0);
        Reads("0.1", "0.1", 0.1);
        Reads("12345678901234567890", "12345678901234567890", 12345678901234567890.0);
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("\"1\"")]
    [InlineData("true")]
    [InlineData("[]")]
    public void Others_are_refused(string value)
    {
        RefusesLiteral(value, $"Float cannot represent non numeric value: {value}");
        RefusesJson(value, $"Float cannot represent non numeric value: {value}");
    }

    [Fact]
    public void Finite_numbers_are_written()
    {
        Writes(0.1, "0.1");
        Writes(0.1f, "0.1");
        Writes(0.10m, "0.10");
        Writes(1, "1");
        Writes(1L, "1");
        RefusesToWrite(double.NaN);
        RefusesToWrite(double.NegativeInfinity);
        RefusesToWrite(float.PositiveInfinity);
        RefusesToWrite("1");
    }
}
