using System.Linq.Expressions;

namespace GraphApi.Data.Bindings;

/// <summary>A field for which the database computes something that a property of the context may go into.</summary>
public interface IComputedField
{
    /// <summary>What is computed: of a row, or of the context and a row. Empty: the field is a column.</summary>
    IEnumerable<LambdaExpression> Computed { get; }
}
