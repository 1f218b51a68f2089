namespace GraphApi.Engine.TypeSystem;

/// <summary>One rule that a type system must keep. Stateless.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema"/>
abstract class SchemaRule
{
    /// <summary>Reports where the schema breaks the rule.</summary>
    public abstract void Check(SchemaDraft schema, SchemaErrors errors);
}
