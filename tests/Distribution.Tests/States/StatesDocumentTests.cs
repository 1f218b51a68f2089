using GraphApi.Distribution.States;
using GraphApi.Harness;

namespace GraphApi.Distribution.Tests.States;

public sealed class StatesDocumentTests
{
    /// <summary>The page is read by those who answer for releases: no way changes without a difference in it.</summary>
    [Fact]
    public void The_page_says_what_the_tables_say() =>
        Snapshot.Match(Repository.PathOf("docs", "states.md"), StatesDocument.Write());
}
