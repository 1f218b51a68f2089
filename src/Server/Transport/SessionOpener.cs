namespace GraphApi.Server.Transport;

/// <summary>
/// Opens what the steps of one request, or of one event of a subscription, need. It is disposed when they ran, before
/// the response is written. A transport never looks at it.
/// </summary>
delegate ValueTask<IAsyncDisposable> SessionOpener(RequestOrigin origin, CancellationToken cancellationToken);
