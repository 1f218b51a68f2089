using System.Collections.Immutable;
using GraphApi.Engine.TypeSystem.Rules;

namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// The rules on types, of the specification's chapter 3 and in its order. They are asked once the
/// <see cref="DefinitionRules"/> are kept; default values are checked where they are coerced.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System"/>
static class SchemaRules
{
    /// <summary>All rules.</summary>
    public static ImmutableArray<SchemaRule> All { get; } =
    [
        // 3.3 Schema
        new RootOperationTypes(),
        new Names(),

        // 3.4 Types
        new InputAndOutputTypes(),

        // 3.6 Objects - 3.10 Input Objects
        new TypesAreNotEmpty(),
        new InterfaceImplementations(),
        new InterfaceFields(),
        new UnionMembers(),
        new EnumValueNames(),
        new InputObjectCycles(),
        new OneOfInputObjects(),

        // 3.13 Directives
        new DirectiveDefinitions(),
        new DirectiveCycles(),
        new AppliedDirectiveValues(),
        new RequiredInputsAreNotDeprecated(),
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
