using System.Collections.Immutable;
using GraphApi.Engine.TypeSystem.Rules;

namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// The rules of the specification's chapter 3, in its order. What can be wrong about names that refer to nothing, or are
/// there twice, is reported where types are assembled.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System"/>
static class SchemaRules
{
    /// <summary>All rules.</summary>
    public static ImmutableArray<SchemaRule> All { get; } =
    [
        // 3.3 Schema
        new RootOperationTypes(),
    ];

    /// <summary>Checks them all.</summary>
    public static void Check(SchemaDraft schema, SchemaErrors errors)
    {
        foreach (var rule in All)
        {
            rule.Check(schema, errors);
        }
    }
}
