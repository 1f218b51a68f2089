using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Ledger;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Resources;
using GraphApi.Distribution.Tests.Demonstration;

namespace GraphApi.Distribution.Tests.Access.Golden;

/// <summary>
/// The golden database with what golden-ledger.md speaks of: deliveries, and what comes of them by the use cases -
/// receipts, recalls, answers.
/// </summary>
public sealed class GoldenLedger : IAsyncLifetime
{
    /// <summary>What every notice says.</summary>
    public const string Message = "Do not use this product any more (synthetic).";

    const string Reason = "A synthetic reason, long enough to be kept on record.";

    readonly GoldenDatabase _database = new();
    readonly Dictionary<string, string> _receipts = [];
    readonly Dictionary<string, string> _notices = [];
    readonly Dictionary<string, string> _responses = [];

    /// <summary>The ids of the receipts, by their number in the table.</summary>
    internal IReadOnlyDictionary<string, string> Receipts => _receipts;

    /// <summary>The ids of the notices, by the number of the product.</summary>
    internal IReadOnlyDictionary<string, string> Notices => _notices;

    /// <summary>The ids of the answers to the recall of product 05, by their number in the table.</summary>
    internal IReadOnlyDictionary<string, string> Responses => _responses;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        await LoadAsync();
        foreach (var (row, persona, product) in new[]
        {
            ("01", "LE", 5), ("02", "FI", 5), ("03", "MA", 5), ("04", "NU", 5), ("05", "FI", 6),
        })
        {
            _receipts.Add(row, await AcknowledgeAsync(persona, product));
        }

        foreach (var product in new[] { 1, 5, 7, 23, 24 })
        {
            _notices.Add($"{product:D2}", await RecallAsync(product));
        }

        foreach (var (row, persona) in new[] { ("01", "LE"), ("02", "FI"), ("03", "MA") })
        {
            _responses.Add(row, await ResponseAsync(persona));
        }
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    /// <inheritdoc cref="GoldenDatabase.DataAsync"/>
    internal Task<JsonElement> DataAsync(string persona, string document, object? variables = null) =>
        _database.DataAsync(persona, document, variables);

    async Task LoadAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var (police, fire, isac, company) =
            (GoldenRows.Id('n', 1), GoldenRows.Id('n', 2), GoldenRows.Id('n', 4), GoldenRows.Id('n', 5));
        await using var context = _database.Module.AccessDatabase.CreateContext();
        context.AddRange(
            DeliveryOf(1, 5, police, organization: police, isAcknowledgementRequired: true),
            DeliveryOf(2, 5, fire, organization: fire),
            DeliveryOf(3, 5, isac, client: GoldenRows.Id('k', 4)),
            DeliveryOf(4, 5, company, person: GoldenRows.Person("NU"), isAcknowledgementRequired: true),
            DeliveryOf(5, 15, police, organization: police),
            DeliveryOf(6, 7, police, person: GoldenRows.Person("SU")),
            DeliveryOf(7, 6, fire, organization: fire),
            ResourceOf(1, ResourceAccess.Public),
            ResourceOf(2, ResourceAccess.Partners),
            ResourceOf(3, ResourceAccess.Staff));
        await context.SaveChangesAsync(cancellationToken);
    }

    static Delivery DeliveryOf(
        int number,
        int product,
        Guid of,
        Guid? person = null,
        Guid? organization = null,
        Guid? client = null,
        bool isAcknowledgementRequired = false) => new()
        {
            Id = GoldenRows.Id('y', number),
            PublicationId = GoldenRows.Id('b', product),
            VersionId = GoldenRows.Id('v', product),
            ProductId = GoldenRows.Id('p', product),
            OriginatorId = GoldenRows.Center(1),
            RecipientId = (person ?? organization ?? client)!.Value,
            PersonId = person,
            OrganizationId = organization,
            ServiceClientId = client,
            RecipientOrganizationId = of,
            Rule = DeliveryRule.ListMembership,
            ListId = GoldenRows.Id('d', 1),
            Channel = client is null ? DeliveryChannel.Portal : DeliveryChannel.Api,
            Portions = [1],
            Requires = 0,
            IsAcknowledgementRequired = isAcknowledgementRequired,
            DeliveredAt = FixedTime.Now.UtcDateTime.AddDays(-1),
        };

    static ResourceDocument ResourceOf(int number, ResourceAccess access) => new()
    {
        Id = GoldenRows.Id('w', number),
        Title = $"Guide {number} (synthetic)",
        Publisher = "Exercise Fusion Center 01",
        MediaType = "application/pdf",
        PcrclFunctions = [],
        Access = access,
        SyntheticBatch = "golden",
        CreatedAt = FixedTime.Now.UtcDateTime.AddDays(-60),
        UpdatedAt = FixedTime.Now.UtcDateTime.AddDays(-60),
    };

    async Task<string> AcknowledgeAsync(string persona, int product)
    {
        var payload = await MutateAsync(
            persona,
            "acknowledge",
            "receipt",
            new { version = NodeIds.Format("ProductVersion", GoldenRows.Id('v', product)) });
        return payload.GetProperty("id").GetString()!;
    }

    async Task<string> RecallAsync(int product)
    {
        var payload = await MutateAsync(
            "SV",
            "recallProduct",
            "recallNotice",
            new
            {
                id = NodeIds.Format("Product", GoldenRows.Id('p', product)),
                revision = 1,
                kind = "RECALL",
                reason = "FACTUAL_ERROR",
                reasonDetails = Reason,
                requiredAction = "DESTROY_AND_CONFIRM",
                message = Message,
                messageTlp = "CLEAR",
            });
        return payload.GetProperty("id").GetString()!;
    }

    async Task<string> ResponseAsync(string persona)
    {
        var data = await _database.DataAsync(
            persona,
            "query($id: ID!) { recall(id: $id) { responses(where: { isMine: { eq: true } }) { nodes { id } } } }",
            new { id = _notices["05"] });
        var mine = data.GetProperty("recall").GetProperty("responses").GetProperty("nodes");
        return Assert.Single(mine.EnumerateArray()).GetProperty("id").GetString()!;
    }

    async Task<JsonElement> MutateAsync(string persona, string mutation, string result, object input)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        var data = await _database.DataAsync(
            persona,
            $"mutation($input: {type}!) {{ {mutation}(input: $input) {{ {result} {{ id }} "
            + "errors { __typename ... on Error { message } } } }",
            new { input });
        var payload = data.GetProperty(mutation);
        Assert.Equal("null", payload.GetProperty("errors").GetRawText());
        return payload.GetProperty(result);
    }
}
