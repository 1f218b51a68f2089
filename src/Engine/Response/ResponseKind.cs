namespace GraphApi.Engine.Response;

/// <summary>How far a request came, which is what an HTTP status tells.</summary>
public enum ResponseKind
{
    /// <summary>The operation ran; there is data, be it null, and there may be errors.</summary>
    Executed,

    /// <summary>
    /// The operation is a subscription that may begin: there is a stream of responses in place of this one
    /// (<see cref="GraphQLResponse.Subscription"/>). Only for a request that allows it.
    /// </summary>
    Subscribed,

    /// <summary>The request, its document or its variables were refused; nothing ran and there is no data.</summary>
    Refused,

    /// <summary>The operation may not run over this transport (a mutation over GET).</summary>
    OperationNotAllowed,

    /// <summary>The operation was priced, as wanted, and did not run; the response has extensions alone.</summary>
    Priced,

    /// <summary>The caller has spent what he may for now; nothing ran. HTTP 429.</summary>
    Throttled,

    /// <summary>The operation took longer than allowed and was stopped; there is no data.</summary>
    TimedOut,

    /// <summary>We failed before there could be data.</summary>
    Failed,
}
