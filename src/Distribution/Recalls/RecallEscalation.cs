namespace GraphApi.Distribution.Recalls;

/// <summary>Who is told that a recipient of a recall did not answer in time.</summary>
enum RecallEscalation
{
    /// <summary>The liaison of his organization.</summary>
    Organization,

    /// <summary>The center, a day later, or at once where he belongs to no organization.</summary>
    Center,
}
