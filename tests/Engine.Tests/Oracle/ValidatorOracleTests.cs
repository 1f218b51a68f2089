using GraphApi.Engine.Tests.Language;
using GraphApi.Engine.Tests.Validation;
using GraphApi.Engine.Validation;

namespace GraphApi.Engine.Tests.Oracle;

public sealed class ValidatorOracleTests
{
    static readonly EngineOptions Options = new()
    {
        MaxValidationErrors = 10_000,
        MaxFragmentVisits = 100_000,
        MaxDepth = 1_000,
        MaxMutationFields = int.MaxValue,
        MaxFieldMergeComparisons = int.MaxValue,
    };

    /// <summary>What must agree: each message at its places; of conflicts and cycles only that there is one.</summary>
    static List<string> Comparable(IEnumerable<JudgedError> errors) =>
        [.. errors.Select(Comparable).Distinct().Order(StringComparer.Ordinal)];

    static string Comparable(JudgedError error)
    {
        // Which of many conflicts, and which spread of many in a cycle, is found first is an affair of the algorithm.
        if (error.Message.Contains("conflict because", StringComparison.Ordinal))
        {
            return "(fields conflict)";
        }

        if (error.Message.Contains("within itself", StringComparison.Ordinal))
        {
            return "(fragments form a cycle)";
        }

        // Version 17 puts spaces inside the braces of an object value, and names the type of a list whole; so do we.
        return $"{error.Message} {error.Locations}"
            .Replace("{ ", "{", StringComparison.Ordinal)
            .Replace(" }", "}", StringComparison.Ordinal)
            .Replace("!\", found [", "\", found [", StringComparison.Ordinal);
    }

    /// <summary>The rule on conditions at the root of a subscription is newer than the version that judges.</summary>
    static bool IsNewer(JudgedError error) => error.Message.Contains("`@skip`", StringComparison.Ordinal);

    [Fact]
    public async Task Documents_have_the_same_errors_in_the_same_words_at_the_same_places()
    {
        var documents = Enumerable.Range(0, 2_000)
            .Select(seed => new QueryGenerator(PetSchema.Schema, seed).Document())
            .ToList();
        var judged = await DocumentJudge.ValidateAsync(PetSchema.SdlWithoutInternals, documents);
        var valid = 0;
        var differences = new List<string>();
        for (var i = 0; i < documents.Count; i++)
        {
            if (judged[i] is not { } theirs)
            {
                continue;
            }

            var ours = Validator.Validate(PetSchema.Schema, Tree.Parse(documents[i]), Options)
                .Select(JudgedError.Of)
                .ToList();
            if (ours.Exists(IsNewer))
            {
                continue;
            }

            var (expected, actual) = (Comparable(theirs), Comparable(ours));
            valid += actual.Count == 0 ? 1 : 0;
            if (!expected.SequenceEqual(actual))
            {
                differences.Add(
                    $"seed {i}: {documents[i]}\ngraphql-js alone:\n{string.Join('\n', expected.Except(actual))}\n"
                    + "we alone:\n" + string.Join('\n', actual.Except(expected)));
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count}\n{string.Join("\n\n", differences.Take(10))}");

        // The comparison says nothing of what is valid unless enough is.
        Assert.InRange(valid, documents.Count / 10, documents.Count);
    }
}
