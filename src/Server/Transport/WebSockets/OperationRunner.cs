using System.Text.Json;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Response;
using GraphApi.Server.Configuration;
using GraphApi.Server.Transport.Http;
using GraphApi.Server.Transport.Streams;

namespace GraphApi.Server.Transport.WebSockets;

/// <summary>
/// Runs the operations of one WebSocket, of whatever kind, and sends what comes of them. Thread-safe.
/// </summary>
/// <seealso href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md"/>
sealed class OperationRunner(
    GraphQLService service,
    TransportOptions options,
    SocketSender sender,
    SocketOperations operations,
    TimeProvider time)
{
    /// <summary>Runs an operation to its end, and tells its client. Returns at once; never throws.</summary>
    public async Task RunAsync(SocketOperation operation, StreamCaller caller, RequestParameters parameters)
    {
        // Elsewhere: what runs at once must not keep the next message waiting.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            // The connection ends with the next beat; what is asked before it is answered no more.
            if (caller.IsExpired)
            {
                await FinishAsync(operation, Outgoing.Error, StreamPayload.ErrorsOf(StreamCaller.Expired));
                return;
            }

            var response = await service.ExecuteAsync(caller.Origin, parameters, operation.Cancellation.Token);
            if (response.Subscription is { } subscription)
            {
                // A subscription stays open: what it came as must not.
                parameters = default;
                response = null;
                await StreamAsync(operation, caller, subscription);
                return;
            }

            await AnswerAsync(operation, response);
        }
        catch (OperationCanceledException) when (operation.Cancellation.IsCancellationRequested)
        {
            // The client does not want it any more.
        }
#pragma warning disable CA1031 // an operation that fails must not end the others of its connection
        catch (Exception fault)
#pragma warning restore CA1031
        {
            await FinishAsync(operation, Outgoing.Error, StreamPayload.ErrorsOf(service.Mask(fault)));
        }
        finally
        {
            operations.Remove(operation);
        }
    }

    async ValueTask AnswerAsync(SocketOperation operation, GraphQLResponse response)
    {
        if (response.Kind is not (ResponseKind.Executed or ResponseKind.Priced))
        {
            await FinishAsync(operation, Outgoing.Error, StreamPayload.ErrorsOf(response));
            return;
        }

        await sender.SendAsync(new Outgoing(
            Outgoing.Next, operation, StreamPayload.Of(response, options.MaxResponseBytes)));
        await FinishAsync(operation, Outgoing.Complete, default);
    }

    async ValueTask StreamAsync(SocketOperation operation, StreamCaller caller, Subscription subscription)
    {
        await using var stream = new ResponseStream(
            subscription, caller, service, options, time, operation.Cancellation);
        operation.SentCursor = subscription.After;
        operation.Stream = stream;
        while (await stream.ReadAsync() is { } response)
        {
            switch (response.Kind)
            {
                case SourceEventKind.Event or SourceEventKind.Discontinuity:
                    await sender.SendAsync(
                        new Outgoing(Outgoing.Next, operation, response.Payload) { Cursor = response.Cursor });
                    break;
                case SourceEventKind.Heartbeat when operation.ToldCursor is null:
                    // The first one at once: who leaves before anything happens wants to know where he was.
                    operation.ToldCursor = response.Cursor;
                    await sender.SendAsync(new Outgoing(Outgoing.Ping, null, default)
                    {
                        Positions = [(operation, response.Cursor!)],
                    });
                    break;
                case SourceEventKind.End:
                    await FinishAsync(operation, new Outgoing(Outgoing.Error, operation, default)
                    {
                        Reason = response.Error,
                    });
                    return;
            }
        }

        await FinishAsync(operation, Outgoing.Complete, default);
    }

    ValueTask FinishAsync(SocketOperation operation, JsonEncodedText type, ReadOnlyMemory<byte> payload) =>
        FinishAsync(operation, new Outgoing(type, operation, payload));

    // The id is free before the client learns that it is.
    ValueTask FinishAsync(SocketOperation operation, Outgoing last)
    {
        operations.Remove(operation);
        return operation.IsCompleted ? default : sender.SendAsync(last);
    }
}
