namespace GraphApi.Engine.Tests.TypeSystem.Scalars;

public class UrlScalarTests : ScalarTest
{
    protected override string Name => "URL";

    [Fact]
    public void Addresses_of_the_web_are_read_as_they_are()
    {
        Reads("\"https://example.org\"", "\"https://example.org\"", "https://example.org");
        ReadsJson("\"http://example.org:8080/a?b=c#d\"", "http://example.org:8080/a?b=c#d");
    }

    [Theory]
    [InlineData("\"/etc/passwd\"")]
    [InlineData("\"example.org\"")]
    [InlineData("\"javascript:alert(1)\"")]
    [InlineData("\"file:///etc/passwd\"")]
    [InlineData("\"https://\"")]
    [InlineData("\"\"")]
    [InlineData("1")]
    public void Others_are_refused(string value)
    {
        RefusesLiteral(value, $"URL must be an absolute http or https URL: {value}");
        RefusesJson(value, $"URL must be an absolute http or https URL: {value}");
    }

    [Fact]
    public void Text_and_absolute_URIs_are_written()
    {
        Writes("https://example.org", "\"https://example.org\"");
        Writes(new Uri("https://example.org"), "\"https://example.org/\"");
        RefusesToWrite(new Uri("a/b", UriKind.Relative));
        RefusesToWrite(1);
    }
}
