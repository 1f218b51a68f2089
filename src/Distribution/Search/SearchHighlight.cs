using GraphApi.Data.Searching;
using GraphApi.Distribution.AccessRecords;

namespace GraphApi.Distribution.Search;

/// <summary>A passage of a portion, which is content as the portion is.</summary>
/// <param name="match">The portion.</param>
/// <param name="passage">The passage.</param>
sealed class SearchHighlight(PortionMatch match, Passage passage) : IRecordedContent
{
    /// <summary>The passage as it stands in the portion.</summary>
    public string Text => passage.Text;

    /// <summary>Where it begins there, in UTF-16 code units.</summary>
    public int Start => passage.Start;

    /// <summary>What was found in it.</summary>
    public IReadOnlyList<PassageRange> Ranges => passage.Ranges;

    /// <inheritdoc/>
    public Guid VersionId => match.VersionId;

    /// <inheritdoc/>
    public Guid OriginatorId => match.OriginatorId;

    /// <inheritdoc/>
    public int Ordinal => match.Ordinal;
}
