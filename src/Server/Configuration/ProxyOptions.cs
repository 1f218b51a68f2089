using System.Net;

namespace GraphApi.Server.Configuration;

/// <summary>Which proxies stand in front of the server, and what is believed of what they say.</summary>
sealed record ProxyOptions
{
    /// <summary>
    /// The networks of proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed. Empty: nobody's.
    /// </summary>
    public IReadOnlyList<IPNetwork> Trusted { get; init; } = [];

    /// <summary>
    /// The header in which they hand on the client's certificate, as base64 of DER between colons (RFC 9440) or as PEM
    /// that is percent-encoded; null: none, and connections through them have no client certificate.
    /// </summary>
    public string? ClientCertificateHeader { get; init; }

    /// <summary>Reads the section <c>Proxies</c>.</summary>
    public static ProxyOptions Read(SettingsReader settings)
    {
        var trusted = new List<IPNetwork>();
        foreach (var text in settings.List("Proxies:Trusted"))
        {
            if (IPNetwork.TryParse(text, out var network))
            {
                trusted.Add(network);
            }
            else
            {
                settings.Refuse("Proxies:Trusted", $"{text} is not a network such as 10.0.0.0/24.");
            }
        }

        var header = settings.Text("Proxies:ClientCertificateHeader");
        if (header is not null && trusted.Count == 0)
        {
            settings.Refuse("Proxies:ClientCertificateHeader", "is believed of Proxies:Trusted alone, which is empty.");
        }

        return new ProxyOptions { Trusted = trusted, ClientCertificateHeader = header };
    }

    /// <summary>Whether an address is that of a trusted proxy.</summary>
    public bool Trusts(IPAddress? address) =>
        address is not null && Trusted.Any(network =>
            network.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));
}
