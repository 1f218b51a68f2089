namespace GraphApi.Distribution.Demonstration;

/// <summary>The three sets of demonstration data.</summary>
public enum SeedSize
{
    /// <summary>For tests: four centers, sixty products.</summary>
    S,

    /// <summary>For trying the server out: eighty centers, four thousand products of one year.</summary>
    M,

    /// <summary>For load: eighty centers, a hundred thousand products of four years.</summary>
    L,
}
