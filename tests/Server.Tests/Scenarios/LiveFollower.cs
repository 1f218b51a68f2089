using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using GraphApi.Server.Tests.Transport.WebSockets;

namespace GraphApi.Server.Tests.Scenarios;

/// <summary>
/// Somebody who follows one field of either node, by WebSocket, by server-sent events or by asking, and is interrupted
/// again and again: he goes on after the cursor he kept, or after an earlier one, as who lost what he had written. He
/// keeps a copy by the rule of <c>docs/changes.md</c>. Mutable: one task follows.
/// </summary>
/// <param name="nodes">The servers.</param>
/// <param name="principal">Who he is.</param>
/// <param name="rootField">The subscription that he follows; <c>feedChanges</c> he may also ask for.</param>
/// <param name="seed">Decides when he is interrupted, and where he goes on.</param>
sealed class LiveFollower(TwoNodes nodes, string principal, string rootField, int seed) : IAsyncDisposable
{
    const string Event = "id cursor kind productId product { id currentVersion { number title { text } } }";
    const string NoRights = "AUTH_NOT_AUTHENTICATED";

    // What he is told who has to begin again; those whose rights stay never are.
    static readonly string[] Missed = ["CURSOR_EXPIRED", "EVENTS_MISSED"];

    readonly Random _random = new(seed);
    readonly HttpClient _client = new();
    readonly List<(string Cursor, ImmutableDictionary<string, string> Held)> _kept = [];
    readonly List<LiveEvent> _told = [];
    readonly CancellationTokenSource _stop = new();
    ImmutableDictionary<string, string> _held = ImmutableDictionary<string, string>.Empty;
    readonly Lock _gate = new();
    Task _following = Task.CompletedTask;
    int _run;
    bool _isToBegin;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Who he is.</summary>
    public string Principal => principal;

    /// <summary>What he follows.</summary>
    public string Field => rootField;

    /// <summary>What he was told by now, in order.</summary>
    public IReadOnlyList<LiveEvent> Told
    {
        get
        {
            lock (_gate)
            {
                return [.. _told];
            }
        }
    }

    /// <summary>The products he holds: number of version and title, in order.</summary>
    public IEnumerable<string> Held => _held.Values.Order(StringComparer.Ordinal);

    /// <summary>How often he was told to begin again, because his rights changed faster than he read.</summary>
    public int Beginnings { get; private set; }

    /// <summary>What should not have been, in words.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>Takes his first cursor, with all pages of the snapshot where it is about changes.</summary>
    public async Task<LiveFollower> BeginAsync()
    {
        if (rootField == "feedChanges")
        {
            await BeginAnewAsync();
        }
        else
        {
            using var until = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            var listening = ListenAsync(nodes.EndpointOf(0), until.Token);
            await Eventually.HoldsAsync(() => listening.IsCompleted || _kept.Count > 0);
            await until.CancelAsync();
            await Task.WhenAny(listening);
        }

        return this;
    }

    /// <summary>
    /// All products he may see now, and where to go on; null: he has no rights for the moment.
    /// </summary>
    public async Task<(ImmutableDictionary<string, string> Held, string Cursor)?> SnapshotAsync()
    {
        const string Document = "query($after: String) { snapshot(first: 90, after: $after) "
            + "{ products { id currentVersion { number title { text } } } endCursor hasNextPage changesCursor } }";
        var held = ImmutableDictionary<string, string>.Empty;
        string? after = null;
        while (true)
        {
            var answer = await nodes.AskAsync(principal, Document, new { after });
            if (answer.TryGetProperty("errors", out var errors))
            {
                End(errors[0]);
                return null;
            }

            var page = answer.GetProperty("data").GetProperty("snapshot");
            held = held.SetItems(page.GetProperty("products").EnumerateArray()
                .Select(product => KeyValuePair.Create(product.GetProperty("id").GetString()!, Describe(product))));
            if (!page.GetProperty("hasNextPage").GetBoolean())
            {
                return (held, page.GetProperty("changesCursor").GetString()!);
            }

            after = page.GetProperty("endCursor").GetString();
        }
    }

    /// <summary>Begins to follow, with interruptions, until he is stopped.</summary>
    public void Start() => _following = FollowAsync();

    /// <summary>Has him end; throws what ended him before.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _following;
    }

    /// <summary>Reads all changes that are left; returns whether he may.</summary>
    public async Task<bool> DrainAsync()
    {
        while (true)
        {
            if (_isToBegin)
            {
                await BeginAnewAsync();
            }

            if (await AskAsync(nodes.EndpointOf(1), 40, 0, Cancellation) is not { } hasMore)
            {
                return false;
            }

            if (!hasMore)
            {
                return true;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAny(_following);
        _stop.Dispose();
        _client.Dispose();
    }

    async Task FollowAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            if (_isToBegin)
            {
                await BeginAnewAsync();
            }
            else if (_random.Next(6) == 0)
            {
                // What he wrote last is lost, copy and cursor: he goes on from before it, and is told again.
                var kept = Math.Max(1, _kept.Count - _random.Next(1, 8));
                _kept.RemoveRange(kept, _kept.Count - kept);
                _held = _kept[^1].Held;
                _run++;
            }

            using var life = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, Cancellation);
            life.CancelAfter(_random.Next(20) == 0 ? 8_000 : _random.Next(20, 1_500));
            var node = nodes.EndpointOf(_random.Next(2));
            var way = _random.Next(rootField == "feedChanges" ? 3 : 2);
            try
            {
                await (way switch
                {
                    0 => ListenAsync(node, life.Token),
                    1 => StreamAsync(node, life.Token),
                    _ => PollAsync(node, life.Token),
                });
            }
            catch (Exception exception) when (
                exception is HttpRequestException or IOException or WebSocketException
                    or OperationCanceledException or ObjectDisposedException)
            {
                // The node was killed, or he was interrupted.
            }

            await Task.Delay(_random.Next(5, 60), Cancellation);
        }
    }

    async Task BeginAnewAsync()
    {
        if (await SnapshotAsync() is var (held, cursor))
        {
            _kept.Clear();
            (_held, _isToBegin) = (held, false);
            Keep(cursor);
        }
    }

    async Task ListenAsync(Uri node, CancellationToken life)
    {
        await using var socket = await ToySocket.OpenAsync(new UriBuilder(node) { Scheme = "ws" }.Uri);
        await using var cut = life.Register(socket.Socket.Abort);
        await socket.SendAsync(JsonSerializer.Serialize(new
        {
            type = "connection_init",
            payload = new { Authorization = "Bearer " + nodes.TokenOf(principal) },
        }));
        while (true)
        {
            var (text, code, reason) = await socket.ReceiveAnyAsync();
            if (text is null)
            {
                Problems.Add($"{principal} was closed: {code} {reason}");
                return;
            }

            var message = JsonDocument.Parse(text).RootElement;
            switch (message.GetProperty("type").GetString())
            {
                case "connection_ack":
                    await socket.SendAsync(JsonSerializer.Serialize(
                        new { id = "a", type = "subscribe", payload = Request(_kept.LastOrDefault().Cursor) }));
                    break;
                case "ping":
                    await socket.SendAsync("""{"type":"pong"}""");
                    if (message.TryGetProperty("payload", out var told)
                        && told.TryGetProperty("cursors", out var cursors)
                        && cursors.TryGetProperty("a", out var cursor))
                    {
                        Keep(cursor.GetString()!);
                    }

                    break;
                case "next":
                    Take(message.GetProperty("payload"));
                    if (_isToBegin)
                    {
                        return;
                    }

                    break;
                default:
                    End(message.GetProperty("payload")[0]);
                    return;
            }
        }
    }

    async Task StreamAsync(Uri node, CancellationToken life)
    {
        // Both ways to say where he stands.
        var isHeader = _random.Next(2) == 0;
        var cursor = _kept[^1].Cursor;
        using var request = new HttpRequestMessage(HttpMethod.Post, node)
        {
            Content = new StringContent(
                JsonSerializer.Serialize(Request(isHeader ? null : cursor)), Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", nodes.TokenOf(principal));
        if (isHeader)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", cursor);
        }

        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, life);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(life));
        var (id, data) = ((string?)null, (string?)null);
        while (!_isToBegin && await reader.ReadLineAsync(life) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                id = line[4..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                data = line[6..];
            }
            else if (line.Length == 0)
            {
                if (data is not null)
                {
                    Take(JsonDocument.Parse(data).RootElement);
                }
                else if (id is not null)
                {
                    Keep(id);
                }

                (id, data) = (null, null);
            }
        }
    }

    async Task PollAsync(Uri node, CancellationToken life)
    {
        while (!_isToBegin && !life.IsCancellationRequested)
        {
            await AskAsync(node, _random.Next(1, 40), 1, life);
        }
    }

    // Whether there is more; null: he is refused.
    async Task<bool?> AskAsync(Uri node, int first, int waitSeconds, CancellationToken life)
    {
        const string Document = "query($after: String, $first: Int!, $waitSeconds: Int!) "
            + $"{{ changes(after: $after, first: $first, waitSeconds: $waitSeconds) {{ events {{ {Event} }} "
            + "endCursor hasMore } }";
        using var request = new HttpRequestMessage(HttpMethod.Post, node)
        {
            Content = new StringContent(
                JsonSerializer.Serialize(new
                {
                    query = Document,
                    variables = new { after = _kept[^1].Cursor, first, waitSeconds },
                }),
                Encoding.UTF8,
                "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", nodes.TokenOf(principal));
        using var response = await _client.SendAsync(request, life);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(life)).RootElement;
        if (answer.TryGetProperty("errors", out var errors))
        {
            End(errors[0]);
            await Task.Delay(50, life);
            return null;
        }

        var page = answer.GetProperty("data").GetProperty("changes");
        foreach (var change in page.GetProperty("events").EnumerateArray())
        {
            Apply(change);
            Keep(change.GetProperty("cursor").GetString()!);
        }

        Keep(page.GetProperty("endCursor").GetString()!);
        return page.GetProperty("hasMore").GetBoolean();
    }

    object Request(string? after) => new
    {
        query = $"subscription($after: String) {{ {rootField}(after: $after) {{ {Event} }} }}",
        variables = new { after },
    };

    void Take(JsonElement response)
    {
        if (response.TryGetProperty("errors", out var errors))
        {
            End(errors[0]);
            return;
        }

        Apply(response.GetProperty("data").GetProperty(rootField));
        Keep(response.GetProperty("extensions").GetProperty("cursor").GetString()!);
    }

    // Who has no rights for the moment is told so, and where he stood.
    void End(JsonElement error)
    {
        var extensions = error.GetProperty("extensions");
        var code = extensions.GetProperty("code").GetString();
        if (Missed.Contains(code))
        {
            _isToBegin = true;
            Beginnings++;
        }
        else if (code != NoRights)
        {
            Problems.Add($"{principal}: {error.GetRawText()}");
        }
        else if (extensions.TryGetProperty("cursor", out var cursor))
        {
            Keep(cursor.GetString()!);
        }
    }

    void Keep(string cursor) => _kept.Add((cursor, _held));

    void Apply(JsonElement change)
    {
        var id = change.GetProperty("productId").GetString()!;
        var product = change.GetProperty("product");
        var isGiven = product.ValueKind != JsonValueKind.Null;
        if (isGiven)
        {
            _held = _held.SetItem(id, Describe(product));
        }
        else
        {
            _held = _held.Remove(id);
        }

        var (key, kind) = (Guid.Parse(change.GetProperty("id").GetString()!), change.GetProperty("kind").GetString()!);
        lock (_gate)
        {
            _told.Add(new LiveEvent(key, kind, id, isGiven, _run));
        }
    }

    static string Describe(JsonElement product) =>
        $"{product.GetProperty("currentVersion").GetProperty("number").GetInt32()} "
        + product.GetProperty("currentVersion").GetProperty("title").GetProperty("text").GetString();
}
