using System.Text.Json;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Harness;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Drafting;

/// <summary>
/// Every state, step and role of <c>version-steps.md</c>, which is written by hand from what is promised, against the
/// use cases. A step that is added there needs no more here than the input that it takes (<see cref="InputOf"/>).
/// </summary>
public sealed class VersionStepsTests(SqliteHost host) : IClassFixture<SqliteHost>
{
    const string File = "tests/Distribution.Tests/Drafting/version-steps.md";

    static readonly Dictionary<string, string> Principals = new()
    {
        ["author"] = DraftScene.Author,
        ["colleague"] = DraftScene.Colleague,
        ["supervisor"] = DraftScene.Supervisor,
        ["director"] = DraftScene.Director,
        ["officer"] = DraftScene.PrivacyOfficer,
        ["writing supervisor"] = DraftScene.Supervisor,
        ["reviewing director"] = DraftScene.Director,
        ["analyst elsewhere"] = "analyst-elsewhere",
        ["partner"] = "partner-law-enforcement",
        ["administrator"] = "administrator, stepped up",
    };

    readonly DraftScene _scene = new(host);

    public static TheoryData<string> Steps => [.. Expected().Select(cell => cell.Step).Distinct()];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Every_role_takes_the_step_from_the_states_that_the_table_says(string step)
    {
        var cells = Expected().Where(cell => cell.Step == step).ToList();
        var actual = new List<string>();
        foreach (var ofState in cells.GroupBy(cell => (cell.State, Variant: VariantOf(cell.Role))))
        {
            JsonElement? version = null;
            foreach (var cell in ofState)
            {
                version ??= await MakeAsync(cell.State, ofState.Key.Variant);
                var outcome = await TakeAsync(Principals[cell.Role], step, version.Value);
                actual.Add($"{cell.State} {cell.Role}: {outcome}");
                version = outcome == "done" ? null : version;
            }
        }

        Assert.Equal(
            cells.Select(cell => $"{cell.State} {cell.Role}: {cell.Outcome}").Order(StringComparer.Ordinal),
            actual.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_table_allows_what_the_states_allow()
    {
        var done = Expected().Where(cell => cell.Outcome == "done")
            .Select(cell => (cell.Step, cell.State)).ToHashSet();
        Assert.All(Expected().Select(cell => (cell.Step, cell.State)).Distinct(), cell =>
        {
            var way = VersionLife.Find(StateOf(cell.State), StepOf(cell.Step));
            Assert.Equal(done.Contains(cell), way is not null);
        });
    }

    /// <summary>What a step takes besides the version and its revision.</summary>
    static object InputOf(string step, JsonElement version) => DraftScene.InputOf(step, version);

    static VersionState StateOf(string name) =>
        Enum.Parse<VersionState>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    static VersionStep StepOf(string mutation) => mutation switch
    {
        "reviseDraft" => VersionStep.Revise,
        "emergencyRelease" => VersionStep.ReleaseInEmergency,
        "recallProduct" => VersionStep.Recall,
        _ => Enum.Parse<VersionStep>(mutation, ignoreCase: true),
    };

    async Task<string> TakeAsync(string who, string step, JsonElement version)
    {
        var response = step == "recallProduct"
            ? await RecallAsync(who, version)
            : await _scene.ExecuteAsync(who, step, InputOf(step, version));
        if (response.GetProperty("data").GetProperty(step) is not { ValueKind: JsonValueKind.Object } payload)
        {
            var code = response.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
            return code == "AUTH_NOT_AUTHORIZED" ? "closed" : code!;
        }

        return payload.GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors
            ? errors[0].GetProperty("__typename").GetString() switch
            {
                "StateConflictError" => "state",
                "SeparationOfDutyError" => "party",
                "NotPermittedError" => "not-his",
                "NotFoundError" => "hidden",
                var other => other!,
            }
            : "done";
    }

    /// <summary>A recall is of a product, with a revision of its own; of this one there is no other version.</summary>
    async Task<JsonElement> RecallAsync(string who, JsonElement version)
    {
        var id = version.GetProperty("product").GetProperty("id").GetString();
        var key = Data.Bindings.NodeIds.KeyOf(id, "Product");
        await using var context = host.Module.AccessDatabase.CreateContext();
        var revision = await context.Set<Product>().Where(product => product.Id == key)
            .Select(product => product.Revision).SingleAsync();
        return await host.ExecuteAsync(
            who,
            """
            mutation($id: ID!, $revision: Int!, $details: PlainText!) {
              recallProduct(
                input: {
                  id: $id
                  revision: $revision
                  kind: RECALL
                  reason: PRIVACY_OR_CIVIL_LIBERTIES
                  reasonDetails: $details
                  requiredAction: DESTROY_AND_CONFIRM
                  message: "Destroy it (synthetic)."
                  messageTlp: CLEAR
                }
              ) {
                errors { __typename }
              }
            }
            """,
            new { id, revision, details = DraftScene.Reason });
    }

    static string VariantOf(string role) => role is "writing supervisor" or "reviewing director" ? role : "";

    /// <summary>A version in a state, without the use cases that others write.</summary>
    async Task<JsonElement> MakeAsync(string state, string variant)
    {
        var version = await _scene.CreateAsync();
        var id = DraftScene.KeyOf(version);
        await using var context = host.Module.AccessDatabase.CreateContext();
        if (variant == "writing supervisor")
        {
            context.Add(new VersionAuthor
            {
                VersionId = id,
                PersonId = Staff.Of(0, Staff.Supervisor),
                OriginatorId = RowIds.Center(0),
            });
            await context.SaveChangesAsync();
        }

        if (state == "DRAFT" && variant != "reviewing director")
        {
            return version;
        }

        version = await _scene.DoneAsync(DraftScene.Author, "submitForReview", version);
        await _scene.PassAsync(
            version, reviewer: variant == "reviewing director" ? Staff.Of(0, Staff.Director) : null);

        await using var transaction = await context.Database.BeginTransactionAsync();
        if (state is "PUBLISHED" or "SUPERSEDED" or "RECALLED" or "EXPIRED")
        {
            await AddPublicationAsync(context, id);
            var review = await context.Set<PrivacyReview>().AsNoTracking().SingleAsync(row => row.VersionId == id);
            context.Add(ReleaseClearance.Of(review, Staff.Of(0, Staff.Liaison), review.SignedAt!.Value));
            await context.SaveChangesAsync();
        }

        var to = StateOf(state);
        await context.Set<ProductVersion>().Where(row => row.Id == id)
            .ExecuteUpdateAsync(row => row.SetProperty(v => v.State, to));
        await transaction.CommitAsync();
        return version;
    }

    /// <summary>What a release leaves, for steps that look at it: a publication, an end, the current version.</summary>
    async Task AddPublicationAsync(AccessContext context, Guid id)
    {
        var version = await context.Set<ProductVersion>().AsNoTracking().SingleAsync(row => row.Id == id);
        var now = host.Clock.GetUtcNow().UtcDateTime;
        var publication = new Publication
        {
            Id = Guid.NewGuid(),
            ProductId = version.ProductId,
            VersionId = id,
            OriginatorId = version.OriginatorId,
            EffectiveAt = now,
            ReleasedById = Staff.Of(0, Staff.Liaison),
            ReasonForRelease = DraftScene.Reason,
            AudienceSnapshotHash = ContentDigest.Of([version.OriginatorId]),
            CreatedAt = now,
            UpdatedAt = now,
        };
        context.AddRange(
            publication, new PublicationList { PublicationId = publication.Id, ListId = RowIds.List(0, 0) });
        await context.SaveChangesAsync();
        await context.Set<ProductVersion>().Where(row => row.Id == id)
            .ExecuteUpdateAsync(row => row.SetProperty(v => v.ValidUntil, now.AddMinutes(1)));
        await context.Set<Product>().Where(row => row.Id == version.ProductId)
            .ExecuteUpdateAsync(row => row.SetProperty(product => product.CurrentVersionId, id));
    }

    static IEnumerable<(string Step, string State, string Role, string Outcome)> Expected()
    {
        var (step, roles) = ("", Array.Empty<string>());
        foreach (var line in Repository.Text(File).Split('\n'))
        {
            var cells = line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray();
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                (step, roles) = (line[3..].Trim(), []);
            }
            else if (step.Length > 0 && roles.Length == 0 && cells.Length > 1)
            {
                roles = cells[1..];
            }
            else if (step.Length > 0 && cells.Length > 1 && !cells[0].StartsWith('-'))
            {
                for (var i = 0; i < roles.Length; i++)
                {
                    yield return (step, cells[0], roles[i], cells[i + 1]);
                }
            }
        }
    }
}
