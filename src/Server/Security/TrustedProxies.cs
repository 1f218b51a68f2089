using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GraphApi.Server.Configuration;
using Microsoft.AspNetCore.HttpOverrides;

namespace GraphApi.Server.Security;

/// <summary>
/// Takes from the headers of trusted proxies, and of nobody else, where a request came from, by which scheme, and the
/// client's certificate.
/// </summary>
static class TrustedProxies
{
    /// <summary>Adds it where there are such proxies; it must stand before what reads any of it.</summary>
    public static void UseTrustedProxies(this IApplicationBuilder app, ProxyOptions options)
    {
        if (options.Trusted.Count == 0)
        {
            return;
        }

        app.Use((http, next) =>
        {
            if (options.Trusts(http.Connection.RemoteIpAddress))
            {
                // The connection's own certificate is the proxy's.
                http.Connection.ClientCertificate = options.ClientCertificateHeader is { } name
                    && http.Request.Headers[name] is [{ } header]
                        ? Read(header)
                        : null;
            }

            return next(http);
        });
        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
        };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in options.Trusted)
        {
            forwarded.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(forwarded);
    }

    /// <summary>The certificate of a header; null: it is none.</summary>
    internal static X509Certificate2? Read(string header)
    {
        try
        {
            return header is [':', .. var base64, ':']
                ? X509CertificateLoader.LoadCertificate(Convert.FromBase64String(base64))
                : X509Certificate2.CreateFromPem(Uri.UnescapeDataString(header));
        }
        catch (Exception problem) when (problem is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
