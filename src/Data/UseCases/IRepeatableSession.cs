namespace GraphApi.Data.UseCases;

/// <summary>A session whose use cases are done once, however often a caller repeats his request.</summary>
public interface IRepeatableSession
{
    /// <summary>
    /// The mutation field that runs next; null: the request came without a key, and is done as often as it comes.
    /// </summary>
    RepeatableField? Field { get; set; }
}
