namespace GraphApi.Server.Ide;

/// <summary>What the pages of the IDE may load: nothing but what this server serves.</summary>
static class ContentSecurityPolicy
{
    /// <summary>
    /// The value of Content-Security-Policy. Two concessions to the IDE, both measured: it writes styles into the page,
    /// and it compiles JSON schemas into functions. Neither can bring in anything from elsewhere; a script written into
    /// the page is not run.
    /// </summary>
    public const string Value =
        "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
        + "img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
        + "base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Sets this and the other headers that keep a page to itself.</summary>
    public static void Apply(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Value;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.XFrameOptions = "DENY";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
