using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Planning;

/// <summary>An argument that has a value, or may have one: what is known of it before there are variables.</summary>
/// <param name="Definition">The argument.</param>
/// <param name="Value">The coerced value, null included; null also where variables decide.</param>
/// <param name="Literal">What the document gives, where that holds variables; else null.</param>
readonly record struct PlannedArgument(InputValue Definition, object? Value, ValueNode? Literal);
