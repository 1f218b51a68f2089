namespace GraphApi.Architecture.Tests;

/// <summary>What a test over files found wrong.</summary>
static class Findings
{
    /// <summary>Fails with all findings, a line each; passes where there is none.</summary>
    public static void None(IEnumerable<string> findings)
    {
        var found = findings.ToList();
        if (found.Count > 0)
        {
            Assert.Fail($"{found.Count} found:\n" + string.Join('\n', found));
        }
    }
}
