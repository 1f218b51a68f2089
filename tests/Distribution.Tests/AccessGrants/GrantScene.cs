using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessGrants;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.AccessGrants;

/// <summary>What tests of access grants do over and over: ask, decide, look.</summary>
sealed class GrantScene(DistributionHost host)
{
    public const string Reason = "A synthetic reason, long enough to be kept on record.";

    public const string Administrator = "administrator, stepped up";
    public const string Auditor = "auditor, stepped up";
    public const string Supervisor = "supervisor, stepped up";
    public const string Director = "director, stepped up";
    public const string PrivacyOfficer = "privacy-officer, stepped up";

    const string Content = """
        query($id: ID!) {
          product(id: $id) {
            id
            deliveryBasis { rule }
            currentVersion { title { text } portions { key text } }
          }
        }
        """;

    public static string Center { get; } = NodeIds.Format("FusionCenter", RowIds.Center(0));

    /// <summary>
    /// Products of the first center in force that are for its partners: first those with a portion that asks for more
    /// than TLP.
    /// </summary>
    public async Task<List<Guid>> ProductsAsync(int count)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var center = RowIds.Center(0);
        var tlp = (long)Requirement.AnyTlp;
        var ids = await context.Set<Product>()
            .Where(p => p.OriginatorId == center
                && p.State == ProductState.Current
                && !p.Entitlements.Any(right => right.Kind == EntitlementKind.Public))
            .OrderByDescending(p => p.CurrentVersion!.Portions.Any(portion => (portion.Requires & ~tlp) != 0))
            .ThenBy(p => p.Id).Select(p => p.Id).Take(count).ToListAsync();
        Assert.Equal(count, ids.Count);
        return ids;
    }

    public static string IdOf(Guid product) => NodeIds.Format("Product", product);

    /// <summary>A request for a product; its payload.</summary>
    public async Task<JsonElement> RequestAsync(
        string who, string kind, object scope, int minutes = 60, string reason = Reason) =>
        await MutateAsync(
            who,
            "requestAccessGrant",
            new { kind, scope, minutes, reason });

    public async Task<JsonElement> MutateAsync(string who, string mutation, object input)
    {
        var name = char.ToUpperInvariant(mutation[0]) + mutation[1..];
        var data = await host.DataAsync(
            who,
            $$"""
            mutation($input: {{name}}Input!) {
              {{mutation}}(input: $input) {
                accessGrant { id state revision decidedByName startsAt expiresAt events { step revision actorName } }
                errors { __typename ... on Error { message } }
              }
            }
            """,
            new { input });
        return data.GetProperty(mutation);
    }

    /// <summary>A step of a grant; its payload.</summary>
    public Task<JsonElement> StepAsync(string who, string mutation, JsonElement grant, int? revision = null) =>
        MutateAsync(who, mutation, new
        {
            id = grant.GetProperty("id").GetString(),
            revision = revision ?? grant.GetProperty("revision").GetInt32(),
            reason = Reason,
        });

    /// <summary>A grant that was asked for and approved.</summary>
    public async Task<JsonElement> OpenAsync(
        string who, string kind, object scope, string approver, int minutes = 60)
    {
        var asked = Grant(await RequestAsync(who, kind, scope, minutes));
        return Grant(await StepAsync(approver, "approveAccessGrant", asked));
    }

    public static JsonElement Grant(JsonElement payload)
    {
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("errors").ValueKind);
        return payload.GetProperty("accessGrant");
    }

    /// <summary>The one error of a payload: its type and message.</summary>
    public static string Refusal(JsonElement payload)
    {
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("accessGrant").ValueKind);
        var error = Assert.Single(payload.GetProperty("errors").EnumerateArray());
        return $"{error.GetProperty("__typename").GetString()}: {error.GetProperty("message").GetString()}";
    }

    /// <summary>What somebody reads of a product; empty: nothing.</summary>
    public async Task<string> ReadAsync(string? who, Guid product)
    {
        var data = await host.DataAsync(who, Content, new { id = IdOf(product) });
        var read = data.GetProperty("product");
        return read.ValueKind == JsonValueKind.Null ? "" : read.GetProperty("currentVersion").GetRawText();
    }

    /// <summary>Runs SQL as an operator at a console would; the message of what the database says to it.</summary>
    public async Task<string> RefusedSqlAsync(string sql)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        var problem = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => context.Database.ExecuteSqlRawAsync(sql));
        return problem.Message;
    }

    public async Task<List<AccessGrantEvent>> EventsAsync(string grant)
    {
        var key = NodeIds.KeyOf(grant, "AccessGrant")!.Value;
        await using var context = host.Module.AccessDatabase.CreateContext();
        return await context.Set<AccessGrantEvent>().Where(step => step.GrantId == key)
            .OrderBy(step => step.Revision).ToListAsync();
    }
}
