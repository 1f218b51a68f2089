using System.Buffers;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Response;
using GraphApi.Server.Configuration;

namespace GraphApi.Server.Transport.Streams;

/// <summary>Responses as text inside of messages.</summary>
static class StreamPayload
{
    /// <summary>A response; where it would be larger than allowed, an error in its place.</summary>
    public static ReadOnlyMemory<byte> Of(GraphQLResponse response, int maxBytes)
    {
        var payload = Subscription.ToBytes(response, cursor: null);
        return payload.Length <= maxBytes
            ? payload
            : Subscription.ToBytes(response.Instead(ErrorOf(maxBytes)), cursor: null);
    }

    /// <summary>What stands for an event that is larger than allowed.</summary>
    public static ReadOnlyMemory<byte> TooLarge(int maxBytes, string? cursor) =>
        Subscription.ToBytes(new GraphQLResponse(ResponseKind.Executed, ErrorOf(maxBytes)), cursor);

    /// <summary>The errors alone, as a list.</summary>
    public static ReadOnlyMemory<byte> ErrorsOf(GraphQLResponse response)
    {
        var output = new ArrayBufferWriter<byte>();
        response.WriteErrorsTo(output);
        return output.WrittenMemory;
    }

    /// <summary>The same of one error.</summary>
    public static ReadOnlyMemory<byte> ErrorsOf(GraphQLError error) =>
        ErrorsOf(new GraphQLResponse(ResponseKind.Refused, error));

    static GraphQLError ErrorOf(int maxBytes) => GraphQLError.OfLimit(
        nameof(TransportOptions.MaxResponseBytes),
        $"The response would be larger than {maxBytes} bytes. Ask for smaller pages or fewer fields.");
}
