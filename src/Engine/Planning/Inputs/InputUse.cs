using System.Collections.Immutable;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Planning.Inputs;

/// <summary>
/// A place in an operation where a guarded input is used, or may be, as the value of a variable decides.
/// </summary>
/// <param name="Conditions">When the field is executed: all are met.</param>
/// <param name="Location">Where it stands in the document.</param>
/// <param name="Input">The guarded input whose value stands here; null: it is none that is guarded.</param>
/// <param name="Variable">The variable that stands here; null: a literal does.</param>
/// <param name="Held">The type of the variable's value where that can hold guarded inputs; else null.</param>
sealed record InputUse(
    ImmutableArray<InclusionCondition> Conditions,
    Location Location,
    InputValue? Input,
    string? Variable,
    GraphQLType? Held)
{
    /// <summary>Whether the field that the value is for is executed in a request with these variables.</summary>
    public bool IsExecuted(VariableValues variables)
    {
        foreach (var condition in Conditions)
        {
            if (!condition.IsMet(variables))
            {
                return false;
            }
        }

        return true;
    }
}
