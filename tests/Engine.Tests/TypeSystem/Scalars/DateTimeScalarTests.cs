namespace GraphApi.Engine.Tests.TypeSystem.Scalars;

public class DateTimeScalarTests : ScalarTest
{
    static readonly DateTime Noon = new(2025, 11, 22, 12, 0, 0, DateTimeKind.Utc);

    protected override string Name => "DateTime";

    [Fact]
    public void Instants_are_read_with_their_offset()
    {
        Reads("\"2025-11-22T12:00:00Z\"", "\"2025-11-22T12:00:00Z\"", Noon);
        ReadsJson("\"2025-11-22t12:00:00z\"", Noon);
        ReadsJson("\"2025-11-22T14:30:00+02:30\"", Noon);
        ReadsJson("\"2025-11-21T23:00:00-13:00\"", Noon);
        ReadsJson("\"2025-11-22T12:00:00-00:00\"", Noon);
        ReadsJson("\"2025-11-22T12:00:00.5Z\"", Noon.AddMilliseconds(500));
        ReadsJson("\"2025-11-22T12:00:00.0000001Z\"", Noon.AddTicks(1));
        ReadsJson("\"2024-02-29T12:00:00Z\"", new DateTime(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc));
    }

    [Theory]
    [InlineData("\"2025-11-22T12:00:00\"")]
    [InlineData("\"2025-11-22 12:00:00Z\"")]
    [InlineData("\"2025-11-22T12:00Z\"")]
    [InlineData("\"2025-11-22\"")]
    [InlineData("\"2025-02-29T12:00:00Z\"")]
    [InlineData("\"2025-13-01T12:00:00Z\"")]
    [InlineData("\"2025-11-22T24:00:00Z\"")]
    [InlineData("\"2025-11-22T12:00:60Z\"")]
    [InlineData("\"2025-11-22T12:00:00.Z\"")]
    [InlineData("\"2025-11-22T12:00:00.00000001Z\"")]
    [InlineData("\"2025-11-22T12:00:00+0200\"")]
    [InlineData("\"2025-11-22T12:00:00+25:00\"")]
    [InlineData("\"0001-01-01T00:00:00+01:00\"")]
    [InlineData("\"9999-12-31T23:59:59-01:00\"")]
    [InlineData("\" 2025-11-22T12:00:00Z\"")]
    [InlineData("\"\"")]
    [InlineData("\"now\"")]
    [InlineData("1763812800")]
    public void Others_are_refused(string value)
    {
        var message = $"DateTime must be an RFC 3339 date and time with an offset (2025-11-22T12:00:00Z): {value}";
        RefusesLiteral(value, message);
        RefusesJson(value, message);
    }

    [Fact]
    public void Instants_are_written_in_UTC()
    {
        Writes(Noon, "\"2025-11-22T12:00:00Z\"");
        Writes(DateTime.SpecifyKind(Noon, DateTimeKind.Unspecified), "\"2025-11-22T12:00:00Z\"");
        Writes(Noon.ToLocalTime(), "\"2025-11-22T12:00:00Z\"");
        Writes(Noon.AddTicks(1), "\"2025-11-22T12:00:00.0000001Z\"");
        Writes(new DateTimeOffset(2025, 11, 22, 14, 0, 0, TimeSpan.FromHours(2)), "\"2025-11-22T12:00:00Z\"");
        RefusesToWrite("2025-11-22T12:00:00Z");
        RefusesToWrite(new DateOnly(2025, 11, 22));
    }
}
