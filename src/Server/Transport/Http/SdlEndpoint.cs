using System.Buffers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using GraphApi.Engine.Errors;
using GraphApi.Engine.TypeSystem;
using GraphApi.Server.Configuration;
using GraphApi.Server.Security;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GraphApi.Server.Transport.Http;

/// <summary>
/// Serves the schema as text: what the caller can use of it, whole or the types that <c>?types=A,B</c> names. What he
/// cannot use is not told from what there is not.
/// </summary>
sealed class SdlEndpoint(
    GraphQLService service, Authenticator authenticator, TransportOptions options, ILogger<SdlEndpoint> logger)
{
    /// <summary>Where the schema is besides <c>/graphql?sdl</c>.</summary>
    public static readonly IReadOnlyList<string> Paths = ["/graphql/schema", "/graphql/schema.graphql"];

    /// <summary>The methods that read it.</summary>
    public static readonly IReadOnlyList<string> Methods = [HttpMethods.Get, HttpMethods.Head];

    static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz0123456789");

    // As long as the engine keeps a view, its text is kept.
    readonly ConditionalWeakTable<Schema, byte[]> _texts = [];
    readonly HttpResponseWriter _writer = new(options);

    /// <summary>Whether a request to /graphql is for the SDL.</summary>
    public static bool IsWanted(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.QueryString.HasValue
        && request.Query.ContainsKey("sdl")
        && !request.Query.ContainsKey("query");

    /// <summary>Writes the SDL; 304 where the client has it.</summary>
    public async Task ServeAsync(HttpContext http)
    {
        Caller caller;
        try
        {
            caller = await authenticator.AuthenticateAsync(http);
        }
        catch (KeysUnavailableException exception)
        {
            await _writer.WriteAsync(http, Fault.Respond(exception, logger), MediaType.Json);
            return;
        }

        if (caller.Refusal is { } error)
        {
            caller.Challenge(http.Response);
            await RefuseAsync(http, new RequestRefusal(RefusalReason.Unauthenticated, error));
            return;
        }

        var (schema, refused) = await service.ShowSchemaAsync(
            RequestOrigin.Of(http, caller.Principal), http.RequestAborted);
        if (refused is not null)
        {
            await _writer.WriteAsync(http, refused, MediaType.Json);
        }
        else if (schema is null)
        {
            http.Response.Headers.CacheControl = "no-store";
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else
        {
            await ServeAsync(http, schema, isShared: caller.Principal is null);
        }
    }

    async ValueTask ServeAsync(HttpContext http, Schema schema, bool isShared)
    {
        byte[] sdl;
        if (!http.Request.Query.TryGetValue("types", out var types))
        {
            sdl = _texts.GetValue(schema, shown => Encoding.UTF8.GetBytes(SchemaPrinter.Print(shown)));
        }
        else if (Select(schema, types, out sdl) is { } refusal)
        {
            await RefuseAsync(http, refusal);
            return;
        }

        // Weak, since the same text is sent compressed or not. It comes from the text alone, so that all nodes agree.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(sdl))[..32]}\"", isWeak: true);
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { NoCache = true, Private = !isShared };
        http.Response.Headers.XContentTypeOptions = "nosniff";
        _writer.PrepareText(http, HeaderNames.Authorization);
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

    ValueTask RefuseAsync(HttpContext http, RequestRefusal refusal) =>
        _writer.WriteAsync(http, refusal, mediaType: null);

    static RequestRefusal? Select(Schema schema, StringValues types, out byte[] sdl)
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
