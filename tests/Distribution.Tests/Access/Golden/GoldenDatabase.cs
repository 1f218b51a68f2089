using System.Buffers;
using System.Text.Json;
using GraphApi.Data.Loading;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessGrants;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Tests.Demonstration;
using GraphApi.Engine;
using GraphApi.Engine.Execution;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Access.Golden;

/// <summary>An SQLite database with the personas and products of golden-access.md, behind an engine.</summary>
public sealed class GoldenDatabase : IAsyncLifetime
{
    readonly string _folder = Directory.CreateTempSubdirectory("graphapi-golden-").FullName;
    readonly GoldenRows _rows = GoldenRows.Make();
    DistributionModule _module = null!;
    GraphQLEngine _engine = null!;

    internal DistributionModule Module => _module;

    public async ValueTask InitializeAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        _module = DistributionModule.Create(new DistributionOptions
        {
            ConnectionString = $"Data Source={_folder}/golden.db",
            CursorKeys = [new byte[32]],
            Time = new FixedTime(),
        });
        await _module.MigrateAsync(cancellationToken);
        await using (var context = _module.AccessDatabase.CreateContext())
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            await context.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys = ON", cancellationToken);
            foreach (var type in LoadOrder.Types)
            {
                await BulkWriter.For(context).WriteAsync(
                    context.Model.FindEntityType(type)!, _rows.Rows.Of(type), cancellationToken);
            }

            await OpenCaseAsync(context, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        _engine = new GraphQLEngine(_module.Schema, new EngineOptions { EnforceCost = false }, _module.Authorizer);
    }

    public async ValueTask DisposeAsync()
    {
        await _module.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The response of a document to a persona.</summary>
    internal async Task<JsonElement> ExecuteAsync(string persona, string document, object? variables = null)
    {
        await using var session =
            await _module.OpenSessionAsync(
                _rows.Principal(persona),
                address: null,
                AccessChannel.GraphqlHttp,
                purpose: null,
                TestContext.Current.CancellationToken);
        var response = await _engine.ExecuteAsync(
            new GraphQLRequest
            {
                Document = document,
                Variables = variables is null ? default : JsonSerializer.SerializeToElement(variables),
                Session = session,
            },
            TestContext.Current.CancellationToken);
        var buffer = new ArrayBufferWriter<byte>();
        response.WriteTo(buffer);
        return JsonDocument.Parse(buffer.WrittenMemory).RootElement;
    }

    /// <summary>Announces every product to those who have rights to it, as if it were published now.</summary>
    internal async Task AnnounceAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var context = _module.AccessDatabase.CreateContext();
        var rights = await context.Set<Entitlement>().AsNoTracking().Include(right => right.Product)
            .Where(right => right.IsCurrent)
            .ToListAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await ChangeWriter.WriteAsync(
            context,
            [.. rights.GroupBy(right => right.ProductId).Select(of =>
                Announcement.ToHolders(ChangeKind.Published, of.First().Product.OriginatorId, [.. of]))],
            changesRights: false,
            FixedTime.Now.UtcDateTime,
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        _module.Moved.Raise();
    }

    /// <summary>
    /// The data of so many events of a subscription, and of any that come with the last of them; none where none is to
    /// come.
    /// </summary>
    internal async Task<IReadOnlyList<JsonElement>> SubscribeAsync(
        string persona, string document, object variables, int count)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        ValueTask<IAsyncDisposable> OpenAsync(CancellationToken cancellationToken) => _module.OpenSessionAsync(
            _rows.Principal(persona), address: null, AccessChannel.GraphqlWs, purpose: null, cancellationToken);
        await using var session = await OpenAsync(stop.Token);
        var response = await _engine.ExecuteAsync(
            new GraphQLRequest
            {
                Document = document,
                Variables = JsonSerializer.SerializeToElement(variables),
                Session = session,
                AllowSubscriptions = true,
            },
            stop.Token);
        Assert.Empty(response.Errors);
        var events = new List<JsonElement>();
        if (count == 0)
        {
            return events;
        }

        await foreach (var sent in response.Subscription!.MapSourceToResponseEventAsync(OpenAsync, stop.Token))
        {
            if (sent.Kind == SourceEventKind.Event)
            {
                events.Add(JsonDocument.Parse(sent.Payload).RootElement.GetProperty("data"));
            }

            if (events.Count == count)
            {
                break;
            }
        }

        return events;
    }

    /// <summary>The data of a response; errors other than refusals of fields fail.</summary>
    internal async Task<JsonElement> DataAsync(string persona, string document, object? variables = null)
    {
        var response = await ExecuteAsync(persona, document, variables);
        if (response.TryGetProperty("errors", out var errors))
        {
            Assert.All(
                errors.EnumerateArray(),
                error => Assert.Contains("\"code\":\"AUTH_NOT_", error.GetRawText(), StringComparison.Ordinal));
        }

        return response.GetProperty("data");
    }

    // A case begins as a request and is opened by a second person: the database insists.
    static async Task OpenCaseAsync(DbContext context, CancellationToken cancellationToken)
    {
        var now = FixedTime.Now.UtcDateTime;
        await BulkWriter.For(context).WriteAsync(
            context.Model.FindEntityType(typeof(AccessGrant))!,
            [
                new AccessGrant
                {
                    Id = GoldenRows.Case,
                    Kind = AccessGrantKind.Audit,
                    State = AccessGrantState.Requested,
                    GranteeId = GoldenRows.Person("AC"),
                    GranteeName = "Exercise User AC",
                    OriginatorId = GoldenRows.Center(1),
                    Reason = "The yearly audit of the center (synthetic).",
                    Minutes = 600,
                    RequestedAt = now.AddHours(-2),
                    ExpiresAt = now.AddHours(8),
                    CreatedAt = now.AddHours(-2),
                    UpdatedAt = now.AddHours(-2),
                },
            ],
            cancellationToken);
        await context.Set<AccessGrant>().ExecuteUpdateAsync(
            grant => grant
                .SetProperty(g => g.State, AccessGrantState.Open)
                .SetProperty(g => g.DecidedById, GoldenRows.Person("supervisor"))
                .SetProperty(g => g.DecidedByName, "Exercise User supervisor")
                .SetProperty(g => g.StartsAt, now.AddHours(-1))
                .SetProperty(g => g.Revision, 2),
            cancellationToken);
    }
}
