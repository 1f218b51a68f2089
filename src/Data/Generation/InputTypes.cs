using System.Text;
using GraphApi.Data.Bindings;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Generation;

/// <summary>The input types that filters and orders take. Mutable while they are generated.</summary>
/// <param name="fields">The fields of each object type.</param>
/// <param name="types">All types of the documents.</param>
/// <param name="errors">Takes what is wrong.</param>
sealed class InputTypes(
    IReadOnlyDictionary<string, List<FieldUse>> fields,
    IReadOnlyDictionary<string, TypeDefinitionNode> types,
    List<SchemaError> errors)
{
    readonly SortedDictionary<string, string> _texts = new(StringComparer.Ordinal);
    bool _sorts;

    /// <summary>Whether lists of the type can be filtered.</summary>
    public bool HasFilter(string type) => Marked(type, "filterable").Any();

    /// <summary>Whether lists of the type can be sorted.</summary>
    public bool HasSort(string type) => Marked(type, "sortable").Any();

    /// <summary>The SDL of all input types that marked fields need.</summary>
    public string ToText()
    {
        foreach (var type in fields.Keys)
        {
            if (HasFilter(type))
            {
                AddFilter(type);
            }

            if (HasSort(type))
            {
                AddSort(type);
            }
        }

        var direction = _sorts && !types.ContainsKey(OperationTypes.DirectionName) ? OperationTypes.Direction : "";
        return string.Concat(_texts.Values) + direction;
    }

    IEnumerable<FieldUse> Marked(string type, string directive) =>
        fields.GetValueOrDefault(type, []).Where(f => f.Definition.Directives.Any(d => d.Name.Value == directive));

    void AddFilter(string type)
    {
        var name = $"{type}FilterInput";
        var text = new StringBuilder()
            .Append($"\n\"Conditions on a {type}; all that are given hold.\"\ninput {name} {{\n")
            .Append($"  \"All of these hold too.\"\n  and: [{name}!]\n")
            .Append($"  \"One of these holds too.\"\n  or: [{name}!]\n");
        foreach (var field in Marked(type, "filterable"))
        {
            if (FilterOf(field) is { } input)
            {
                text.Append(Description(field)).Append($"  {field.Name}: {input}\n");
            }
        }

        _texts[name] = text.Append("}\n").ToString();
    }

    void AddSort(string type)
    {
        _sorts = true;
        var text = new StringBuilder()
            .Append($"\n\"An order of {type}. Null is greater than every value; ties are broken by id.\"\n")
            .Append($"input {type}SortInput {{\n");
        foreach (var field in Marked(type, "sortable"))
        {
            if (SortOf(field) is { } input)
            {
                var cost = input == OperationTypes.DirectionName ? GeneratedCosts.Operation : "";
                text.Append(Description(field)).Append($"  {field.Name}: {input}{cost}\n");
            }
        }

        _texts[$"{type}SortInput"] = text.Append("}\n").ToString();
    }

    string? FilterOf(FieldUse field)
    {
        var isObject = types.GetValueOrDefault(field.NamedType) is ObjectTypeDefinitionNode;
        if (isObject && !HasFilter(field.NamedType))
        {
            errors.Add(new SchemaError(field.Coordinate, $"{field.NamedType} has no field with @filterable."));
            return null;
        }

        var inner = isObject ? $"{field.NamedType}FilterInput" : OperationsOf(field);
        if (inner is null || !field.IsList)
        {
            return inner;
        }

        var list = $"List{inner}";
        _texts[list] = OperationTypes.List(list, inner);
        return list;
    }

    string? OperationsOf(FieldUse field)
    {
        var isEnum = types.GetValueOrDefault(field.NamedType) is EnumTypeDefinitionNode;
        if (OperationTypes.Of(field.NamedType, isEnum) is var (name, text))
        {
            _texts[name] = text;
            return name;
        }

        errors.Add(new SchemaError(field.Coordinate, $"A field of type {field.NamedType} cannot be filtered."));
        return null;
    }

    string? SortOf(FieldUse field)
    {
        if (field.IsList)
        {
            errors.Add(new SchemaError(field.Coordinate, "A list cannot be sorted by a list."));
            return null;
        }

        if (types.GetValueOrDefault(field.NamedType) is not ObjectTypeDefinitionNode)
        {
            return OperationTypes.DirectionName;
        }

        if (HasSort(field.NamedType))
        {
            return $"{field.NamedType}SortInput";
        }

        errors.Add(new SchemaError(field.Coordinate, $"{field.NamedType} has no field with @sortable."));
        return null;
    }

    /// <summary>The field's own, for it is about the same thing.</summary>
    static string Description(FieldUse field) =>
        field.Definition.Description is { } description
            ? $"  \"\"\"\n  {description.Value.ReplaceLineEndings("\n  ").Replace("\"\"\"", "\\\"\"\"")}\n  \"\"\"\n"
            : "";
}
