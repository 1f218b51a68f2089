using System.Globalization;
using GraphApi.Data.Bindings;
using GraphApi.Engine.Language;

namespace GraphApi.Data.Generation;

/// <summary>What <c>@connection</c> says at a field.</summary>
static class ConnectionUse
{
    /// <summary>The name its types begin with: what the directive says, or the field's own.</summary>
    public static string Name(FieldUse use) =>
        Argument(use, "name") is StringValueNode { Value: { Length: > 0 } name }
            ? name
            : char.ToUpperInvariant(use.Name[0]) + use.Name[1..];

    /// <summary>The most rows of a page; null: as everywhere.</summary>
    public static int? MaxPageSize(FieldUse use) =>
        Argument(use, "maxPageSize") is IntValueNode size
        && int.TryParse(size.Value, CultureInfo.InvariantCulture, out var max)
        && max > 0
            ? max
            : null;

    static ValueNode? Argument(FieldUse use, string name) =>
        use.Connection?.Arguments.FirstOrDefault(a => a.Name.Value == name)?.Value;
}
