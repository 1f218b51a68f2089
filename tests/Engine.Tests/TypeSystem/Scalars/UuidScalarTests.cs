namespace GraphApi.Engine.Tests.TypeSystem.Scalars;

public class UuidScalarTests : ScalarTest
{
    const string Text = "0f8fad5b-d9cb-469f-a165-70867728950e";

    protected override string Name => "UUID";

    [Fact]
    public void It_is_read_in_both_cases()
    {
        Reads($"\"{Text}\"", $"\"{Text}\"", new Guid(Text));
        ReadsJson($"\"{Text.ToUpperInvariant()}\"", new Guid(Text));
    }

    [Theory]
    [InlineData("\"0f8fad5bd9cb469fa16570867728950e\"")]
    [InlineData("\"{0f8fad5b-d9cb-469f-a165-70867728950e}\"")]
    [InlineData("\" 0f8fad5b-d9cb-469f-a165-70867728950e\"")]
    [InlineData("\"0x8fad5b-d9cb-469f-a165-70867728950e\"")]
    [InlineData("\"0f8fad5b-d9cb-469f-a165-7086772895\"")]
    [InlineData("\"\"")]
    [InlineData("1")]
    public void Others_are_refused(string value)
    {
        RefusesLiteral(value, $"UUID must be a UUID (00000000-0000-0000-0000-000000000000): {value}");
        RefusesJson(value, $"UUID must be a UUID (00000000-0000-0000-0000-000000000000): {value}");
    }

    [Fact]
    public void It_is_written_in_lower_case()
    {
        Writes(new Guid(Text), $"\"{Text}\"");
        RefusesToWrite(Text);
    }
}
