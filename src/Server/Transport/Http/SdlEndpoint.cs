using System.Security.Cryptography;
using System.Text;
using GraphApi.Engine.TypeSystem;
using Microsoft.Net.Http.Headers;

namespace GraphApi.Server.Transport.Http;

/// <summary>Serves the schema as text: what clients may see of it, printed once.</summary>
sealed class SdlEndpoint
{
    const string FileName = "schema.graphql";

    readonly byte[] _sdl;
    readonly EntityTagHeaderValue _tag;

    /// <summary>Prints <paramref name="schema"/>.</summary>
    public SdlEndpoint(Schema schema)
    {
        _sdl = Encoding.UTF8.GetBytes(SchemaPrinter.Print(schema));
        _tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(_sdl))[..32]}\"");
    }

    /// <summary>Whether a request to /graphql is for the SDL.</summary>
    public static bool IsWanted(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Query.ContainsKey("sdl") && !request.Query.ContainsKey("query");

    /// <summary>Writes the SDL; 304 where the client has it.</summary>
    public Task ServeAsync(HttpContext http)
    {
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = _tag;
        headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(_tag, useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        headers.ContentType = new MediaTypeHeaderValue("application/graphql") { Encoding = Encoding.UTF8 };
        headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = FileName };
        headers.ContentLength = _sdl.Length;
        return http.Response.Body.WriteAsync(_sdl, http.RequestAborted).AsTask();
    }
}
