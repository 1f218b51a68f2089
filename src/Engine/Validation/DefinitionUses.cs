using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation;

/// <summary>What one operation or fragment uses itself, without the fragments it spreads. Filled by the walk.</summary>
sealed class DefinitionUses
{
    /// <summary>The fragments it spreads, in the order of the source.</summary>
    public List<FragmentSpreadNode> Spreads { get; } = [];

    /// <summary>The variables it uses, in the order of the source.</summary>
    public List<VariableUsage> Variables { get; } = [];
}
