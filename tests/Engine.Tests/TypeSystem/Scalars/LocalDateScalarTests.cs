namespace GraphApi.Engine.Tests.TypeSystem.Scalars;

public class LocalDateScalarTests : ScalarTest
{
    protected override string Name => "LocalDate";

    [Fact]
    public void Days_are_read()
    {
        Reads("\"2025-11-22\"", "\"2025-11-22\"", new DateOnly(2025, 11, 22));
        Reads("\"2024-02-29\"", "\"2024-02-29\"", new DateOnly(2024, 2, 29));
    }

    [Theory]
    [InlineData("\"2025-02-29\"")]
    [InlineData("\"2025-2-9\"")]
    [InlineData("\"22.11.2025\"")]
    [InlineData("\"2025-11-22T00:00:00Z\"")]
    [InlineData("\"2025-11-22 \"")]
    [InlineData("20251122")]
    public void Others_are_refused(string value)
    {
        RefusesLiteral(value, $"LocalDate must be a date (2025-11-22): {value}");
        RefusesJson(value, $"LocalDate must be a date (2025-11-22): {value}");
    }

    [Fact]
    public void Days_are_written()
    {
        Writes(new DateOnly(2025, 11, 22), "\"2025-11-22\"");
        Writes(new DateOnly(1, 2, 3), "\"0001-02-03\"");
        RefusesToWrite(new DateTime(2025, 11, 22));
        RefusesToWrite("2025-11-22");
    }
}
