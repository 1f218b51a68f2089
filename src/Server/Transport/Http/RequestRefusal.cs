using GraphApi.Engine.Errors;

namespace GraphApi.Server.Transport.Http;

/// <summary>Why a request does not even reach the engine: HTTP or its JSON rules it out.</summary>
/// <param name="Status">The HTTP status of the answer.</param>
/// <param name="Error">What the client is told.</param>
sealed record RequestRefusal(int Status, GraphQLError Error)
{
    /// <summary>A refusal that says <paramref name="message"/>.</summary>
    public RequestRefusal(int status, string message, string code)
        : this(status, new GraphQLError(message, code))
    {
    }
}
