using System.Text.Json;
using GraphApi.Server.Transport.Streams;

namespace GraphApi.Server.Transport.WebSockets;

/// <summary>An operation that is open on a WebSocket. Mutable.</summary>
/// <param name="id">The id that the client gave it.</param>
#pragma warning disable CA1001 // its cancellation holds no handle, and may be asked for when it is over
sealed class SocketOperation(string id)
#pragma warning restore CA1001
{
    volatile bool _isCompleted;
    volatile ResponseStream? _stream;

    /// <summary>The id that the client gave it.</summary>
    public string Id => id;

    /// <summary>The same, ready to be written.</summary>
    public JsonEncodedText EncodedId { get; } = JsonEncodedText.Encode(id);

    /// <summary>Cancelled when the client has completed it or has left, or when its stream is over.</summary>
    public CancellationTokenSource Cancellation { get; } = new();

    /// <summary>Whether nothing of it is to be sent any more.</summary>
    public bool IsCompleted => _isCompleted;

    /// <summary>The responses of a subscription; null: it is none, or not known yet.</summary>
    public ResponseStream? Stream
    {
        get => _stream;
        set => _stream = value;
    }

    /// <summary>The cursor that the client was told last in a ping; null: none.</summary>
    public string? ToldCursor { get; set; }

    /// <summary>Where the client can go on after what was sent; null: it is not known.</summary>
    public string? SentCursor { get; set; }

    /// <summary>Whether something that had been read was not sent, since its subscriber has lost his rights.</summary>
    public bool HasWithheld { get; private set; }

    /// <summary>Its running.</summary>
    public Task Running { get; set; } = Task.CompletedTask;

    /// <summary>Ends it on the client's behalf: nothing of it is sent any more.</summary>
    public void Cancel()
    {
        _isCompleted = true;

        // Elsewhere: what is stopped, such as a statement, may take its time.
        _ = Cancellation.CancelAsync();
    }

    /// <summary>Whether what was read of it must not be sent any more; notes that something was not.</summary>
    public bool Withholds() => Stream is { IsWithheld: true } && (HasWithheld = true);
}
