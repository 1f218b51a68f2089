using GraphApi.Distribution.Jurisdictions;
using GraphApi.Distribution.Reference;
using GraphApi.Distribution.Sectors;
using GraphApi.Distribution.Tests.Demonstration;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Reference;

public sealed class ReferenceRowsTests
{
    [Fact]
    public void Sixteen_sectors_are_valid_and_two_former_ones_name_their_successor()
    {
        var rows = ReferenceRows.Sectors().ToList();
        Assert.Equal(16, rows.Count(row => row is { ValidUntil: null, SuccessorId: null, MispCode: not null }));
        Assert.Equal(2, rows.Count(row => row.ValidUntil is not null && rows.Any(next => next.Id == row.SuccessorId)));
        var niem = rows.SelectMany(row => row.NiemCodes).ToList();
        Assert.Equal(niem.Count, niem.Distinct().Count());
    }

    [Fact]
    public void Fifty_states_a_district_and_five_territories_have_codes_of_their_own()
    {
        var rows = ReferenceRows.Jurisdictions().ToList();
        Assert.Equal(
            (50, 1, 5),
            (rows.Count(row => row.Kind == JurisdictionKind.State),
                rows.Count(row => row.Kind == JurisdictionKind.District),
                rows.Count(row => row.Kind == JurisdictionKind.Territory)));
        Assert.Equal(56, rows.DistinctBy(row => row.FipsCode).Count());
        Assert.Equal(56, rows.DistinctBy(row => row.PostalCode).Count());
        Assert.Equal(rows.Select(row => row.FipsCode).Order(StringComparer.Ordinal), rows.Select(row => row.FipsCode));
    }

    [Fact]
    public void A_topic_stands_behind_its_parent_and_its_successor()
    {
        var seen = new HashSet<Guid>();
        Assert.All(ReferenceRows.Topics(), topic =>
        {
            Assert.True(topic.ParentId is not { } parent || seen.Contains(parent), topic.Code);
            Assert.True(topic.SuccessorId is not { } successor || seen.Contains(successor), topic.Code);
            seen.Add(topic.Id);
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Loading_twice_adds_what_is_missing_and_changes_nothing(bool postgres)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var scratch = await ScratchDatabase.CreateAsync(postgres);
        await using var context = scratch.Open();
        await ReferenceLoader.EnsureAsync(context, cancellation);
        await context.Set<Sector>().Where(row => row.Code == "DAMS")
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, "Renamed"), cancellation);
        await context.Set<Jurisdiction>().Where(row => row.FipsCode == "06").ExecuteDeleteAsync(cancellation);

        await ReferenceLoader.EnsureAsync(context, cancellation);

        Assert.Equal(18, await context.Set<Sector>().CountAsync(cancellation));
        var dams = await context.Set<Sector>().SingleAsync(row => row.Code == "DAMS", cancellation);
        Assert.Equal("Renamed", dams.Name);
        Assert.Equal(56, await context.Set<Jurisdiction>().CountAsync(cancellation));
    }
}
