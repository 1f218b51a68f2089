using GraphApi.Engine.Errors;

namespace GraphApi.Server.Transport.Http;

/// <summary>Why a request does not even reach the engine: HTTP or its JSON rules it out.</summary>
/// <param name="Reason">What the status tells.</param>
/// <param name="Error">What the client is told.</param>
sealed record RequestRefusal(RefusalReason Reason, GraphQLError Error)
{
    /// <summary>A refusal that says <paramref name="message"/>.</summary>
    public RequestRefusal(RefusalReason reason, string message, string code)
        : this(reason, new GraphQLError(message, code))
    {
    }
}
