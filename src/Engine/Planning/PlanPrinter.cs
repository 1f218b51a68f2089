using System.Text;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Planning;

/// <summary>
/// Prints a plan: a line a field that takes a step, indented by level; what is read from memory is summed up.
/// </summary>
static class PlanPrinter
{
    public static string Print(OperationPlan plan)
    {
        var text = new StringBuilder();
        text.Append(plan.Operation.ToString().ToLowerInvariant());
        text.Append(plan.Name is null ? "" : " " + plan.Name).Append('\n');
        Print(plan.Root, 1, text);
        return text.ToString();
    }

    static void Print(SelectionPlan selection, int level, StringBuilder text)
    {
        var leaves = selection.Fields
            .Where(f => f.Step is null && f.Selections.IsEmpty)
            .Select(f => f.ResponseKey)
            .ToList();
        if (leaves.Count > 0)
        {
            text.Append(' ', level * 2).AppendJoin(' ', leaves).Append('\n');
        }

        foreach (var field in selection.Fields.Where(f => f.Step is not null || !f.Selections.IsEmpty))
        {
            text.Append(' ', level * 2).Append(field.ResponseKey);
            text.Append(field.Condition is null ? "" : " if " + field.Condition);
            text.Append(field.Step is null ? "" : " <- " + field.Step).Append('\n');
            foreach (var below in field.Selections.OrderBy(s => s.Type.Name, StringComparer.Ordinal))
            {
                var isAbstract = field.Field.Type.Named is not ObjectType;
                if (isAbstract)
                {
                    text.Append(' ', (level + 1) * 2).Append("on ").Append(below.Type.Name).Append('\n');
                }

                Print(below, isAbstract ? level + 2 : level + 1, text);
            }
        }
    }
}
