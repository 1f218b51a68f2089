using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Definitions;

/// <summary>
/// A directive that is not repeatable stands at most once at one part of a schema; the extensions of a part belong to
/// it.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Directives-Are-Unique-per-Location"/>
sealed class UniqueDirectivesPerLocation : DefinitionRule
{
    public override void Check(SchemaDefinitions definitions, SchemaErrors errors)
    {
        var ofSchema = new Dictionary<(string Coordinate, string Directive), DirectiveNode>();
        var ofTypes = new Dictionary<(string Coordinate, string Directive), DirectiveNode>();
        foreach (var element in definitions.Elements)
        {
            var known = element.Node switch
            {
                SchemaDefinitionNode => ofSchema,
                TypeDefinitionNode => ofTypes,
                _ => [],
            };
            foreach (var directive in element.Directives)
            {
                var key = (element.Coordinate, directive.Name.Value);
                if (definitions.FindDirective(key.Value) is { IsRepeatable: false } && !known.TryAdd(key, directive))
                {
                    errors.Add(
                        element.Coordinate,
                        $"The directive \"@{key.Value}\" can only be used once at this location.",
                        known[key],
                        directive);
                }
            }
        }
    }
}
