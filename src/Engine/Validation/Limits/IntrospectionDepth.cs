using GraphApi.Engine.Errors;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation.Limits;

/// <summary>
/// Lists of introspection (<c>fields</c>, <c>interfaces</c>, <c>possibleTypes</c>, <c>inputFields</c>) nest at most two
/// deep: types refer to types, so that each further level multiplies the answer by the size of the schema. Its
/// <c>ofType</c> nests at most 16 deep. A fragment is measured once.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema-Introspection"/>
sealed class IntrospectionDepth(ValidationContext context) : ValidationRule(context)
{
    const int MaxLists = 2;
    const int MaxWrappers = 16;

    /// <summary>What a fragment nests; nothing also for one that is being measured, so that cycles end.</summary>
    readonly Dictionary<string, Nesting> _fragments = [];

    public override void EnterField(FieldNode field)
    {
        var introspection = Context.Schema.Introspection;
        if (Context.Field is not { } entry
            || (entry != introspection.Schema && entry != introspection.Type)
            || field.SelectionSet is null)
        {
            return;
        }

        var nesting = Measure(field.SelectionSet);
        if (nesting.Lists > MaxLists || nesting.Wrappers > MaxWrappers)
        {
            Context.Abort(new GraphQLError(
                $"Maximum introspection depth exceeded: lists nest at most {MaxLists} deep and ofType {MaxWrappers}. "
                + "Ask for a type by its name.",
                ErrorCode.IntrospectionTooDeep,
                field.Location));
        }
    }

    Nesting Measure(SelectionSetNode set)
    {
        var nesting = default(Nesting);
        foreach (var selection in set.Selections)
        {
            Context.Work++;
            nesting = nesting.Or(selection switch
            {
                FieldNode { SelectionSet: { } below } field => Measure(below).Below(field.Name.Value),
                InlineFragmentNode fragment => Measure(fragment.SelectionSet),
                FragmentSpreadNode spread => MeasureFragment(spread.Name.Value),
                _ => default,
            });
        }

        return nesting;
    }

    Nesting MeasureFragment(string name)
    {
        if (_fragments.TryGetValue(name, out var known))
        {
            return known;
        }

        _fragments[name] = default;
        return _fragments[name] = Context.FindFragment(name) is { } fragment ? Measure(fragment.SelectionSet) : default;
    }

    /// <summary>The most lists, and the most <c>ofType</c>, on any way down.</summary>
    readonly record struct Nesting(int Lists, int Wrappers)
    {
        public Nesting Or(Nesting other) => new(Math.Max(Lists, other.Lists), Math.Max(Wrappers, other.Wrappers));

        public Nesting Below(string field) => field switch
        {
            "fields" or "interfaces" or "possibleTypes" or "inputFields" => this with { Lists = Lists + 1 },
            "ofType" => this with { Wrappers = Wrappers + 1 },
            _ => this,
        };
    }
}
