namespace GraphApi.Engine.Tests.TypeSystem.Scalars;

public class IdScalarTests : ScalarTest
{
    protected override string Name => "ID";

    [Fact]
    public void Strings_and_integers_of_any_size_are_read_as_text()
    {
        Reads("\"a\"", "\"a\"", "a");
        Reads("\"\"", "\"\"", "");
        Reads("5", "5", "5");
        Reads("-123456789012345678901234567890", "-123456789012345678901234567890", "-123456789012345678901234567890");
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("true")]
    [InlineData("[]")]
    public void Others_are_refused(string value)
    {
        RefusesLiteral(value, $"ID cannot represent a non-string and non-integer value: {value}");
        RefusesJson(value, $"ID cannot represent value: {value}");
    }

    [Fact]
    public void It_is_written_as_a_string()
    {
        Writes("a", "\"a\"");
        Writes(5, "\"5\"");
        Writes(-5L, "\"-5\"");
        Writes(Guid.Empty, "\"00000000-0000-0000-0000-000000000000\"");
        RefusesToWrite(5.0);
        RefusesToWrite(true);
    }
}
