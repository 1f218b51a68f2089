using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Publishing;

/// <summary>
/// That a version is to be released, by somebody who may do that; what is left is to look whether it fits.
/// </summary>
/// <param name="Version">The version, as it was read.</param>
/// <param name="Step">How: as planned, or in an emergency.</param>
/// <param name="ReleasedById">Who releases it; of a scheduled release, who scheduled it.</param>
/// <param name="Reason">Why it goes to this audience.</param>
sealed record ReleaseOrder(ProductVersion Version, VersionStep Step, Guid ReleasedById, string Reason)
{
    /// <summary>The two persons of an emergency, of whom the director is the second; null: it is none.</summary>
    public EmergencyPersons? Emergency { get; init; }

    /// <summary>What who takes the step has to say to it; null: the reason.</summary>
    public string? Remark { get; init; }

    /// <summary>The version whose place it takes, as the one who releases it knows it; null: there is none.</summary>
    public Guid? Supersedes { get; init; }

    /// <summary>
    /// Whether it takes the place of whatever is in force: in an emergency, and when the clock releases what was
    /// scheduled while something else was in force.
    /// </summary>
    public bool TakesAnyPlace { get; init; }
}
