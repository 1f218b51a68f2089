using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Fields;

/// <summary>Compares arguments and values as written, where the order of arguments and object fields does not count.</summary>
static class SameValues
{
    /// <summary>Whether two fields are given the same arguments.</summary>
    public static bool AreSame(ImmutableArray<ArgumentNode> a, ImmutableArray<ArgumentNode> b) =>
        a.Length == b.Length
        && a.All(one => b.FirstOrDefault(other => other.Name.Value == one.Name.Value) is { } other
            && AreSame(one.Value, other.Value));

    static bool AreSame(ValueNode a, ValueNode b) => (a, b) switch
    {
        (VariableNode one, VariableNode other) => one.Name.Value == other.Name.Value,
        (IntValueNode one, IntValueNode other) => one.Value == other.Value,
        (FloatValueNode one, FloatValueNode other) => one.Value == other.Value,
        (StringValueNode one, StringValueNode other) => one.Value == other.Value && one.IsBlock == other.IsBlock,
        (BooleanValueNode one, BooleanValueNode other) => one.Value == other.Value,
        (EnumValueNode one, EnumValueNode other) => one.Value == other.Value,
        (NullValueNode, NullValueNode) => true,
        (ListValueNode one, ListValueNode other) =>
            one.Values.Length == other.Values.Length && one.Values.Zip(other.Values, AreSame).All(same => same),
        (ObjectValueNode one, ObjectValueNode other) => AreSame(one.Fields, other.Fields),
        _ => false,
    };

    static bool AreSame(ImmutableArray<ObjectFieldNode> a, ImmutableArray<ObjectFieldNode> b)
    {
        if (a.Length != b.Length)
        {
            return false;
        }

        var sortedA = a.OrderBy(field => field.Name.Value, StringComparer.Ordinal);
        var sortedB = b.OrderBy(field => field.Name.Value, StringComparer.Ordinal);
        return sortedA.Zip(sortedB).All(pair =>
            pair.First.Name.Value == pair.Second.Name.Value && AreSame(pair.First.Value, pair.Second.Value));
    }
}
