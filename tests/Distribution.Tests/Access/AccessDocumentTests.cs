using GraphApi.Distribution.Access;
using GraphApi.Engine.TypeSystem;
using GraphApi.Harness;

namespace GraphApi.Distribution.Tests.Access;

public sealed class AccessDocumentTests
{
    static readonly Schema Schema = DistributionModule.CreateSchema();

    /// <summary>
    /// The page is read by those who answer for privacy: no rule changes, and no field comes, without a difference in
    /// it.
    /// </summary>
    [Fact]
    public void The_page_says_what_the_schema_and_the_policies_say() =>
        Snapshot.Match(Repository.PathOf("docs", "access.md"), AccessDocument.Write(Schema));

    [Fact]
    public void The_nine_kinds_of_principals_are_told_apart() =>
        Assert.Equal(9, Exemplar.All.Select(exemplar => exemplar.Code).Distinct().Count());

    [Fact]
    public void No_kind_of_principal_is_known_to_a_database() => Assert.All(
        Exemplar.All.Where(exemplar => exemplar.Viewer.IsAuthenticated),
        exemplar => Assert.Equal(DateTime.UnixEpoch, exemplar.Viewer.Now));
}
