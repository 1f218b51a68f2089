namespace GraphApi.Engine.Tests.TypeSystem.Scalars;

public class LongScalarTests : ScalarTest
{
    protected override string Name => "Long";

    [Fact]
    public void Integers_of_64_bits_are_read()
    {
        Reads("-9223372036854775808", "-9223372036854775808", long.MinValue);
        Reads("9223372036854775807", "9223372036854775807", long.MaxValue);
    }

    [Fact]
    public void Others_are_refused()
    {
        RefusesLiteral(
            "9223372036854775808",
            "Long cannot represent non 64-bit signed integer value: 9223372036854775808");
        RefusesLiteral("1.0", "Long cannot represent non-integer value: 1.0");
        RefusesLiteral("\"1\"", "Long cannot represent non-integer value: \"1\"");
        RefusesJson("1.5", "Long cannot represent non 64-bit signed integer value: 1.5");
        RefusesJson(
            "9223372036854775808",
            "Long cannot represent non 64-bit signed integer value: 9223372036854775808");
        RefusesJson("\"1\"", "Long cannot represent non 64-bit signed integer value: \"1\"");
    }

    [Fact]
    public void Integers_are_written_as_numbers()
    {
        Writes(long.MaxValue, "9223372036854775807");
        Writes(5, "5");
        Writes((short)5, "5");
        Writes((byte)5, "5");
        RefusesToWrite(5.0);
        RefusesToWrite("5");
    }
}
