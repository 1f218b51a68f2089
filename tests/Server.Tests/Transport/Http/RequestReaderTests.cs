using System.Buffers;
using System.Text;
using GraphApi.Server.Configuration;
using GraphApi.Server.Transport.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace GraphApi.Server.Tests.Transport.Http;

/// <summary>The parameters, by body and by query string.</summary>
public sealed class RequestReaderTests
{
    [Theory]
    [InlineData("documentId")]
    [InlineData("id")]
    public void A_body_gives_every_parameter(string id)
    {
        var reading = RequestBody.Read(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(
            $$$"""{"extensions":{"a":[1]},"{{{id}}}":"sha256:x","variables":{"n":2},"operationName":"A","query":"{b}"}""")), new BatchingOptions());

        Assert.Null(reading.Refusal);
        AssertAll(reading.Parameters);
    }

    [Theory]
    [InlineData("documentId")]
    [InlineData("id")]
    public void A_query_string_gives_every_parameter(string id)
    {
        var reading = RequestReader.ReadQuery(Query(
            $$$"""?extensions={"a":[1]}&{{{id}}}=sha256:x&variables={"n":2}&operationName=A&query={b}"""));

        Assert.Null(reading.Refusal);
        AssertAll(reading.Parameters);
    }

    [Fact]
    public void Null_and_empty_are_none()
    {
        var body = RequestBody.Read(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(
            """{"extensions":null,"id":null,"variables":null,"operationName":null,"query":null}""")), new BatchingOptions());
        var query = RequestReader.ReadQuery(Query("?extensions=&id=&variables=null&operationName=&query="));

        Assert.Equal(default, body);
        Assert.Equal(default, query);
    }

    static QueryCollection Query(string text) => new(QueryHelpers.ParseQuery(text));

    static void AssertAll(RequestParameters parameters) => Assert.Equal(
        ("{b}", "sha256:x", "A", """{"n":2}""", """{"a":[1]}"""),
        (
            parameters.Query,
            parameters.DocumentId,
            parameters.OperationName,
            parameters.Variables.GetRawText(),
            parameters.Extensions.GetRawText()));
}
