using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Sectors;

/// <summary>The fields of <c>Topic</c>.</summary>
sealed class TopicFields : EntityFields<Topic>
{
    public TopicFields()
    {
        OrderBy(topic => topic.Name);
    }
}
