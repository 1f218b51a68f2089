using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Introspection;

/// <summary>
/// The types of introspection, which are part of every schema, and how their fields read the type system.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema-Introspection.Schema-Introspection-Schema"/>
static class IntrospectionSchema
{
    /// <summary>
    /// What the specification puts into every schema: built-in scalars, directives, introspection types.
    /// </summary>
    public static ImmutableArray<DocumentNode> Documents { get; } =
    [
        SchemaBuilder.Parse("specification", SpecifiedDirectives.Sdl),
        SchemaBuilder.Parse("introspection", IntrospectionSdl.Text),
    ];

    /// <summary>The names of the built-in scalars and introspection types.</summary>
    public static ImmutableArray<string> TypeNames { get; } =
        [.. Documents.SelectMany(d => d.Definitions).OfType<TypeDefinitionNode>().Select(type => type.Name.Value)];

    /// <summary>The definitions of <c>__schema</c>, <c>__type</c> and <c>__typename</c>.</summary>
    public static ImmutableArray<FieldDefinitionNode> MetaFields { get; } =
        SchemaBuilder.Parse("meta-fields", IntrospectionSdl.MetaFields).Definitions
            .OfType<ObjectTypeDefinitionNode>().Single().Fields;

    /// <summary>Whether the name is one of <see cref="TypeNames"/>.</summary>
    public static bool Defines(string typeName) => TypeNames.Contains(typeName);

    /// <summary>Binds the fields of the introspection types and says what their rows are.</summary>
    public static void Bind(IReadOnlyDictionary<string, NamedType> types)
    {
        BindSchema((ObjectType)types["__Schema"]);
        BindType((ObjectType)types["__Type"]);
        BindField((ObjectType)types["__Field"]);
        BindInputValue((ObjectType)types["__InputValue"]);
        BindEnumValue((ObjectType)types["__EnumValue"]);
        BindDirective((ObjectType)types["__Directive"]);
    }

    static void BindSchema(ObjectType type)
    {
        type.RowType = typeof(Schema);
        Read<Schema, string?>(type, "description", schema => schema.Description);
        Read<Schema, NamedType[]>(type, "types", schema => Items(schema.ClientTypes));
        Read<Schema, ObjectType>(type, "queryType", schema => schema.QueryType);
        Read<Schema, ObjectType?>(type, "mutationType", schema => schema.MutationType);
        Read<Schema, ObjectType?>(type, "subscriptionType", schema => schema.SubscriptionType);
        Read<Schema, DirectiveDefinition[]>(type, "directives", schema => Items(schema.ClientDirectives));
    }

    static void BindType(ObjectType type)
    {
        type.RowType = typeof(GraphQLType);
        Read<GraphQLType, string>(type, "kind", Kind);
        Read<GraphQLType, string?>(type, "name", row => (row as NamedType)?.Name);
        Read<GraphQLType, string?>(type, "description", row => (row as NamedType)?.Description);
        Read<GraphQLType, string?>(type, "specifiedByURL", row => (row as ScalarType)?.SpecifiedByUrl);
        Read<GraphQLType, bool?>(type, "isOneOf", row => (row as InputObjectType)?.IsOneOf);
        Read<GraphQLType, InterfaceType[]?>(
            type,
            "interfaces",
            row => row is ComplexType complex ? Items(complex.Interfaces) : null);
        Read<GraphQLType, GraphQLType?>(type, "ofType", row => row switch
        {
            ListType list => list.OfType,
            NonNullType nonNull => nonNull.OfType,
            _ => null,
        });
        Step<GraphQLType>(type, "possibleTypes", (schema, row, _) => row is InterfaceType or UnionType
            ? Items(schema.GetPossibleTypes((NamedType)row))
            : null);
        Step<GraphQLType>(type, "fields", (_, row, arguments) => row is ComplexType complex
            ? Current(complex.Fields, field => field.DeprecationReason, arguments)
            : null);
        Step<GraphQLType>(type, "enumValues", (_, row, arguments) => row is EnumType enumeration
            ? Current(enumeration.Values, value => value.DeprecationReason, arguments)
            : null);
        Step<GraphQLType>(type, "inputFields", (_, row, arguments) => row is InputObjectType input
            ? Current(input.Fields, field => field.DeprecationReason, arguments)
            : null);
    }

    static void BindField(ObjectType type)
    {
        type.RowType = typeof(Field);
        Read<Field, string>(type, "name", field => field.Name);
        Read<Field, string?>(type, "description", field => field.Description);
        Read<Field, GraphQLType>(type, "type", field => field.Type);
        Read<Field, bool>(type, "isDeprecated", field => field.DeprecationReason is not null);
        Read<Field, string?>(type, "deprecationReason", field => field.DeprecationReason);
        Step<Field>(type, "args", (_, field, arguments) =>
            Current(field.Arguments, argument => argument.DeprecationReason, arguments));
    }

    static void BindInputValue(ObjectType type)
    {
        type.RowType = typeof(InputValue);
        Read<InputValue, string>(type, "name", input => input.Name);
        Read<InputValue, string?>(type, "description", input => input.Description);
        Read<InputValue, GraphQLType>(type, "type", input => input.Type);
        Read<InputValue, string?>(
            type,
            "defaultValue",
            input => input.DefaultValue is { } literal ? Printer.Print(literal) : null);
        Read<InputValue, bool>(type, "isDeprecated", input => input.DeprecationReason is not null);
        Read<InputValue, string?>(type, "deprecationReason", input => input.DeprecationReason);
    }

    static void BindEnumValue(ObjectType type)
    {
        type.RowType = typeof(EnumValue);
        Read<EnumValue, string>(type, "name", value => value.Name);
        Read<EnumValue, string?>(type, "description", value => value.Description);
        Read<EnumValue, bool>(type, "isDeprecated", value => value.DeprecationReason is not null);
        Read<EnumValue, string?>(type, "deprecationReason", value => value.DeprecationReason);
    }

    static void BindDirective(ObjectType type)
    {
        type.RowType = typeof(DirectiveDefinition);
        Read<DirectiveDefinition, string>(type, "name", directive => directive.Name);
        Read<DirectiveDefinition, string?>(type, "description", directive => directive.Description);
        Read<DirectiveDefinition, bool>(type, "isRepeatable", directive => directive.IsRepeatable);
        Read<DirectiveDefinition, string[]>(type, "locations", directive => Items(directive.Locations));
        Step<DirectiveDefinition>(type, "args", (_, directive, arguments) =>
            Current(directive.Arguments, argument => argument.DeprecationReason, arguments));
    }

    static string Kind(GraphQLType type) => type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        ListType => "LIST",
        _ => "NON_NULL",
    };

    static T[] Current<T>(ImmutableArray<T> items, Func<T, string?> deprecationReason, ArgumentValues arguments) =>
        arguments.Get<bool>("includeDeprecated")
            ? Items(items)
            : [.. items.Where(item => deprecationReason(item) is null)];

    // The array inside, which is not written to.
    static T[] Items<T>(ImmutableArray<T> items) => ImmutableCollectionsMarshal.AsArray(items)!;

    static void Read<TRow, TValue>(ObjectType type, string field, Func<TRow, TValue> read) =>
        type.FieldsByName[field].Binding = new ReadBinding<TValue>(row => read((TRow)row));

    static void Step<TRow>(ObjectType type, string field, Func<Schema, TRow, ArgumentValues, object?> read) =>
        type.FieldsByName[field].Binding = new IntrospectionBinding(
            $"{type.Name}.{field}",
            (schema, row, arguments) => read(schema, (TRow)row, arguments));
}
