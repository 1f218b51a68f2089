namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// One rule that type system documents must keep before types can be made of them. Stateless.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System"/>
abstract class DefinitionRule
{
    /// <summary>Reports where the definitions break the rule.</summary>
    public abstract void Check(SchemaDefinitions definitions, SchemaErrors errors);
}
