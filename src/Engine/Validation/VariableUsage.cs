using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Validation;

/// <summary>A place where a variable is used.</summary>
/// <param name="Node">The variable where it stands.</param>
/// <param name="Type">The type its position expects; null: unknown.</param>
/// <param name="HasLocationDefault">Whether the argument or input field it stands in has a default.</param>
/// <param name="ParentType">The input object it is a field's value of; null: none.</param>
/// <seealso href="https://spec.graphql.org/September2025/#sec-All-Variable-Usages-Are-Allowed"/>
sealed record VariableUsage(VariableNode Node, GraphQLType? Type, bool HasLocationDefault, InputObjectType? ParentType);
