using System.Text.Json;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Tests.Drafting;
using GraphApi.Harness;

namespace GraphApi.Distribution.Tests.PrivacyReviews;

/// <summary>
/// Every standing, step and role of <c>review-steps.md</c>, which is written by hand from what is promised, against the
/// use cases.
/// </summary>
public sealed class ReviewStepsTests(SqliteHost host) : IClassFixture<SqliteHost>
{
    const string File = "tests/Distribution.Tests/PrivacyReviews/review-steps.md";
    const string WritingSupervisor = "writing supervisor";

    static readonly Dictionary<string, string> Principals = new()
    {
        ["author"] = DraftScene.Author,
        ["colleague"] = DraftScene.Colleague,
        ["supervisor"] = DraftScene.Supervisor,
        ["director"] = DraftScene.Director,
        ["officer"] = DraftScene.PrivacyOfficer,
        [WritingSupervisor] = DraftScene.Supervisor,
        ["analyst elsewhere"] = "analyst-elsewhere",
        ["partner"] = "partner-law-enforcement",
        ["administrator"] = "administrator, stepped up",
    };

    readonly ReviewScene _scene = new(host);

    public static TheoryData<string> Steps => [.. Expected().Select(cell => cell.Step).Distinct()];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Every_role_takes_the_step_from_where_the_table_says(string step)
    {
        var cells = Expected().Where(cell => cell.Step == step).ToList();
        var actual = new List<string>();
        foreach (var alike in cells.GroupBy(cell => (cell.Standing, IsWriter: cell.Role == WritingSupervisor)))
        {
            Guid? review = null;
            foreach (var cell in alike)
            {
                review ??= await _scene.MakeAsync(
                    cell.Standing, isBlocking: step == "concurWithChanges", alike.Key.IsWriter);
                var outcome = await TakeAsync(Principals[cell.Role], step, review.Value);
                actual.Add($"{cell.Standing} {cell.Role}: {outcome}");
                review = outcome == "done" ? null : review;
            }
        }

        Assert.Equal(
            cells.Select(cell => $"{cell.Standing} {cell.Role}: {cell.Outcome}").Order(StringComparer.Ordinal),
            actual.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_table_allows_what_the_life_of_a_review_allows()
    {
        var done = Expected().Where(cell => cell.Outcome == "done")
            .Select(cell => (cell.Standing, cell.Step)).ToHashSet();
        var allowed = ReviewLife.Transitions
            .Where(way => way.From is not null
                && way.Step is not (ReviewStep.Void or ReviewStep.Request or ReviewStep.RecommendRecall))
            .Select(way => (NameOf(way.From!.Value), MutationOf(way.Step)))
            .ToHashSet();
        Assert.Equal(allowed.Order(), done.Order());
    }

    static string NameOf(ReviewStanding standing) => JsonNamingPolicy.SnakeCaseUpper.ConvertName($"{standing}");

    static string MutationOf(ReviewStep step) => step switch
    {
        ReviewStep.Assign or ReviewStep.Escalate or ReviewStep.Decide =>
            JsonNamingPolicy.CamelCase.ConvertName($"{step}Review"),
        _ => JsonNamingPolicy.CamelCase.ConvertName($"{step}"),
    };

    async Task<string> TakeAsync(string who, string step, Guid review)
    {
        var response = await _scene.TakeAsync(who, step, review, await _scene.MoreAsync(step, review));
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
                _ => errors[0].GetProperty("message").GetString()!,
            }
            : "done";
    }

    static IEnumerable<(string Step, string Standing, string Role, string Outcome)> Expected()
    {
        var (step, roles) = ("", Array.Empty<string>());
        foreach (var line in Repository.Text(File).Split('\n'))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                (step, roles) = (line[3..].Trim(), []);
            }
            else if (step.Length > 0 && line.StartsWith('|') && !line.StartsWith("|---", StringComparison.Ordinal))
            {
                var cells = line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray();
                if (roles.Length == 0)
                {
                    roles = cells[1..];
                    continue;
                }

                for (var i = 0; i < roles.Length; i++)
                {
                    yield return (step, cells[0], roles[i], cells[i + 1]);
                }
            }
        }
    }
}
