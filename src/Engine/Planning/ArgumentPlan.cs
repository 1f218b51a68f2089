using GraphApi.Engine.Execution;

namespace GraphApi.Engine.Planning;

/// <summary>How the arguments of a selection come about: coerced once where they hold no variable, else a request.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#CoerceArgumentValues()"/>
public abstract class ArgumentPlan
{
    /// <summary>The arguments where they depend on no variable; null where they do.</summary>
    public abstract ArgumentValues? Constant { get; }

    /// <summary>The arguments of a request, or why they cannot be had.</summary>
    internal abstract bool TryCoerce(VariableValues variables, out ArgumentValues arguments, out string? error);
}
