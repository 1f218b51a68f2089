using System.Text.Json;
using GraphApi.Server.Transport.Streams;

namespace GraphApi.Server.Transport.WebSockets;

/// <summary>An operation that is open on a WebSocket. Mutable.</summary>
/// <param name="id">The id that the client gave it.</param>
#pragma warning disable CA1001 // its cancellation holds no handle, and may be asked for when it is over
sealed class SocketOperation(string id)
#pragma warning restore CA1001
{
    readonly CancellationTokenSource _cancellation = new();
    volatile bool _isCompleted;

    /// <summary>The id that the client gave it.</summary>
    public string Id => id;

    /// <summary>The same, ready to be written.</summary>
    public JsonEncodedText EncodedId { get; } = JsonEncodedText.Encode(id);

    /// <summary>Cancelled when the client has completed it or has left.</summary>
    public CancellationToken Cancelled => _cancellation.Token;

    /// <summary>Whether nothing of it is to be sent any more.</summary>
    public bool IsCompleted => _isCompleted;

    /// <summary>The responses of a subscription; null: it is none, or not known yet.</summary>
    public ResponseStream? Stream { get; set; }

    /// <summary>The cursor that the client was told last in a ping; null: none.</summary>
    public string? ToldCursor { get; set; }

    /// <summary>Its running.</summary>
    public Task Running { get; set; } = Task.CompletedTask;

    /// <summary>Ends it on the client's behalf: nothing of it is sent any more.</summary>
    public void Cancel()
    {
        _isCompleted = true;
        _cancellation.Cancel();
    }
}
