namespace GraphApi.Engine;

/// <summary>What an operation costs, worked out of its plan and its coerced variables before it runs.</summary>
/// <param name="FieldCost">
/// The work: the weights of all fields, arguments and input fields, each as often as it may come up.
/// </param>
/// <param name="TypeCost">
/// The size of the answer: the weights of all objects that may come up, the root included.
/// </param>
/// <remarks>
/// Both are at least 0 and at most <see cref="Most"/>, which stands for everything beyond it. Two documents that ask
/// for the same cost the same: whether a value is written in the document or in a variable makes no difference, so that
/// no multiplier for variables, as HotChocolate has one, is needed.
/// </remarks>
/// <seealso href="https://ibm.github.io/graphql-specs/cost-spec.html#sec-Field-Cost"/>
public readonly record struct OperationCost(double FieldCost, double TypeCost)
{
    /// <summary>The highest cost there is, 2^53: up to it every JSON reader keeps whole numbers apart.</summary>
    public const double Most = 9_007_199_254_740_992;

    /// <summary>The cost of this and another part together.</summary>
    internal OperationCost Plus(OperationCost other) =>
        new(FieldCost + other.FieldCost, TypeCost + other.TypeCost);

    /// <summary>The higher of each.</summary>
    internal OperationCost Or(OperationCost other) =>
        new(Math.Max(FieldCost, other.FieldCost), Math.Max(TypeCost, other.TypeCost));

    /// <summary>Both within their bounds.</summary>
    internal OperationCost Bounded() =>
        new(Math.Clamp(FieldCost, 0, Most), Math.Clamp(TypeCost, 0, Most));
}
