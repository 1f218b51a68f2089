using GraphApi.Engine.Execution;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Planning.Inputs;

/// <summary>
/// The arguments and input fields of a schema that not every caller may use, and the input types whose values can hold
/// one, however deep. Worked out once a schema.
/// </summary>
sealed class GuardedInputs
{
    readonly HashSet<InputValue> _guarded;
    readonly HashSet<InputObjectType> _holders = [];

    GuardedInputs(HashSet<InputValue> guarded, IReadOnlyList<InputObjectType> types)
    {
        _guarded = guarded;
        int known;
        do
        {
            // Types refer to each other and to themselves: done when a round finds nothing new.
            known = _holders.Count;
            _holders.UnionWith(types.Where(type =>
                type.Fields.Any(field => _guarded.Contains(field) || CanHold(field.Type))));
        }
        while (_holders.Count > known);
    }

    /// <summary>Asks for every argument and input field; null: none is guarded.</summary>
    public static GuardedInputs? Of(Schema schema, FieldAuthorizer? authorizer)
    {
        if (authorizer is null)
        {
            return null;
        }

        var types = schema.Types.OfType<InputObjectType>().ToList();
        var guarded = schema.Types.OfType<ObjectType>()
            .SelectMany(type => type.Fields)
            .SelectMany(field => field.Arguments)
            .Concat(types.SelectMany(type => type.Fields))
            .Where(authorizer.GuardsInput)
            .ToHashSet();
        return guarded.Count == 0 ? null : new GuardedInputs(guarded, types);
    }

    /// <summary>Whether an argument or input field is guarded.</summary>
    public bool IsGuarded(InputValue input) => _guarded.Contains(input);

    /// <summary>Whether a value of the type can hold a guarded input field.</summary>
    public bool CanHold(GraphQLType type) => type.Named is InputObjectType input && _holders.Contains(input);
}
