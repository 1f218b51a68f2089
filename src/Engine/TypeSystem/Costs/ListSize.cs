using System.Collections.Immutable;

namespace GraphApi.Engine.TypeSystem.Costs;

/// <summary>How long the list of a field is taken to be, as <c>@listSize</c> says it.</summary>
/// <param name="AssumedSize">The length where nothing else says it; null: 1.</param>
/// <param name="SlicingArguments">The arguments that bound it, by their number or by their own length.</param>
/// <param name="DefaultSize">The length where no slicing argument has a value; null: the assumed one.</param>
/// <param name="SizedFields">The fields below that are the list; empty: the field itself.</param>
/// <param name="RequiresOne">Whether exactly one slicing argument must have a value.</param>
/// <seealso href="https://ibm.github.io/graphql-specs/cost-spec.html#sec-The-List-Size-Directive"/>
sealed record ListSize(
    int? AssumedSize,
    ImmutableArray<InputValue> SlicingArguments,
    int? DefaultSize,
    ImmutableArray<string> SizedFields,
    bool RequiresOne)
{
    /// <summary>The length where no slicing argument has a value.</summary>
    public int SizeByDefault => (SlicingArguments.IsEmpty ? null : DefaultSize) ?? AssumedSize ?? 1;
}
