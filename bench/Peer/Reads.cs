using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;

namespace GraphApi.Peer;

/// <summary>The reads, one statement a level, rows straight into JSON.</summary>
sealed class Reads(NpgsqlDataSource database, PeerViewer viewer)
{
    const string Right = "(e.requires & $2) = 0 AND e.effective_at <= $3 AND (e.expires_at IS NULL OR e.expires_at > $3)";

    static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>The first page of the feed: the newest of each audience, merged, and the sectors of the page.</summary>
    public async Task FeedAsync(HttpContext context, string? type)
    {
        await using var connection = await database.OpenConnectionAsync(context.RequestAborted);
        var filter = type is null ? "" : "AND f.type = $4";
        await using var command = new NpgsqlCommand(
            $"""
            SELECT p.id, p.public_number, p.type, p.urgency, p.published_at, c.name, v.number, t.text
            FROM (SELECT DISTINCT x.effective_at, x.product_id
                  FROM unnest($1) AS a(id)
                  CROSS JOIN LATERAL (
                      SELECT e.effective_at, e.product_id FROM entitlements e
                      {(type is null ? "" : "JOIN products f ON f.id = e.product_id")}
                      WHERE e.audience_id = a.id AND e.is_current AND {Right} {filter}
                      ORDER BY e.effective_at DESC, e.product_id DESC LIMIT 21) x
                  ORDER BY x.effective_at DESC, x.product_id DESC LIMIT 21) n
            JOIN products p ON p.id = n.product_id
            JOIN fusion_centers c ON c.id = p.originator_id
            JOIN product_versions v ON v.id = p.current_version_id
            JOIN portions t ON t.id = v.title_portion_id AND (t.requires & $2) = 0
            ORDER BY n.effective_at DESC, n.product_id DESC
            """,
            connection);
        AddViewer(command);
        if (type is not null)
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = type });
        }

        var rows = new List<FeedRow>(21);
        await using (var reader = await command.ExecuteReaderAsync(context.RequestAborted))
        {
            while (await reader.ReadAsync(context.RequestAborted))
            {
                rows.Add(new FeedRow(
                    reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetDateTime(4),
                    reader.GetString(5), reader.GetInt32(6), reader.GetString(7)));
            }
        }

        var hasNextPage = rows.Count > 20;
        rows = hasNextPage ? rows[..20] : rows;
        var sectors = await SectorsAsync(connection, rows, context.RequestAborted);
        using var json = Begin(context);
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteStartObject("feed");
        json.WriteStartArray("nodes");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            WriteFeedRow(json, row);
            json.WriteEndObject();
            json.WriteStartArray("sectors");
            foreach (var (code, name) in sectors[row.Id])
            {
                json.WriteStartObject();
                json.WriteString("code", code);
                json.WriteString("name", name);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("pageInfo");
        json.WriteBoolean("hasNextPage", hasNextPage);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>One product, where the viewer has a right to it.</summary>
    public async Task ProductAsync(HttpContext context, Guid id)
    {
        await using var connection = await database.OpenConnectionAsync(context.RequestAborted);
        await using var command = new NpgsqlCommand(
            $"""
            SELECT p.id, p.public_number, p.type, p.urgency, p.published_at, c.name, v.number, t.text, s.text
            FROM products p
            JOIN fusion_centers c ON c.id = p.originator_id
            JOIN product_versions v ON v.id = p.current_version_id
            JOIN portions t ON t.id = v.title_portion_id AND (t.requires & $2) = 0
            LEFT JOIN portions s ON s.id = v.summary_portion_id AND (s.requires & $2) = 0
            WHERE p.id = $4 AND EXISTS (
                SELECT 1 FROM entitlements e
                WHERE e.product_id = p.id AND e.is_current AND e.audience_id = ANY ($1) AND {Right})
            """,
            connection);
        AddViewer(command);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        await using var reader = await command.ExecuteReaderAsync(context.RequestAborted);
        using var json = Begin(context);
        json.WriteStartObject();
        json.WriteStartObject("data");
        if (await reader.ReadAsync(context.RequestAborted))
        {
            json.WriteStartObject("product");
            WriteFeedRow(json, new FeedRow(
                reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetDateTime(4),
                reader.GetString(5), reader.GetInt32(6), reader.GetString(7)));
            if (reader.IsDBNull(8))
            {
                json.WriteNull("summary");
            }
            else
            {
                json.WriteStartObject("summary");
                json.WriteString("text", reader.GetString(8));
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("product");
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Ten lists, and the five newest products of each.</summary>
    public async Task ListsAsync(HttpContext context)
    {
        await using var connection = await database.OpenConnectionAsync(context.RequestAborted);
        var lists = new List<(Guid Id, string Name)>(10);
        await using (var first = new NpgsqlCommand(
            """
            SELECT id, name FROM distribution_lists
            WHERE id = ANY ($1) OR (state = 'Active' AND join_policy <> 'InviteOnly')
            ORDER BY name, id LIMIT 11
            """,
            connection))
        {
            first.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = viewer.Lists });
            await using var reader = await first.ExecuteReaderAsync(context.RequestAborted);
            while (await reader.ReadAsync(context.RequestAborted) && lists.Count < 10)
            {
                lists.Add((reader.GetGuid(0), reader.GetString(1)));
            }
        }

        await using var second = new NpgsqlCommand(
            $"""
            SELECT a.id, n.public_number, n.type, n.published_at
            FROM unnest($4) AS a(id)
            CROSS JOIN LATERAL (
                SELECT e.effective_at, e.product_id, p.public_number, p.type, p.published_at
                FROM entitlements e JOIN products p ON p.id = e.product_id
                WHERE e.audience_id = a.id AND e.audience_id = ANY ($1) AND e.is_current AND {Right}
                ORDER BY e.effective_at DESC, e.product_id DESC LIMIT 6) n
            ORDER BY a.id, n.effective_at DESC, n.product_id DESC
            """,
            connection);
        AddViewer(second);
        second.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. lists.Select(l => l.Id)] });
        var products = lists.ToDictionary(l => l.Id, _ => new List<(string? Number, string Type, DateTime? At)>(6));
        await using (var reader = await second.ExecuteReaderAsync(context.RequestAborted))
        {
            while (await reader.ReadAsync(context.RequestAborted))
            {
                products[reader.GetGuid(0)].Add((reader.GetString(1), reader.GetString(2), reader.GetDateTime(3)));
            }
        }

        using var json = Begin(context);
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteStartObject("distributionLists");
        json.WriteStartArray("nodes");
        foreach (var (id, name) in lists)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteStartObject("products");
            json.WriteStartArray("nodes");
            foreach (var (number, type, at) in products[id].Take(5))
            {
                json.WriteStartObject();
                json.WriteString("publicNumber", number);
                json.WriteString("type", Screaming(type));
                json.WriteString("publishedAt", at!.Value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>A thousand products, flat.</summary>
    public async Task RowsAsync(HttpContext context)
    {
        await using var connection = await database.OpenConnectionAsync(context.RequestAborted);
        await using var command = new NpgsqlCommand(
            $"""
            SELECT p.public_number, p.type, p.urgency, p.published_at, p.valid_until, p.is_exercise
            FROM products p
            WHERE EXISTS (
                SELECT 1 FROM entitlements e
                WHERE e.product_id = p.id AND e.is_current AND e.audience_id = ANY ($1) AND {Right})
            ORDER BY p.published_at DESC, p.id DESC LIMIT 1001
            """,
            connection);
        AddViewer(command);
        await using var reader = await command.ExecuteReaderAsync(context.RequestAborted);
        using var json = Begin(context);
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteStartObject("products");
        json.WriteStartArray("nodes");
        for (var i = 0; i < 1000 && await reader.ReadAsync(context.RequestAborted); i++)
        {
            json.WriteStartObject();
            json.WriteString("publicNumber", reader.GetString(0));
            json.WriteString("type", Screaming(reader.GetString(1)));
            json.WriteString("urgency", Screaming(reader.GetString(2)));
            json.WriteString("publishedAt", reader.GetDateTime(3));
            if (reader.IsDBNull(4))
            {
                json.WriteNull("validUntil");
            }
            else
            {
                json.WriteString("validUntil", reader.GetDateTime(4));
            }

            json.WriteBoolean("isExercise", reader.GetBoolean(5));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static Utf8JsonWriter Begin(HttpContext context)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return new Utf8JsonWriter(context.Response.BodyWriter, Options);
    }

    static async Task<Dictionary<Guid, List<(string Code, string Name)>>> SectorsAsync(
        NpgsqlConnection connection, List<FeedRow> rows, CancellationToken cancellationToken)
    {
        var sectors = rows.ToDictionary(r => r.Id, _ => new List<(string, string)>());
        await using var command = new NpgsqlCommand(
            """
            SELECT ps.product_id, s.code, s.name
            FROM product_sectors ps JOIN sectors s ON s.id = ps.sector_id
            WHERE ps.product_id = ANY ($1) ORDER BY s.name, s.id
            """,
            connection);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. sectors.Keys] });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            sectors[reader.GetGuid(0)].Add((reader.GetString(1), reader.GetString(2)));
        }

        return sectors;
    }

    // Leaves currentVersion open, so that a caller can add the summary; the caller closes it.
    static void WriteFeedRow(Utf8JsonWriter json, FeedRow row)
    {
        json.WriteString("id", NodeId("Product", row.Id));
        json.WriteString("publicNumber", row.Number);
        json.WriteString("type", Screaming(row.Type));
        json.WriteString("urgency", Screaming(row.Urgency));
        json.WriteString("publishedAt", row.PublishedAt);
        json.WriteStartObject("originator");
        json.WriteString("name", row.Originator);
        json.WriteEndObject();
        json.WriteStartObject("currentVersion");
        json.WriteNumber("number", row.Version);
        json.WriteStartObject("title");
        json.WriteString("text", row.Title);
        json.WriteEndObject();
    }

    static string NodeId(string type, Guid id)
    {
        Span<byte> bytes = stackalloc byte[type.Length + 17];
        Encoding.ASCII.GetBytes(type, bytes);
        bytes[type.Length] = (byte)':';
        id.TryWriteBytes(bytes[(type.Length + 1)..]);
        return Base64Url.EncodeToString(bytes);
    }

    static string Screaming(string member) => ScreamingNames.Of(member);

    void AddViewer(NpgsqlCommand command)
    {
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = viewer.Audiences });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = viewer.Lacks });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = TimeProvider.System.GetUtcNow().UtcDateTime });
    }

    readonly record struct FeedRow(
        Guid Id, string Number, string Type, string Urgency, DateTime PublishedAt, string Originator, int Version, string Title);
}
