namespace GraphApi.Distribution.Demonstration;

/// <summary>What all makers of rows share: the plan, the point in time, and the mark of the batch.</summary>
sealed class SeedFrame
{
    /// <summary>
    /// The frame of a size; everything is dated back from <paramref name="now"/>, rounded down to the day.
    /// </summary>
    public SeedFrame(SeedSize size, DateTime now)
    {
        Size = size;
        Plan = SeedPlan.Of(size);
        Epoch = DateTime.SpecifyKind(now.Date, DateTimeKind.Utc);
        Batch = $"demonstration-{size}";
    }

    /// <summary>The size that is made.</summary>
    public SeedSize Size { get; }

    /// <summary>How many rows.</summary>
    public SeedPlan Plan { get; }

    /// <summary>Midnight UTC of the day the newest product is published on.</summary>
    public DateTime Epoch { get; }

    /// <summary>The mark that each row carries.</summary>
    public string Batch { get; }

    /// <summary>The day of <see cref="Epoch"/>.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Epoch);

    /// <summary>The day that many days before <see cref="Epoch"/>.</summary>
    public DateOnly DaysAgo(int days) => Today.AddDays(-days);

    /// <summary>When everything but products was made: before the first product.</summary>
    public DateTime Founded => Epoch.AddYears(-Plan.Years).AddDays(-90);
}
