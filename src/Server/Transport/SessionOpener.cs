using System.Net;
using System.Security.Claims;

namespace GraphApi.Server.Transport;

/// <summary>
/// Opens what the steps of one request need, for <paramref name="principal"/> (null: anonymous), who asks from
/// <paramref name="address"/> (null: not known) and reads for <paramref name="purpose"/> (null: he does not say). It is
/// disposed when the request ran, before its response is written. A transport never looks at it.
/// </summary>
delegate ValueTask<IAsyncDisposable> SessionOpener(
    ClaimsPrincipal? principal, IPAddress? address, string? purpose, CancellationToken cancellationToken);
