using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Generation;

/// <summary>
/// Which field a condition or an order is about: <c>BookFilterInput.title</c> and <c>BookSortInput.title</c> are made
/// of <c>Book.title</c>. Whoever may not read the one must not use the others.
/// </summary>
public static class InputSources
{
    static readonly (string Suffix, string Mark)[] Kinds = [("FilterInput", "filterable"), ("SortInput", "sortable")];

    /// <summary>
    /// The field that a generated input field is made of; null for <c>and</c>, <c>or</c>, operators, arguments, and
    /// inputs that somebody wrote.
    /// </summary>
    /// <param name="schema">The schema that has the input field.</param>
    /// <param name="input">The argument or input field.</param>
    public static Field? Of(Schema schema, InputValue input)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(input);
        foreach (var (suffix, mark) in Kinds)
        {
            // A type with a marked field has a generated type of that name, so nobody can have written another.
            if (input.Coordinate == $"{TypeName(input, suffix)}{suffix}.{input.Name}"
                && schema.TypesByName.GetValueOrDefault(TypeName(input, suffix)) is ObjectType type
                && type.FieldsByName.TryGetValue(input.Name, out var field)
                && field.AppliedDirectives.Any(directive => directive.Name.Value == mark))
            {
                return field;
            }
        }

        return null;
    }

    static string TypeName(InputValue input, string suffix) =>
        input.Coordinate.Length > suffix.Length + input.Name.Length + 1
            ? input.Coordinate[..^(suffix.Length + input.Name.Length + 1)]
            : "";
}
