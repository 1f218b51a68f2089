using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Limits;

/// <summary>
/// Lists of introspection (<c>fields</c>, <c>interfaces</c>, <c>possibleTypes</c>, <c>inputFields</c>) nest at most two
/// deep: types refer to types, so that each further level multiplies the answer by the size of the schema.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema-Introspection"/>
sealed class IntrospectionDepth(ValidationContext context) : ValidationRule(context)
{
    const int MaxLists = 2;

    /// <summary>Nested lists in a fragment; 0 also for one that is being measured, so that cycles end.</summary>
    readonly Dictionary<string, int> _lists = [];

    public override void EnterField(FieldNode field)
    {
        var introspection = Context.Schema.Introspection;
        if (Context.Field is { } entry
            && (entry == introspection.Schema || entry == introspection.Type)
            && field.SelectionSet is not null
            && Measure(field.SelectionSet) > MaxLists)
        {
            Context.Abort("Maximum introspection depth exceeded", field);
        }
    }

    int Measure(SelectionSetNode set)
    {
        var lists = 0;
        foreach (var selection in set.Selections)
        {
            lists = Math.Max(lists, selection switch
            {
                FieldNode { SelectionSet: { } below } field => (IsList(field) ? 1 : 0) + Measure(below),
                InlineFragmentNode fragment => Measure(fragment.SelectionSet),
                FragmentSpreadNode spread => MeasureFragment(spread.Name.Value),
                _ => 0,
            });
        }

        return lists;
    }

    static bool IsList(FieldNode field) =>
        field.Name.Value is "fields" or "interfaces" or "possibleTypes" or "inputFields";

    int MeasureFragment(string name)
    {
        if (_lists.TryGetValue(name, out var known))
        {
            return known;
        }

        _lists[name] = 0;
        return _lists[name] = Context.FindFragment(name) is { } fragment ? Measure(fragment.SelectionSet) : 0;
    }
}
