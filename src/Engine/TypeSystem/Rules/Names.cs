using System.Text.RegularExpressions;

namespace GraphApi.Engine.TypeSystem.Rules;

/// <summary>Names are names, and do not begin with two underscores, which belong to introspection.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Names.Reserved-Names"/>
sealed partial class Names : SchemaRule
{
    public override void Check(SchemaDraft schema, SchemaErrors errors)
    {
        foreach (var element in schema.Elements)
        {
            var node = SchemaDraft.NodeOf(element);
            if (!Name().IsMatch(element.Name))
            {
                // A document that was parsed has none of these; one that was generated may.
                errors.Add(
                    element.Coordinate,
                    $"\"{element.Name}\" is no name: letters, digits and underscores, no digit first.",
                    node);
            }
            else if (element.Name.StartsWith("__", StringComparison.Ordinal))
            {
                errors.Add(
                    element.Coordinate,
                    $"Name \"{element.Name}\" must not begin with \"__\", which is reserved by GraphQL introspection.",
                    node);
            }
        }
    }

    [GeneratedRegex(@"\A[_A-Za-z][_0-9A-Za-z]*\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
