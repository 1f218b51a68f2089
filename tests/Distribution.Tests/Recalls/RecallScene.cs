using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Ledger;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Recalls;
using GraphApi.Distribution.Receipts;
using GraphApi.Distribution.Tests.Demonstration;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Recalls;

/// <summary>What tests of recalls do over and over: find a product, deliver it, recall it, answer.</summary>
sealed class RecallScene(DistributionHost host)
{
    public const string Reason = "A synthetic reason, long enough to be kept on record.";

    public const string Supervisor = "supervisor, stepped up";
    public const string Director = "director, stepped up";
    public const string PrivacyOfficer = "privacy-officer, stepped up";

    public static readonly DateTime Now = FixedTime.Now.UtcDateTime;

    const string Errors = "errors { __typename ... on Error { message } ... on InvalidInputError { field } }";

    static readonly Guid Center = RowIds.Center(0);

    public static string IdOf(Product product) => NodeIds.Format("Product", product.Id);

    /// <summary>
    /// A product of the first center that somebody sees in his feed, of the public or not, and of which nobody said
    /// anything yet.
    /// </summary>
    public async Task<Product> ProductAsync(string reader, bool isPublic = false)
    {
        var data = await host.DataAsync(
            reader,
            "query($center: ID!) { products(first: 50, where: { originator: { id: { eq: $center } } }) "
            + "{ nodes { id } } }",
            new { center = NodeIds.Format("FusionCenter", Center) });
        var ids = data.GetProperty("products").GetProperty("nodes").EnumerateArray()
            .Select(node => NodeIds.KeyOf(node.GetProperty("id").GetString(), "Product")!.Value).ToList();
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<Product>()
            .Where(product => ids.Contains(product.Id)
                && product.RecallId == null
                && !context.Set<Feedback>().Any(feedback => feedback.ProductId == product.Id)
                && product.Entitlements.Any(right => right.Kind == EntitlementKind.List)
                && product.Entitlements.Any(right => right.Kind == EntitlementKind.Public) == isPublic)
            // Those with a former version are few, and left to who asks for one.
            .OrderBy(product => product.Versions.Any(version => version.State == VersionState.Superseded))
            .ThenByDescending(product => product.Id)
            .FirstAsync();
    }

    /// <summary>Writes that a version of a product, by default the current one, was delivered to somebody.</summary>
    public async Task<Guid> DeliverAsync(
        Product product,
        Guid? person = null,
        Guid? organization = null,
        Guid? client = null,
        bool mustAnswer = false,
        Guid? version = null)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var delivery = new Delivery
        {
            Id = Guid.NewGuid(),
            PublicationId = Guid.NewGuid(),
            VersionId = version ?? product.CurrentVersionId!.Value,
            ProductId = product.Id,
            OriginatorId = product.OriginatorId,
            RecipientId = (person ?? organization ?? client)!.Value,
            PersonId = person,
            OrganizationId = organization,
            ServiceClientId = client,
            RecipientOrganizationId = organization
                ?? await OrganizationOfAsync(context, person, client),
            Rule = DeliveryRule.ExplicitRecipient,
            Channel = DeliveryChannel.Portal,
            Portions = [1],
            Requires = 0,
            IsAcknowledgementRequired = mustAnswer,
            DeliveredAt = Now.AddDays(-1),
        };
        context.Add(delivery);
        await context.SaveChangesAsync();
        return delivery.Id;
    }

    /// <summary>Takes a person and his organization off the lists that a product went to.</summary>
    public async Task LeaveListsAsync(Product product, Guid person)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var organization = await OrganizationOfAsync(context, person, null);
        var lists = context.Set<Entitlement>().Where(right => right.ProductId == product.Id)
            .Select(right => right.AudienceId);
        await context.Set<ListMembership>()
            .Where(member => (member.PersonId == person || member.OrganizationId == organization)
                && lists.Contains(member.ListId))
            .ExecuteUpdateAsync(row => row.SetProperty(m => m.State, MembershipState.Removed));
        await context.Set<Entitlement>()
            .Where(right => right.ProductId == product.Id
                && (right.AudienceId == person || right.AudienceId == organization))
            .ExecuteDeleteAsync();
        host.Module.Viewers.Forget();
    }

    /// <summary>Takes a product from everybody but its center's staff, without a word.</summary>
    public async Task CloseListsAsync(Product product)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        await context.Set<Entitlement>()
            .Where(right => right.ProductId == product.Id && right.Kind != EntitlementKind.Home)
            .ExecuteDeleteAsync();
    }

    /// <summary>The person of a name, with his organization.</summary>
    public async Task<Person> PersonAsync(string subject)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<Person>().SingleAsync(person => person.Subject == subject);
    }

    /// <summary>Makes somebody the liaison of an organization.</summary>
    public async Task<Person> LiaisonAsync(string subject, Guid organization)
    {
        var person = await PersonAsync(subject);
        await using var context = host.Module.AccessDatabase.CreateContext();
        context.Add(new LiaisonAssignment
        {
            Id = Guid.NewGuid(),
            Kind = LiaisonKind.PartnerLiaison,
            PersonId = person.Id,
            CenterId = Center,
            OrganizationId = organization,
            State = LiaisonState.Active,
            StartsOn = DateOnly.FromDateTime(Now.AddDays(-1)),
            CreatedAt = Now,
            UpdatedAt = Now,
        });
        await context.SaveChangesAsync();
        host.Module.Viewers.Forget();
        return person;
    }

    public async Task<ServiceClient> ClientAsync(string id)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<ServiceClient>().SingleAsync(client => client.ClientId == id);
    }

    /// <summary>The payload of a recall; what is not said is that of an ordinary one.</summary>
    public Task<JsonElement> RecallAsync(
        string who,
        Product product,
        string kind = "RECALL",
        string reason = "FACTUAL_ERROR",
        string action = "DESTROY_AND_CONFIRM",
        string tlp = "CLEAR",
        string message = "Do not use this product any more (synthetic).",
        DateTime? respondBy = null,
        int? revision = null,
        string details = Reason,
        string[]? versions = null,
        string? replacement = null) =>
        MutateAsync(who, "recallProduct", "recallNotice { id state revision responses(first: 50) { totalCount } }", new
        {
            id = IdOf(product),
            revision = revision ?? product.Revision,
            kind,
            reason,
            reasonDetails = details,
            requiredAction = action,
            message,
            messageTlp = tlp,
            respondBy,
            versions,
            replacement,
        });

    /// <summary>A recall that is done: the id of its notice.</summary>
    public async Task<string> RecalledAsync(
        Product product,
        string action = "DESTROY_AND_CONFIRM",
        DateTime? respondBy = null,
        string kind = "RECALL")
    {
        var payload = await RecallAsync(Supervisor, product, kind, action: action, respondBy: respondBy);
        return Done(payload, "recallNotice").GetProperty("id").GetString()!;
    }

    /// <summary>The notice as somebody sees it, with his own responses; null: he sees none.</summary>
    public async Task<JsonElement> NoticeAsync(string? who, string id) =>
        (await host.DataAsync(
            who,
            """
            query($id: ID!) {
              recall(id: $id) {
                id productId publicNumber productType versionNumbers kind reason requiredAction message messageTlp state
                myState product { id }
              }
            }
            """,
            new { id })).GetProperty("recall");

    /// <summary>The response that is somebody's to give.</summary>
    public async Task<JsonElement> MineAsync(string who, string notice)
    {
        var data = await host.DataAsync(
            who,
            """
            query($id: ID!) {
              recall(id: $id) {
                responses(where: { isMine: { eq: true } }) {
                  nodes {
                    id state basis wasEntitled revision isSettled isOverdue escalatedTo forwardedTo destroyedCopies
                  }
                }
              }
            }
            """,
            new { id = notice });
        return Assert.Single(
            data.GetProperty("recall").GetProperty("responses").GetProperty("nodes").EnumerateArray());
    }

    public Task<JsonElement> RespondAsync(
        string who,
        JsonElement response,
        string state,
        int? revision = null,
        string? note = null,
        string[]? forwardedTo = null,
        int? destroyedCopies = null,
        string? destructionHash = null) =>
        MutateAsync(who, "respondToRecall", "recallResponse { id state revision isSettled }", new
        {
            id = response.GetProperty("id").GetString(),
            revision = revision ?? response.GetProperty("revision").GetInt32(),
            state,
            note,
            forwardedTo,
            destroyedCopies,
            destructionHash,
        });

    public Task<JsonElement> CloseAsync(string who, string notice, int revision) => MutateAsync(
        who,
        "closeRecall",
        "recallNotice { id state revision closedAt }",
        new { id = notice, revision, reason = Reason });

    /// <summary>The payload of a mutation.</summary>
    public async Task<JsonElement> MutateAsync(string who, string mutation, string result, object input)
    {
        var name = char.ToUpperInvariant(mutation[0]) + mutation[1..];
        var data = await host.DataAsync(
            who,
            $"mutation($input: {name}Input!) {{ {mutation}(input: $input) {{ {result} {Errors} }} }}",
            new { input });
        return data.GetProperty(mutation);
    }

    /// <summary>The result of a mutation that was not refused.</summary>
    public static JsonElement Done(JsonElement payload, string result)
    {
        Assert.Equal("null", payload.GetProperty("errors").GetRawText());
        return payload.GetProperty(result);
    }

    /// <summary>The one error of a payload: its type, field and message.</summary>
    public static string Refusal(JsonElement payload)
    {
        var error = Assert.Single(payload.GetProperty("errors").EnumerateArray());
        var field = error.TryGetProperty("field", out var named) ? $" ({named.GetString()})" : "";
        return $"{error.GetProperty("__typename").GetString()}{field}: {error.GetProperty("message").GetString()}";
    }

    public async Task<List<RecallResponse>> ResponsesAsync(string notice)
    {
        var key = NodeIds.KeyOf(notice, "RecallNotice")!.Value;
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<RecallResponse>().Where(response => response.NoticeId == key).ToListAsync();
    }

    /// <summary>Whether somebody sees a product.</summary>
    public async Task<bool> SeesAsync(string? who, Product product) =>
        (await host.DataAsync(who, "query($id: ID!) { product(id: $id) { id } }", new { id = IdOf(product) }))
            .GetProperty("product").ValueKind != JsonValueKind.Null;

    static async Task<Guid?> OrganizationOfAsync(AccessContext context, Guid? person, Guid? client) =>
        person is null
            ? await context.Set<ServiceClient>().Where(row => row.Id == client)
                .Select(row => (Guid?)row.OrganizationId).SingleAsync()
            : await context.Set<Person>().Where(row => row.Id == person)
                .Select(row => row.OrganizationId).SingleAsync();
}
