using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Definitions;

/// <summary>No value in a schema gives a field of an input object twice.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Object-Field-Uniqueness"/>
sealed class UniqueInputFieldNames : DefinitionRule
{
    public override void Check(SchemaDefinitions definitions, SchemaErrors errors)
    {
        foreach (var element in definitions.Elements)
        {
            var values = element.Values.SelectMany(SyntaxTree.SelfAndDescendants).OfType<ObjectValueNode>();
            foreach (var value in values)
            {
                Check(element.Coordinate, value, errors);
            }
        }
    }

    static void Check(string coordinate, ObjectValueNode value, SchemaErrors errors)
    {
        var known = new Dictionary<string, NameNode>();
        foreach (var field in value.Fields)
        {
            var name = field.Name.Value;
            if (!known.TryAdd(name, field.Name))
            {
                errors.Add(
                    coordinate, $"There can be only one input field named \"{name}\".", known[name], field.Name);
            }
        }
    }
}
