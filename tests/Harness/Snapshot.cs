namespace GraphApi.Harness;

/// <summary>
/// Text that is kept in a file beside its test and reviewed as code. A file that is missing is written and reported, on
/// CI it is a failure. To accept what changed, run the tests with <c>UPDATE_SNAPSHOTS=1</c> and read the difference.
/// </summary>
static class Snapshot
{
    static readonly Lock OneWriter = new();

    static bool Updates => Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    static bool IsCi => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));

    /// <summary>Compares a text with the file; ends of lines and the last one do not matter.</summary>
    /// <param name="file">The path of the snapshot.</param>
    /// <param name="actual">What the test found.</param>
    public static void Match(string file, string actual)
    {
        actual = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        lock (OneWriter)
        {
            Settle(file, actual);
        }
    }

    static void Settle(string file, string actual)
    {
        var name = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
        if (File.Exists(file))
        {
            var expected = File.ReadAllText(file).ReplaceLineEndings("\n");
            if (expected == actual)
            {
                return;
            }

            if (!Updates)
            {
                Assert.Fail($"{name} differs, UPDATE_SNAPSHOTS=1 accepts it.\n{FirstDifference(expected, actual)}");
            }
        }
        else if (IsCi && !Updates)
        {
            Assert.Fail($"{name} is missing. Run the test outside CI and commit the file.");
        }

        File.WriteAllText(file, actual);
        TestContext.Current.AddWarning($"{name} was written.");
    }

    static string FirstDifference(string expected, string actual)
    {
        var (before, now) = (expected.Split('\n'), actual.Split('\n'));
        var line = 0;
        while (line < before.Length && line < now.Length && before[line] == now[line])
        {
            line++;
        }

        return $"Line {line + 1}, expected: {LineOf(before, line)}\nLine {line + 1}, actual:   {LineOf(now, line)}";
    }

    static string LineOf(string[] lines, int line) => line < lines.Length ? lines[line] : "(the end)";
}
