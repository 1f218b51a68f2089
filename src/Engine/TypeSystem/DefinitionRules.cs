using System.Collections.Immutable;
using GraphApi.Engine.TypeSystem.Definitions;

namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// The rules on what type system documents say: that names are there once and refer to something, and that directives
/// fit their definitions. They bear the names of graphql-js, whose messages and places they share.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System"/>
static class DefinitionRules
{
    /// <summary>All rules.</summary>
    public static ImmutableArray<DefinitionRule> All { get; } =
    [
        // Documents
        new TypeSystemDefinitionsOnly(),

        // 3.3 Schema
        new LoneSchemaDefinition(),
        new UniqueOperationTypes(),

        // 3.4 Types
        new UniqueTypeNames(),
        new BuiltInDefinitions(),
        new UniqueEnumValueNames(),
        new UniqueFieldDefinitionNames(),
        new UniqueArgumentDefinitionNames(),
        new KnownTypeNames(),
        new PossibleTypeExtensions(),

        // 3.13 Directives
        new UniqueDirectiveNames(),
        new KnownDirectives(),
        new UniqueDirectivesPerLocation(),
        new KnownArgumentNamesOnDirectives(),
        new UniqueArgumentNames(),
        new UniqueInputFieldNames(),
        new ProvidedRequiredArgumentsOnDirectives(),
    ];

    /// <summary>Checks them all.</summary>
    public static void Check(SchemaDefinitions definitions, SchemaErrors errors)
    {
        foreach (var rule in All)
        {
            rule.Check(definitions, errors);
        }
    }
}
