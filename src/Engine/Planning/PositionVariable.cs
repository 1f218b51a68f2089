using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Planning;

/// <summary>
/// Finds the variable that does nothing in a subscription but say after which event it begins: it is the whole
/// <see cref="EventSource.PositionArgument"/> and is used nowhere else. What the events say does not depend on it.
/// </summary>
static class PositionVariable
{
    /// <summary>Its name; null: there is none.</summary>
    /// <param name="root">What is selected on the subscription root.</param>
    /// <param name="conditions">The variables that decide on <c>@skip</c> and <c>@include</c>.</param>
    public static string? Find(SelectionPlan root, IReadOnlySet<string> conditions)
    {
        if (root.Fields is not [{ Field.Binding: EventSource { PositionArgument: { } position } } field])
        {
            return null;
        }

        var candidate = field.Arguments.Planned
            .Where(argument => argument.Definition.Name == position)
            .Select(argument => argument.Literal)
            .OfType<VariableNode>()
            .FirstOrDefault();
        return candidate?.Name.Value is { } name && !conditions.Contains(name) && Uses(root, name) == 1 ? name : null;
    }

    static int Uses(SelectionPlan selection, string variable) => selection.Fields.Sum(field =>
        field.Arguments.Planned.Sum(argument => argument.Literal is { } literal ? Uses(literal, variable) : 0)
        + field.Selections.Sum(below => Uses(below, variable)));

    static int Uses(ValueNode value, string variable) => value switch
    {
        VariableNode node => node.Name.Value == variable ? 1 : 0,
        ListValueNode list => list.Values.Sum(item => Uses(item, variable)),
        ObjectValueNode node => node.Fields.Sum(field => Uses(field.Value, variable)),
        _ => 0,
    };
}
