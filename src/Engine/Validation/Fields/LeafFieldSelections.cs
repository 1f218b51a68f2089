using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Fields;

/// <summary>A field of a scalar or enum has no selection set; any other field has one.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Leaf-Field-Selections"/>
sealed class LeafFieldSelections(ValidationContext context) : ValidationRule(context)
{
    public override void EnterField(FieldNode field)
    {
        if (Context.Type is not { } type)
        {
            return;
        }

        var name = field.Name.Value;
        if (!type.IsLeaf && field.SelectionSet is null)
        {
            var hint = Context.Options.Suggestions ? $" Did you mean \"{name} {{ ... }}\"?" : string.Empty;
            Context.Report(
                $"Field \"{name}\" of type \"{type}\" must have a selection of subfields.{hint}",
                Context.Field,
                field);
        }
        else if (type.IsLeaf && field.SelectionSet is not null)
        {
            Context.Report(
                $"Field \"{name}\" must not have a selection since type \"{type}\" has no subfields.",
                Context.Field,
                field.SelectionSet);
        }
    }
}
