namespace GraphApi.Engine.Tests.TypeSystem.Scalars;

public class BooleanScalarTests : ScalarTest
{
    protected override string Name => "Boolean";

    [Fact]
    public void True_and_false_are_read()
    {
        Reads("true", "true", true);
        Reads("false", "false", false);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("\"true\"")]
    [InlineData("[]")]
    public void Others_are_refused(string value)
    {
        RefusesLiteral(value, $"Boolean cannot represent a non boolean value: {value}");
        RefusesJson(value, $"Boolean cannot represent a non boolean value: {value}");
    }

    [Fact]
    public void Booleans_are_written()
    {
        Writes(true, "true");
        Writes(false, "false");
        RefusesToWrite(1);
        RefusesToWrite("true");
    }
}
