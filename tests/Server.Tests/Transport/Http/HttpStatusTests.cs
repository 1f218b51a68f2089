using System.Net;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Response;
using GraphApi.Server.Configuration;
using GraphApi.Server.Transport.Http;

namespace GraphApi.Server.Tests.Transport.Http;

/// <summary>Every status: what happened, in which media type, under which profile.</summary>
public sealed class HttpStatusTests
{
    const string GraphQLJson = "application/graphql-response+json";
    const string Typo = """{"qeury":"{ __typename }"}""";

    [Theory]
    // Reason                                     Audit  September 2026
    [InlineData(RefusalReason.Unreadable, 400, 400)]
    [InlineData(RefusalReason.Malformed, 400, 422)]
    [InlineData(RefusalReason.Unauthenticated, 401, 401)]
    [InlineData(RefusalReason.NotFound, 404, 404)]
    [InlineData(RefusalReason.MethodNotAllowed, 405, 405)]
    [InlineData(RefusalReason.NotAcceptable, 406, 406)]
    [InlineData(RefusalReason.TooSlow, 408, 408)]
    [InlineData(RefusalReason.TooLarge, 413, 413)]
    [InlineData(RefusalReason.UnsupportedMediaType, 415, 415)]
    public void The_status_of_a_request_that_does_not_reach_the_engine(object reason, int audit, int september2026)
    {
        var refusal = new RequestRefusal((RefusalReason)reason, "No.", ErrorCode.RequestInvalid);

        Assert.Equal(
            (audit, september2026),
            (HttpStatus.Of(refusal, StatusProfile.Audit), HttpStatus.Of(refusal, StatusProfile.September2026)));
    }

    [Theory]
    // What became of it                          Audit: JSON, GraphQL     September 2026: JSON, GraphQL
    [InlineData(ResponseKind.Executed, null, 200, 200, 200, 200)]
    [InlineData(ResponseKind.Executed, "TOY", 200, 200, 200, 294)]
    [InlineData(ResponseKind.Refused, ErrorCode.QueryMissing, 400, 400, 422, 422)]
    [InlineData(ResponseKind.Refused, ErrorCode.Syntax, 200, 400, 400, 400)]
    [InlineData(ResponseKind.Refused, null, 200, 400, 422, 422)]
    [InlineData(ResponseKind.Refused, ErrorCode.VariableInvalid, 200, 400, 422, 422)]
    [InlineData(ResponseKind.Refused, ErrorCode.DocumentTooComplex, 200, 400, 422, 422)]
    [InlineData(ResponseKind.Refused, ErrorCode.IntrospectionNotAllowed, 200, 400, 422, 422)]
    [InlineData(ResponseKind.OperationNotAllowed, ErrorCode.RequestInvalid, 405, 405, 405, 405)]
    [InlineData(ResponseKind.TimedOut, ErrorCode.Timeout, 503, 503, 503, 503)]
    [InlineData(ResponseKind.Failed, ErrorCode.Unavailable, 503, 503, 503, 503)]
    [InlineData(ResponseKind.Failed, ErrorCode.Internal, 500, 500, 500, 500)]
    public void The_status_of_an_operation(
        ResponseKind kind, string? code, int auditJson, int auditGraphQL, int septemberJson, int septemberGraphQL)
    {
        var isClean = kind == ResponseKind.Executed && code is null;
        var response = new GraphQLResponse(kind, isClean ? [] : [new GraphQLError("No.", code)]);
        int Status(MediaType mediaType, StatusProfile profile) => HttpStatus.Of(response, mediaType, profile);

        Assert.Equal(
            (auditJson, auditGraphQL, septemberJson, septemberGraphQL),
            (
                Status(MediaType.Json, StatusProfile.Audit),
                Status(MediaType.GraphQLResponseJson, StatusProfile.Audit),
                Status(MediaType.Json, StatusProfile.September2026),
                Status(MediaType.GraphQLResponseJson, StatusProfile.September2026)));
    }

    [Theory]
    [InlineData("""{"query":"{ greeting }"}""", 200)]
    [InlineData("""{"query":"{ refused }"}""", 294)]
    [InlineData("""{"query":"{ greeting"}""", 400)]
    [InlineData("{", 400)]
    [InlineData("[]", 422)]
    [InlineData(Typo, 422)]
    [InlineData("""{"query":"{ greeting }","variables":[7]}""", 422)]
    [InlineData("""{"query":"{ greetin }"}""", 422)]
    [InlineData("""{"query":"query A { greeting } query B { greeting }"}""", 422)]
    [InlineData("""{"query":"query($n: Int!) { greeting(times: $n) }","variables":{"n":"x"}}""", 422)]
    public async Task September_2026_over_HTTP(string body, int status)
    {
        await using var server = await StartAsync(StatusProfile.September2026);

        var modern = await server.PostAsync(body, GraphQLJson);
        var legacy = await server.PostAsync(body, "application/json");

        Assert.Equal(((HttpStatusCode)status, GraphQLJson + "; charset=utf-8"), (modern.Status, modern.ContentType));
        var (legacyStatus, legacyType) = status < 300 ? (200, "application/json") : (status, GraphQLJson);
        Assert.Equal(
            ((HttpStatusCode)legacyStatus, legacyType + "; charset=utf-8"), (legacy.Status, legacy.ContentType));
        Assert.Equal(modern.Body, legacy.Body);
    }

    [Fact]
    public async Task September_2026_answers_a_mutation_by_GET_with_405_and_what_is_allowed()
    {
        await using var server = await StartAsync(StatusProfile.September2026);

        var answer = await server.GetAsync("/graphql?query=mutation%7Brename(name:%22x%22)%7D");

        answer.IsError(
            HttpStatusCode.MethodNotAllowed, "A mutation cannot be sent with GET; send it with POST.", "HC0009");
        Assert.Equal("POST", answer.Headers["Allow"]);
        Assert.Equal(GraphQLJson + "; charset=utf-8", answer.ContentType);
    }

    static Task<ToyServer> StartAsync(StatusProfile profile) => ToyServer.StartAsync(options => options with
    {
        Transport = options.Transport with { StatusProfile = profile },
    });
}
