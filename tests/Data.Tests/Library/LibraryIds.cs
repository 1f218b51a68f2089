using System.Text.Json;
using GraphApi.Data.Bindings;

namespace GraphApi.Data.Tests.Library;

static class LibraryIds
{
    public static Guid KeyOf(JsonElement id)
    {
        Assert.True(NodeIds.TryParse(id.GetString(), out _, out var key));
        return key;
    }
}
