using GraphApi.Distribution.Access;

namespace GraphApi.Distribution.AccessRecords;

/// <summary>
/// What one request has read so far, for one viewer: a use case may change what he may see, and what he read before
/// was read by the rights he had. Mutable.
/// </summary>
/// <param name="viewer">Who.</param>
sealed class ViewerReads(Viewer viewer)
{
    HashSet<RecordSubject>? _subjects;

    /// <summary>Who reads.</summary>
    public Viewer Viewer => viewer;

    /// <summary>The portions.</summary>
    public ContentReads Content { get; } = new();

    /// <summary>The rest, each once.</summary>
    public IReadOnlyCollection<RecordSubject> Subjects => _subjects ?? (IReadOnlyCollection<RecordSubject>)[];

    /// <summary>Adds what is no portion; once more is as good as once.</summary>
    public void Add(RecordSubject subject) => (_subjects ??= []).Add(subject);
}
