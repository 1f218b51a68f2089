using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation;

/// <summary>A place where a variable is used.</summary>
/// <param name="Node">The variable where it stands.</param>
/// <param name="Position">What is expected there.</param>
/// <seealso href="https://spec.graphql.org/September2025/#sec-All-Variable-Usages-Are-Allowed"/>
sealed record VariableUsage(VariableNode Node, ValuePosition Position);
