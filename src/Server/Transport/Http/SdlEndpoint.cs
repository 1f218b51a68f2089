using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using GraphApi.Engine.Errors;
using GraphApi.Engine.TypeSystem;
using GraphApi.Server.Configuration;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GraphApi.Server.Transport.Http;

/// <summary>
/// Serves the schema as text: what clients may see of it, whole or the types that <c>?types=A,B</c> names.
/// </summary>
sealed class SdlEndpoint(Schema schema, TransportOptions options)
{
    /// <summary>Where the schema is besides <c>/graphql?sdl</c>.</summary>
    public static readonly IReadOnlyList<string> Paths = ["/graphql/schema", "/graphql/schema.graphql"];

    /// <summary>The methods that read it.</summary>
    public static readonly IReadOnlyList<string> Methods = [HttpMethods.Get, HttpMethods.Head];

    static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz0123456789");

    readonly byte[] _whole = Encoding.UTF8.GetBytes(SchemaPrinter.Print(schema));
    readonly HttpResponseWriter _writer = new(options);

    /// <summary>Whether a request to /graphql is for the SDL.</summary>
    public static bool IsWanted(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Query.ContainsKey("sdl")
        && !request.Query.ContainsKey("query");

    /// <summary>Writes the SDL; 304 where the client has it.</summary>
    public async Task ServeAsync(HttpContext http)
    {
        var sdl = _whole;
        if (http.Request.Query.TryGetValue("types", out var types) && Select(types, out sdl) is { } refusal)
        {
            await _writer.WriteAsync(http, refusal, mediaType: null);
            return;
        }

        // Weak, since the same text is sent compressed or not. It comes from the text alone, so that all nodes agree.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(sdl))[..32]}\"", isWeak: true);
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
        http.Response.Headers.XContentTypeOptions = "nosniff";
        _writer.PrepareText(http);
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(
            known => known.Tag == "*" || known.Compare(tag, useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        headers.ContentType = new MediaTypeHeaderValue("application/graphql") { Encoding = Encoding.UTF8 };
        headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = "schema.graphql" };
        await _writer.WriteTextAsync(http, sdl);
    }

    RequestRefusal? Select(StringValues types, out byte[] sdl)
    {
        sdl = [];
        var names = types.ToString().Split(
            ',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length == 0)
        {
            return new RequestRefusal(
                RefusalReason.Unreadable, "The parameter 'types' names no type.", ErrorCode.TypesEmpty);
        }

        var selected = new List<string>();
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            if (char.IsAsciiDigit(name[0]) || name.AsSpan().ContainsAnyExcept(NameCharacters))
            {
                return new RequestRefusal(
                    RefusalReason.Unreadable,
                    "The parameter 'types' holds what is no name of a type.",
                    ErrorCode.TypeNameInvalid);
            }

            if (SchemaPrinter.PrintType(schema, name) is not { } type)
            {
                return new RequestRefusal(
                    RefusalReason.NotFound, $"The schema has no type \"{name}\".", ErrorCode.TypeUnknown);
            }

            selected.Add(type);
        }

        sdl = Encoding.UTF8.GetBytes(string.Join('\n', selected));
        return null;
    }
}
