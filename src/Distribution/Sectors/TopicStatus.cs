namespace GraphApi.Distribution.Sectors;

/// <summary>Whether a topic is in use.</summary>
enum TopicStatus
{
    /// <summary>In use.</summary>
    Current,

    /// <summary>Kept for older products; its successor is in use.</summary>
    Historical,
}
