using GraphApi.Distribution.AccessRecords;

namespace GraphApi.Distribution.Tests.AccessRecords;

public sealed class PortionSetTests
{
    [Theory]
    [InlineData]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(0, 1, 7, 8, 62, 63, 64, 65, 127, 128, 129, 191, 192, 255, 256, 1_000)]
    [InlineData(1_000, 3, 64, 64, 3)]
    public void Ordinals_come_back_ascending_and_once_however_many_there_are(params int[] ordinals)
    {
        var set = default(PortionSet);
        foreach (var ordinal in ordinals)
        {
            set.Add(ordinal);
        }

        Assert.Equal(ordinals.Distinct().Order(), PortionSet.Ordinals(set.ToBytes()));
        Assert.Equal(ordinals.Length == 0, set.IsEmpty);
    }

    [Fact]
    public void All_of_many_portions_are_kept()
    {
        var set = default(PortionSet);
        for (var ordinal = 0; ordinal < 300; ordinal++)
        {
            set.Add(ordinal);
        }

        Assert.Equal(Enumerable.Range(0, 300), PortionSet.Ordinals(set.ToBytes()));
        Assert.Equal(38, set.ToBytes().Length);
    }

    [Fact]
    public void The_least_significant_bit_of_the_first_byte_is_the_first_portion_and_no_byte_at_the_end_is_zero()
    {
        var set = default(PortionSet);
        set.Add(0);
        set.Add(9);
        set.Add(66);
        Assert.Equal([1, 2, 0, 0, 0, 0, 0, 0, 4], set.ToBytes());
        Assert.Empty(default(PortionSet).ToBytes());
    }
}
