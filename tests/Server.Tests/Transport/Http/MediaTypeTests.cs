using GraphApi.Server.Transport.Http;
using Microsoft.Extensions.Primitives;

namespace GraphApi.Server.Tests.Transport.Http;

/// <summary>The choice of a media type.</summary>
public sealed class MediaTypeTests
{
    const string Json = "application/json";
    const string GraphQLJson = "application/graphql-response+json";

    [Theory]
    [InlineData(null, Json)]
    [InlineData("", Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/*", Json)]
    [InlineData("text/html, */*;q=0.1", Json)]
    [InlineData(Json, Json)]
    [InlineData("APPLICATION/JSON", Json)]
    [InlineData(GraphQLJson, GraphQLJson)]
    [InlineData("application/json, application/graphql-response+json", GraphQLJson)]
    [InlineData("application/graphql-response+json, application/json;q=0.9", GraphQLJson)]
    [InlineData("application/graphql-response+json;q=0.8, application/json;q=0.9", Json)]
    [InlineData("application/graphql-response+json, */*", GraphQLJson)]
    [InlineData("application/graphql-response+json;q=0.1, */*", Json)]
    [InlineData("application/graphql-response+json;q=0, */*", Json)]
    [InlineData("application/json;q=0, */*", GraphQLJson)]
    [InlineData("application/json; charset=utf-8", Json)]
    [InlineData("application/json; charset=latin1, application/graphql-response+json;q=0.1", GraphQLJson)]
    public void The_media_type_of_an_accept_header(string? accept, string chosen)
    {
        var mediaType = MediaType.Choose(accept is null ? StringValues.Empty : accept, out var refusal);

        Assert.Equal((chosen, null), (mediaType?.Name, refusal));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml, text/*")]
    [InlineData("application/json;q=0")]
    [InlineData("*/*;q=0")]
    [InlineData("application/json; charset=latin1")]
    public void Nothing_acceptable_is_406(string accept)
    {
        var mediaType = MediaType.Choose(accept, out var refusal);

        Assert.Equal(
            (null, RefusalReason.NotAcceptable, "HC0063"),
            (mediaType?.Name, refusal?.Reason, refusal?.Error.Code));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("application/json, /")]
    [InlineData("a b")]
    public void What_cannot_be_read_is_400(string accept)
    {
        var mediaType = MediaType.Choose(accept, out var refusal);

        Assert.Equal(
            (null, RefusalReason.Unreadable, "HC0064"),
            (mediaType?.Name, refusal?.Reason, refusal?.Error.Code));
    }

    [Fact]
    public void Several_headers_are_one_list() =>
        Assert.Equal(GraphQLJson, MediaType.Choose(new StringValues(["text/html", GraphQLJson]), out _)?.Name);
}
