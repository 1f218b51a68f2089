using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// Brings the definitions of several documents together: one definition a name, with its extensions folded in. Mutable
/// while it works.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System-Extensions"/>
sealed class DefinitionMerger(SchemaErrors errors)
{
    readonly List<TypeDefinitionNode> _types = [];
    readonly Dictionary<string, int> _typeIndexes = [];
    readonly List<DirectiveDefinitionNode> _directives = [];
    readonly HashSet<string> _directiveNames = [];

    /// <summary>The types in the order of the source, extensions folded in.</summary>
    public IReadOnlyList<TypeDefinitionNode> Types => _types;

    /// <summary>The directives in the order of the source.</summary>
    public IReadOnlyList<DirectiveDefinitionNode> Directives => _directives;

    /// <summary>The schema definition with its extensions; null where the documents have neither.</summary>
    public SchemaDefinitionNode? Schema { get; private set; }

    /// <summary>Takes the definitions of all documents; extensions may stand before what they extend.</summary>
    public void Merge(IReadOnlyList<DocumentNode> documents)
    {
        var definitions = documents.SelectMany(document => document.Definitions).ToList();
        foreach (var definition in definitions)
        {
            Define(definition);
        }

        foreach (var definition in definitions)
        {
            Extend(definition);
        }
    }

    void Define(DefinitionNode definition)
    {
        switch (definition)
        {
            case TypeDefinitionNode { IsExtension: false } type:
                if (!_typeIndexes.TryAdd(type.Name.Value, _types.Count))
                {
                    errors.Add(type.Name.Value, $"There can be only one type named \"{type.Name.Value}\".");
                    break;
                }

                _types.Add(type);
                break;
            case DirectiveDefinitionNode directive:
                if (!_directiveNames.Add(directive.Name.Value))
                {
                    var coordinate = $"@{directive.Name.Value}";
                    errors.Add(coordinate, $"There can be only one directive named \"{coordinate}\".");
                    break;
                }

                _directives.Add(directive);
                break;
            case SchemaDefinitionNode { IsExtension: false } schema:
                if (Schema is not null)
                {
                    errors.Add("schema", "There can be only one schema definition.");
                    break;
                }

                Schema = schema;
                break;
            case OperationDefinitionNode or FragmentDefinitionNode:
                errors.Add("schema", "A schema holds no operations and no fragments.");
                break;
        }
    }

    void Extend(DefinitionNode definition)
    {
        switch (definition)
        {
            case SchemaDefinitionNode { IsExtension: true } extension:
                Schema = Schema is null
                    ? extension
                    : Schema with
                    {
                        Directives = Schema.Directives.AddRange(extension.Directives),
                        OperationTypes = Schema.OperationTypes.AddRange(extension.OperationTypes),
                    };
                break;
            case TypeDefinitionNode { IsExtension: true } extension:
                Extend(extension);
                break;
        }
    }

    void Extend(TypeDefinitionNode extension)
    {
        var name = extension.Name.Value;
        if (!_typeIndexes.TryGetValue(name, out var index))
        {
            errors.Add(name, $"Cannot extend type \"{name}\" because it is not defined.");
            return;
        }

        TypeDefinitionNode? extended = (_types[index], extension) switch
        {
            (ScalarTypeDefinitionNode type, ScalarTypeDefinitionNode) => type,
            (ObjectTypeDefinitionNode type, ObjectTypeDefinitionNode more) => type with
            {
                Interfaces = type.Interfaces.AddRange(more.Interfaces),
                Fields = type.Fields.AddRange(more.Fields),
            },
            (InterfaceTypeDefinitionNode type, InterfaceTypeDefinitionNode more) => type with
            {
                Interfaces = type.Interfaces.AddRange(more.Interfaces),
                Fields = type.Fields.AddRange(more.Fields),
            },
            (UnionTypeDefinitionNode type, UnionTypeDefinitionNode more) => type with
            {
                Members = type.Members.AddRange(more.Members),
            },
            (EnumTypeDefinitionNode type, EnumTypeDefinitionNode more) => type with
            {
                Values = type.Values.AddRange(more.Values),
            },
            (InputObjectTypeDefinitionNode type, InputObjectTypeDefinitionNode more) => type with
            {
                Fields = type.Fields.AddRange(more.Fields),
            },
            _ => null,
        };
        if (extended is null)
        {
            errors.Add(name, $"The extension of \"{name}\" is not of the kind of its definition.");
            return;
        }

        _types[index] = extended with { Directives = extended.Directives.AddRange(extension.Directives) };
    }
}
