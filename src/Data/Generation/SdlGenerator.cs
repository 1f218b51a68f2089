using GraphApi.Data.Bindings;
using GraphApi.Data.Paging;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Generation;

/// <summary>
/// Makes of the SDL that authors write the SDL that clients see: a field with <c>@connection</c> gets its arguments and
/// its connection type, types with <c>@filterable</c> or <c>@sortable</c> fields their input types, and a mutation its
/// input, payload and error types, named and shaped as HotChocolate does.
/// </summary>
sealed class SdlGenerator
{
    readonly IReadOnlyList<DocumentNode> _documents;
    readonly PagingOptions _paging;
    readonly Dictionary<string, List<FieldUse>> _fields = [];
    readonly Dictionary<string, TypeDefinitionNode> _types = [];
    readonly Dictionary<string, string> _connections = [];
    readonly List<SchemaError> _errors = [];
    readonly InputTypes _inputs;
    readonly MutationTypes _mutations;

    /// <summary>A generator for all documents of a schema.</summary>
    /// <param name="documents">The SDL as authors write it.</param>
    /// <param name="paging">How large pages are, which is what connections cost.</param>
    public SdlGenerator(IReadOnlyList<DocumentNode> documents, PagingOptions paging)
    {
        _documents = documents;
        _paging = paging;
        foreach (var type in documents.SelectMany(d => d.Definitions).OfType<TypeDefinitionNode>())
        {
            _types.TryAdd(type.Name.Value, type);
            if (type is ObjectTypeDefinitionNode { Fields: var fields })
            {
                if (!_fields.TryGetValue(type.Name.Value, out var uses))
                {
                    _fields.Add(type.Name.Value, uses = []);
                }

                uses.AddRange(fields.Select(f => new FieldUse(type.Name.Value, f)));
            }
        }

        _inputs = new InputTypes(_fields, _types, _errors);
        _mutations = new MutationTypes(_types, _errors);
    }

    /// <summary>The directives that this reads; clients do not see them.</summary>
    public static IReadOnlyList<string> Directives { get; } = ["connection", "filterable", "mutation", "sortable"];

    /// <summary>Every field of an object type, as its author wrote it.</summary>
    public IReadOnlyList<FieldUse> ObjectFields => [.. _fields.Values.SelectMany(f => f)];

    /// <summary>The names that generated connections begin with.</summary>
    public IReadOnlyCollection<string> Connections => _connections.Keys;

    /// <summary>What is wrong with the directives.</summary>
    public IReadOnlyList<SchemaError> Errors => _errors;

    /// <summary>The documents, changed, and one that holds what is generated.</summary>
    public IReadOnlyList<DocumentNode> Generate()
    {
        var changed = _documents.Select(Change).ToList();
        var text = GeneratedText.Directives(_documents)
            + string.Concat(_connections.OrderBy(c => c.Key, StringComparer.Ordinal)
                .Select(c => GeneratedText.Connection(c.Key, c.Value)))
            + (_connections.Count > 0 && !_types.ContainsKey("PageInfo") ? GeneratedText.PageInfo : "")
            + _inputs.ToText();

        // With errors it may be no SDL; they stop the start anyway.
        return _errors.Count > 0 || text.Length == 0 ? changed : [.. changed, WithMutations(Parse(text))];
    }

    DocumentNode WithMutations(DocumentNode generated) =>
        generated with { Definitions = [.. generated.Definitions, .. _mutations.Definitions] };

    DocumentNode Change(DocumentNode document) =>
        document with { Definitions = [.. document.Definitions.Select(Change)] };

    DefinitionNode Change(DefinitionNode definition) => definition switch
    {
        ObjectTypeDefinitionNode type => type with { Fields = [.. type.Fields.Select(f => Change(type, f))] },
        InterfaceTypeDefinitionNode type => type with { Fields = [.. type.Fields.Select(f => Change(type, f))] },
        _ => definition,
    };

    FieldDefinitionNode Change(TypeDefinitionNode owner, FieldDefinitionNode field)
    {
        var use = new FieldUse(owner.Name.Value, field);
        if (owner.Name.Value == MutationTypes.RootName)
        {
            return _mutations.Change(use);
        }

        if (use.Connection is null)
        {
            return field;
        }

        if (!use.IsList)
        {
            _errors.Add(new SchemaError(use.Coordinate, "@connection stands at a field that is a list."));
            return field;
        }

        var name = ConnectionUse.Name(use);
        if (!_connections.TryAdd(name, use.NamedType) && _connections[name] != use.NamedType)
        {
            _errors.Add(new SchemaError(
                use.Coordinate,
                $"{name}Connection is of {_connections[name]} elsewhere. Give this one a name: @connection(name:)."));
        }

        var arguments = GeneratedText.Arguments(
            _inputs.HasFilter(use.NamedType) ? use.NamedType : null,
            _inputs.HasSort(use.NamedType) ? use.NamedType : null);
        var isPriced = owner is ObjectTypeDefinitionNode;
        var costs = isPriced ? GeneratedCosts.Connection(use, _paging) : "";
        var text = $"type T {{ f({arguments}): {name}Connection{costs} }}";
        var made = ((ObjectTypeDefinitionNode)Parse(OnLine(field.Location.Line, text)).Definitions[0]).Fields[0];
        return field with
        {
            Arguments =
            [
                .. field.Arguments,
                .. made.Arguments.Select(argument => isPriced ? argument : argument with { Directives = [] }),
            ],
            Type = made.Type,
            Directives = [.. field.Directives, .. made.Directives],
        };
    }

    // Errors in what becomes of the text are told at the line that it is made of.
    static string OnLine(int line, string text) =>
        new string('\n', Math.Max(0, line - 1)) + text.ReplaceLineEndings(" ");

    static DocumentNode Parse(string text) => SchemaBuilder.Parse("generated", text);
}
