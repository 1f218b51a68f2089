using System.Diagnostics;

namespace GraphApi.Server.Tests.Fuzzing;

/// <summary>
/// Makes inputs and judges them: a bounded number in the tests, and as many as fit into <c>FUZZ_SECONDS</c> where that
/// is set (<c>bench/fuzz</c>). An input that fails is shrunk, written to a file, and named with its seed.
/// </summary>
/// <param name="name">What is fed with it.</param>
/// <param name="seed">Makes the same inputs for the same number; null: another one each time.</param>
sealed class FuzzRun(string name, int? seed)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly int _seed = seed ?? (Number("FUZZ_SEED") ?? Random.Shared.Next());

    /// <summary>The seeds of a test: the same each time and another one each time; in a long run one of them.</summary>
    public static TheoryData<int?> Seeds
    {
        get
        {
            var seeds = new TheoryData<int?>();
            if (!IsLong)
            {
                seeds.Add(1);
            }

            seeds.Add((int?)null);
            return seeds;
        }
    }

    static bool IsLong => Number("FUZZ_SECONDS") is not null;

    /// <summary>Feeds inputs until there are enough, and fails with the first that is judged wrong.</summary>
    /// <param name="count">How many in a bounded run.</param>
    /// <param name="make">Makes an input.</param>
    /// <param name="judge">What is wrong with what came of it; null: nothing.</param>
    public async Task RunAsync(int count, Func<Random, string> make, Func<string, Task<string?>> judge)
    {
        var clock = Stopwatch.StartNew();
        var limit = TimeSpan.FromSeconds(Number("FUZZ_SECONDS") ?? 0);
        var fed = 0;
        while (IsLong ? clock.Elapsed < limit : fed < count)
        {
            var input = make(new Random(unchecked((_seed * 7_919) + fed)));
            if (IsLong)
            {
                // What ends the whole process cannot be told afterwards.
                await File.WriteAllTextAsync(FileOf("last"), Visible(input), TestContext.Current.CancellationToken);
            }

            if (await ProblemAsync(input, judge) is { } problem)
            {
                await FailAsync(input, fed, problem, judge);
            }

            fed++;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {fed} inputs, seed {_seed}");
        if (IsLong)
        {
            await Console.Out.WriteLineAsync($"{name}: {fed} inputs, seed {_seed}");
        }
    }

    async Task FailAsync(string input, int number, string problem, Func<string, Task<string?>> judge)
    {
        var small = await ShrinkAsync(input, judge);
        var file = FileOf("failure");
        await File.WriteAllTextAsync(file, Visible(small), TestContext.Current.CancellationToken);
        Assert.Fail($"{name}, seed {_seed}, input {number}: {problem}\nShrunk input in {file}:\n{Visible(small)}");
    }

    /// <summary>Leaves away what can be left away, half of the rest after half, while it still fails.</summary>
    static async Task<string> ShrinkAsync(string input, Func<string, Task<string?>> judge)
    {
        var clock = Stopwatch.StartNew();
        for (var size = input.Length / 2; size > 0 && clock.Elapsed < Patience; size /= 2)
        {
            for (var at = 0; at + size <= input.Length && clock.Elapsed < Patience;)
            {
                var shorter = input.Remove(at, size);
                if (await ProblemAsync(shorter, judge) is null)
                {
                    at += size;
                }
                else
                {
                    input = shorter;
                }
            }
        }

        return input;
    }

    static async Task<string?> ProblemAsync(string input, Func<string, Task<string?>> judge)
    {
        try
        {
            return await Task.Run(() => judge(input)).WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            return $"No answer within {Patience.TotalSeconds} seconds.";
        }
        catch (OperationCanceledException) when (TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // any exception at all is what is looked for
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception.ToString();
        }
    }

    /// <summary>What is not printable ASCII as its code, so that half of a pair can be written too.</summary>
    static string Visible(string text) => string.Concat(text.Select(c =>
        c is '\n' or (>= ' ' and <= '~') ? c.ToString() : $"\\u{(int)c:x4}"));

    string FileOf(string what)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "fuzz")).FullName;
        return Path.Combine(folder, $"{name.Replace(' ', '-')}-{what}.txt");
    }

    static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : null;
}
