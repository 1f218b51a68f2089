using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Planning;

/// <summary>What is known of an argument before there are variables.</summary>
/// <param name="Definition">The argument.</param>
/// <param name="IsGiven">
/// Whether it has a value, from the document or by default; false where a variable decides.
/// </param>
/// <param name="Value">The coerced value, null included; null where it is not given.</param>
/// <param name="Literal">What the document gives, where that holds variables; else null.</param>
readonly record struct PlannedArgument(InputValue Definition, bool IsGiven, object? Value, ValueNode? Literal);
