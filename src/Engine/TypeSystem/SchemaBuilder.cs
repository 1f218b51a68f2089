using System.Collections.Immutable;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Introspection;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem.Costs;
using GraphApi.Engine.TypeSystem.Scalars;

namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// Makes a <see cref="Schema"/> of SDL and bindings. Mutable; one builder makes one schema. Everything that is wrong is
/// found by <see cref="Build"/>, which throws the whole list.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System"/>
public sealed class SchemaBuilder
{
    readonly SchemaSources _sources = new();
    readonly Dictionary<string, ScalarCoercion> _scalars = BuiltInScalars.Further.ToDictionary(scalar => scalar.Name);
    readonly SchemaBindings _bindings = new();
    readonly SchemaErrors _errors;
    Func<string, bool> _isInternal = _ => false;

    /// <summary>A builder without documents.</summary>
    public SchemaBuilder() => _errors = new SchemaErrors(_sources);

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
            : throw new SchemaException([SyntaxError(name, result.Error)]);
    }

    /// <summary>
    /// Adds definitions and extensions of types, directives and the schema; what the documents extend may stand in any
    /// of them.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="name">What it is called in errors: a file name; null: it has no name.</param>
    public SchemaBuilder AddDocument(DocumentNode document, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        _sources.Add(name, document);
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
            _sources.Add(name, result.Document);
        }
        else
        {
            _errors.Add(SyntaxError(name, result.Error));
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
        ArgumentNullException.ThrowIfNull(typeName);
        ArgumentNullException.ThrowIfNull(fieldName);
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
        return SchemaCoordinate.TryParse(coordinate, out var parsed, out _) && parsed is MemberCoordinate field
            ? Bind(field.TypeName, field.MemberName, binding)
            : throw new ArgumentException($"\"{coordinate}\" is no coordinate of a field.", nameof(coordinate));
    }

    /// <summary>Says what the rows of an object type are, so that fields of abstract type can hold them.</summary>
    public SchemaBuilder BindType<TRow>(string typeName)
        where TRow : class
    {
        ArgumentNullException.ThrowIfNull(typeName);
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
        ArgumentNullException.ThrowIfNull(typeName);
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
    /// <exception cref="SchemaException">
    /// Something is wrong; the exception lists everything: first what the documents break of the rules on names,
    /// references and directives, and where they break none, what is wrong with types, values and bindings.
    /// </exception>
    public Schema Build()
    {
        // 1. The documents. What depends on them would report the same again.
        _errors.ThrowIfAny();
        var definitions = new SchemaDefinitions(_sources.Documents);
        DefinitionRules.Check(definitions, _errors);
        _errors.ThrowIfAny();

        // 2. Types and directives, referring to each other.
        var specified = new SchemaDefinitions(IntrospectionSchema.Documents);
        var assembly = new TypeAssembly(_errors, Coercion);
        var types = assembly.Assemble(Definitions(definitions).Concat(Definitions(specified)));
        ImmutableArray<DirectiveDefinition> directives =
        [
            .. definitions.Directives
                .Where(node => !SpecifiedDirectives.IsSpecified(node.Name.Value))
                .Select(node => assembly.Assemble(node, _isInternal(node.Name.Value))),
            .. specified.Directives.Select(node => assembly.Assemble(node, isInternal: false)),
        ];
        var byName = types.ToDictionary(type => type.Name);
        var roots = RootTypes(definitions.Schema, byName);

        // 3. What depends on all of them.
        _bindings.ApplyToEnums(byName, _errors);
        CoerceDefaults(types, directives);
        IntrospectionSchema.Bind(byName);
        _bindings.ApplyToObjects(byName, roots.GetValueOrDefault(OperationType.Subscription), _errors);
        new CostReader(directives, _errors).Read(types);

        // 4. The rules.
        var draft = new SchemaDraft
        {
            Definitions = definitions.Schema,
            Types =
            [
                .. types.Where(t => !BuiltInScalars.IsSpecified(t.Name) || assembly.Referenced.Contains(t)),
            ],
            Directives = directives,
            RootTypes = roots,
        };
        SchemaRules.Check(draft, _errors);
        _errors.ThrowIfAny();
        return new Schema(
            definitions.Schema.FirstOrDefault()?.Description?.Value,
            (ObjectType)roots[OperationType.Query],
            (ObjectType?)roots.GetValueOrDefault(OperationType.Mutation),
            (ObjectType?)roots.GetValueOrDefault(OperationType.Subscription),
            draft.Types,
            directives,
            draft.AppliedDirectives);
    }

    static SchemaError SyntaxError(string source, GraphQLError error) => new(source, error.Message)
    {
        Locations = [.. error.Locations.Select(location => new SourceLocation(source, location))],
    };

    // A definition with its extensions, whichever stand first.
    static IEnumerable<ImmutableArray<TypeDefinitionNode>> Definitions(SchemaDefinitions definitions) =>
        from definition in definitions.All.OfType<TypeDefinitionNode>()
        where !definition.IsExtension
        let extensions = definitions.Types[definition.Name.Value].Where(node => node.IsExtension)
        select ImmutableArray.Create([definition, .. extensions]);

    ScalarCoercion? Coercion(string name) =>
        BuiltInScalars.Specified.FirstOrDefault(scalar => scalar.Name == name)
        ?? _scalars.GetValueOrDefault(name)
        ?? (_bindings.AllowUnbound ? new UntypedScalar(name) : null);

    // Without a schema definition the names of types say which are roots, but for those that an extension names.
    static ImmutableDictionary<OperationType, NamedType> RootTypes(
        ImmutableArray<SchemaDefinitionNode> schema,
        Dictionary<string, NamedType> types)
    {
        var roots = schema.SelectMany(node => node.OperationTypes)
            .ToImmutableDictionary(node => node.Operation, node => types[node.Type.Name.Value]);
        if (schema is [] or [{ IsExtension: true }, ..])
        {
            foreach (var operation in Enum.GetValues<OperationType>())
            {
                if (types.TryGetValue(operation.ToString(), out var type))
                {
                    roots = roots.SetItem(operation, type);
                }
            }
        }

        return roots;
    }

    void CoerceDefaults(ImmutableArray<NamedType> types, ImmutableArray<DirectiveDefinition> directives)
    {
        var coercion = new DefaultValueCoercion(_errors);
        IEnumerable<InputValue> values =
        [
            .. types.OfType<InputObjectType>().SelectMany(type => type.Fields),
            .. types.OfType<ComplexType>().SelectMany(type => type.Fields).SelectMany(field => field.Arguments),
            .. directives.SelectMany(directive => directive.Arguments),
        ];

        // A position that is not of an input type has no values at all, which a rule will say.
        if (values.All(value => value.Type.IsInput))
        {
            foreach (var value in values)
            {
                coercion.Coerce(value);
            }
        }
    }
}
