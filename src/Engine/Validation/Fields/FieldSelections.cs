using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Validation.Fields;

/// <summary>A field is one of the type it is selected on.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Field-Selections"/>
sealed class FieldSelections(ValidationContext context) : ValidationRule(context)
{
    public override void EnterField(FieldNode field)
    {
        if (Context.ParentType is not { } type || Context.Field is not null)
        {
            return;
        }

        var name = field.Name.Value;
        var suggestion = Context.Options.Suggestions
            ? NameSuggestions.Sentence(TypesWithField(type, name), "to use an inline fragment on")
            : string.Empty;
        if (suggestion.Length == 0 && type is ComplexType complex)
        {
            suggestion = Context.Suggest(name, Context.Caller.FieldNames(complex));
        }

        Context.Report($"Cannot query field \"{name}\" on type \"{type}\".{suggestion}", field);
    }

    /// <summary>
    /// The types a value of an abstract type can be that have the field, as far as the caller is shown them, those
    /// first that most of them share; none for an object type.
    /// </summary>
    IReadOnlyList<string> TypesWithField(NamedType type, string field)
    {
        if (type is ObjectType
            || Context.Caller.Of(Context.Schema) is not { } schema
            || schema.ClientTypesByName.GetValueOrDefault(type.Name) is not { } shown)
        {
            return [];
        }

        var uses = new Dictionary<ComplexType, int>();
        foreach (var possible in schema.GetPossibleTypes(shown).Where(t => t.FieldsByName.ContainsKey(field)))
        {
            uses[possible] = 1;
            foreach (var implemented in possible.Interfaces.Where(t => t.FieldsByName.ContainsKey(field)))
            {
                uses[implemented] = uses.GetValueOrDefault(implemented) + 1;
            }
        }

        return
        [
            .. uses.OrderByDescending(use => use.Value)
                .ThenByDescending(use => uses.Keys.Count(other => other.Interfaces.Contains(use.Key)))
                .ThenBy(use => use.Key.Name, StringComparer.Ordinal)
                .Select(use => use.Key.Name),
        ];
    }
}
