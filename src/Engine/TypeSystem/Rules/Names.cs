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
            Check(element.Coordinate, element.Name, errors);
        }

        foreach (var directive in schema.DefinedDirectives)
        {
            Check($"@{directive.Name}", directive.Name, errors);
        }
    }

    static void Check(string coordinate, string name, SchemaErrors errors)
    {
        if (!Name().IsMatch(name))
        {
            // A document that was parsed has none of these; one that was generated may.
            errors.Add(coordinate, $"\"{name}\" is no name: letters, digits and underscores, no digit first.");
        }
        else if (name.StartsWith("__", StringComparison.Ordinal))
        {
            errors.Add(
                coordinate,
                $"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.");
        }
    }

    [GeneratedRegex(@"\A[_A-Za-z][_0-9A-Za-z]*\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
