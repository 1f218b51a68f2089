using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace GraphApi.Server.Ide;

/// <summary>Serves the IDE to browsers: its page at /graphql, its settings, its files below /graphql/ui.</summary>
static class IdeEndpoints
{
    /// <summary>Whether a request is a browser's that wants a page to look at, not the answer to a query.</summary>
    public static bool WantsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !request.Query.ContainsKey("query")
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes the page.</summary>
    public static Task ServePageAsync(HttpContext http, string page)
    {
        ContentSecurityPolicy.Apply(http.Response);
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Vary = HeaderNames.Accept;
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(page);
    }

    /// <summary>Maps the IDE's settings and its files in <paramref name="folder"/>.</summary>
    public static void MapIdeFiles(this WebApplication app, string folder)
    {
        // The page asks for its settings below the address it was opened at.
        app.MapGet("/graphql/bcp-config.json", (RequestDelegate)(http =>
        {
            http.Response.Headers.CacheControl = "no-cache";
            return http.Response.WriteAsJsonAsync(new Dictionary<string, object>
            {
                ["title"] = "GraphApi",
                ["useBrowserUrlAsEndpoint"] = true,
                ["disableTelemetry"] = true,
            });
        }));
        if (!Directory.Exists(folder))
        {
            return;
        }

        var contentTypes = new FileExtensionContentTypeProvider();
        contentTypes.Mappings[".webmanifest"] = "application/manifest+json";
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(folder),
            RequestPath = IdePage.FilesPath,
            ContentTypeProvider = contentTypes,
            OnPrepareResponse = Prepare,
        });
    }

    static void Prepare(StaticFileResponseContext file)
    {
        ContentSecurityPolicy.Apply(file.Context.Response);
        // Names below static carry a hash of their content: what has such a name never changes.
        var isHashed = file.Context.Request.Path.StartsWithSegments(IdePage.FilesPath + "/static");
        file.Context.Response.Headers.CacheControl = isHashed
            ? "public, max-age=31536000, immutable"
            : "no-cache";
    }
}
