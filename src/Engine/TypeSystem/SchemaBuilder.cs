using System.Collections.Immutable;
using GraphApi.Engine.Introspection;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem.Scalars;

namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// Makes a <see cref="Schema"/> of SDL and bindings. Mutable; one builder makes one schema. Everything that is wrong is
/// found by <see cref="Build"/>, which throws the whole list.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System"/>
public sealed class SchemaBuilder
{
    readonly List<DocumentNode> _documents = [];
    readonly Dictionary<string, ScalarCoercion> _scalars = BuiltInScalars.Further.ToDictionary(scalar => scalar.Name);
    readonly SchemaBindings _bindings = new();
    readonly SchemaErrors _errors = new();
    Func<string, bool> _isInternal = _ => false;

    /// <summary>Reads SDL.</summary>
    /// <param name="name">What the text is called in errors: a file name.</param>
    /// <param name="text">The SDL.</param>
    /// <exception cref="SchemaException">The text is no GraphQL.</exception>
    public static DocumentNode Parse(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        var result = Parser.Parse(text, ParserLimits.Sdl);
        return result.Succeeded
            ? result.Document
            : throw new SchemaException([new SchemaError(At(name, result.Error), result.Error.Message)]);
    }

    /// <summary>
    /// Adds definitions and extensions of types, directives and the schema; what the documents extend may stand in any
    /// of them.
    /// </summary>
    public SchemaBuilder AddDocument(DocumentNode document)
    {
        ArgumentNullException.ThrowIfNull(document);
        _documents.Add(document);
        return this;
    }

    /// <summary>Adds SDL, as <see cref="AddDocument"/>. A syntax error is in the list of <see cref="Build"/>.</summary>
    /// <param name="name">What the text is called in errors: a file name.</param>
    /// <param name="text">The SDL.</param>
    public SchemaBuilder AddSdl(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        var result = Parser.Parse(text, ParserLimits.Sdl);
        if (result.Succeeded)
        {
            _documents.Add(result.Document);
        }
        else
        {
            _errors.Add(At(name, result.Error), result.Error.Message);
        }

        return this;
    }

    /// <summary>
    /// Says how a scalar that the documents define is coerced. <c>DateTime</c>, <c>LocalDate</c>, <c>Long</c>,
    /// <c>URL</c>, <c>UUID</c>, <c>Markdown</c> and <c>PlainText</c> are known; one added under such a name replaces
    /// it.
    /// </summary>
    public SchemaBuilder AddScalar(ScalarCoercion coercion)
    {
        ArgumentNullException.ThrowIfNull(coercion);
        _scalars[coercion.Name] = coercion;
        return this;
    }

    /// <summary>Binds a field of an object type.</summary>
    public SchemaBuilder Bind(string typeName, string fieldName, FieldBinding binding)
    {
        ArgumentNullException.ThrowIfNull(binding);
        _bindings.Add(typeName, fieldName, binding);
        return this;
    }

    /// <summary>Binds a field of an object type.</summary>
    /// <param name="coordinate">The field's coordinate, <c>Type.field</c>.</param>
    /// <param name="binding">How its values come about.</param>
    public SchemaBuilder BindField(string coordinate, FieldBinding binding)
    {
        ArgumentNullException.ThrowIfNull(coordinate);
        var dot = coordinate.IndexOf('.', StringComparison.Ordinal);
        return dot > 0
            ? Bind(coordinate[..dot], coordinate[(dot + 1)..], binding)
            : throw new ArgumentException($"\"{coordinate}\" is no coordinate of a field.", nameof(coordinate));
    }

    /// <summary>Says what the rows of an object type are, so that fields of abstract type can hold them.</summary>
    public SchemaBuilder BindType<TRow>(string typeName)
        where TRow : class
    {
        _bindings.AddRowType(typeName, typeof(TRow));
        return this;
    }

    /// <summary>
    /// Ties an enum to a CLR enum: by name, where underscores and case do not count (<c>AMBER_STRICT</c> is
    /// <c>AmberStrict</c>). A value or a member without twin is an error.
    /// </summary>
    public SchemaBuilder BindEnum<TEnum>(string typeName)
        where TEnum : struct, Enum
    {
        _bindings.AddEnum(typeName, typeof(TEnum));
        return this;
    }

    /// <summary>
    /// Lets fields lack a binding and scalars a coercion: for a schema that is checked, printed or validated against,
    /// but not executed. Default: both are errors.
    /// </summary>
    public SchemaBuilder AllowUnbound()
    {
        _bindings.AllowUnbound = true;
        return this;
    }

    /// <summary>
    /// Says which directives are an affair of the server alone, which are neither introspected nor printed for clients.
    /// Default: none.
    /// </summary>
    public SchemaBuilder HideDirectives(Func<string, bool> isInternal)
    {
        ArgumentNullException.ThrowIfNull(isInternal);
        _isInternal = isInternal;
        return this;
    }

    /// <summary>Makes the schema.</summary>
    /// <exception cref="SchemaException">Something is wrong; the exception lists everything.</exception>
    public Schema Build()
    {
        // 1. One definition a name.
        var defined = new DefinitionMerger(_errors);
        defined.Merge(_documents);
        var specified = new DefinitionMerger(_errors);
        specified.Merge(IntrospectionSchema.Documents);
        var specifiedNames = specified.Types.Select(type => type.Name.Value).ToImmutableHashSet();

        // 2. Types and directives, referring to each other.
        var assembly = new TypeAssembly(_errors, Coercion);
        var types = assembly.Assemble([.. WithoutSpecified(defined.Types, specifiedNames), .. specified.Types]);
        ImmutableArray<DirectiveDefinition> directives =
        [
            .. WithoutSpecified(defined.Directives).Select(d => assembly.Assemble(d, _isInternal(d.Name.Value))),
            .. specified.Directives.Select(d => assembly.Assemble(d, isInternal: false)),
        ];
        var roots = RootTypes(defined.Schema, types, assembly);

        // 3. What depends on all of them.
        var byName = types.ToDictionary(type => type.Name);
        _bindings.ApplyToEnums(byName, _errors);
        CoerceDefaults(types, directives);
        IntrospectionSchema.Bind(byName);
        _bindings.ApplyToObjects(byName, _errors);

        // 4. The rules.
        var draft = new SchemaDraft
        {
            Description = defined.Schema?.Description?.Value,
            AppliedDirectives = defined.Schema?.Directives ?? [],
            Types =
            [
                .. types.Where(t => !BuiltInScalars.IsSpecified(t.Name) || assembly.Referenced.Contains(t)),
            ],
            Directives = directives,
            RootTypes = roots,
            SpecifiedTypes = specifiedNames,
        };
        SchemaRules.Check(draft, _errors);
        _errors.ThrowIfAny();
        return new Schema(
            draft.Description,
            roots[OperationType.Query],
            roots.GetValueOrDefault(OperationType.Mutation),
            roots.GetValueOrDefault(OperationType.Subscription),
            draft.Types,
            directives,
            draft.AppliedDirectives);
    }

    static string At(string name, Errors.GraphQLError error) =>
        error.Locations is [var location, ..] ? $"{name}:{location.Line}:{location.Column}" : name;

    ScalarCoercion? Coercion(string name) =>
        BuiltInScalars.Specified.FirstOrDefault(scalar => scalar.Name == name)
        ?? _scalars.GetValueOrDefault(name)
        ?? (_bindings.AllowUnbound ? new UntypedScalar(name) : null);

    IEnumerable<TypeDefinitionNode> WithoutSpecified(
        IReadOnlyList<TypeDefinitionNode> types,
        ImmutableHashSet<string> specified)
    {
        foreach (var type in types)
        {
            if (specified.Contains(type.Name.Value))
            {
                _errors.Add(type.Name.Value, $"The type \"{type.Name.Value}\" is built in and cannot be defined.");
            }
            else
            {
                yield return type;
            }
        }
    }

    IEnumerable<DirectiveDefinitionNode> WithoutSpecified(IReadOnlyList<DirectiveDefinitionNode> directives)
    {
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (SpecifiedDirectives.IsSpecified(name))
            {
                _errors.Add($"@{name}", $"The directive \"@{name}\" is built in and cannot be defined.");
            }
            else
            {
                yield return directive;
            }
        }
    }

    ImmutableDictionary<OperationType, ObjectType> RootTypes(
        SchemaDefinitionNode? schema,
        ImmutableArray<NamedType> types,
        TypeAssembly assembly)
    {
        var roots = ImmutableDictionary.CreateBuilder<OperationType, ObjectType>();
        if (schema is null or { IsExtension: true })
        {
            // Without a schema definition the names say it; a type of another kind may be called Mutation then.
            foreach (var operation in Enum.GetValues<OperationType>())
            {
                if (types.FirstOrDefault(type => type.Name == operation.ToString()) is ObjectType root)
                {
                    roots.Add(operation, root);
                }
            }
        }

        foreach (var node in schema?.OperationTypes ?? [])
        {
            if (roots.ContainsKey(node.Operation))
            {
                _errors.Add("schema", $"There can be only one {node.Operation.ToString().ToLowerInvariant()} type.");
            }
            else if (assembly.RootType(node.Operation, node.Type.Name.Value) is { } root)
            {
                roots.Add(node.Operation, root);
            }
        }

        return roots.ToImmutable();
    }

    void CoerceDefaults(ImmutableArray<NamedType> types, ImmutableArray<DirectiveDefinition> directives)
    {
        var coercion = new DefaultValueCoercion(_errors);
        foreach (var field in types.OfType<InputObjectType>().SelectMany(type => type.Fields, (t, f) => (t, f)))
        {
            coercion.Coerce(field.f, $"{field.t.Name}.{field.f.Name}");
        }

        foreach (var field in types.OfType<ComplexType>().SelectMany(type => type.Fields))
        {
            foreach (var argument in field.Arguments)
            {
                coercion.Coerce(argument, $"{field.Coordinate}({argument.Name}:)");
            }
        }

        foreach (var directive in directives)
        {
            foreach (var argument in directive.Arguments)
            {
                coercion.Coerce(argument, $"@{directive.Name}({argument.Name}:)");
            }
        }
    }
}
