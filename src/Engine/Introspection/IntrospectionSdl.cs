namespace GraphApi.Engine.Introspection;

/// <summary>The introspection types as SDL.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema-Introspection.Schema-Introspection-Schema"/>
static class IntrospectionSdl
{
    /// <summary>The meta-fields, as if they were fields of a type.</summary>
    public const string MetaFields = """
        type MetaFields {
          "The schema this server runs."
          __schema: __Schema!
          "A type of the schema; null where it has none of that name."
          __type(
            "The name of the type."
            name: String!
          ): __Type
          "The name of the object type."
          __typename: String!
        }
        """;

    /// <summary>The introspection types.</summary>
    public const string Text = """
        "The schema of this server: its types, its directives, and where operations begin."
        type __Schema {
          "What a reader is told of the whole, in Markdown."
          description: String
          "All types."
          types: [__Type!]!
          "Where queries begin."
          queryType: __Type!
          "Where mutations begin; null: there are none."
          mutationType: __Type
          "Where subscriptions begin; null: there are none."
          subscriptionType: __Type
          "All directives."
          directives: [__Directive!]!
        }

        "A type, or a list or non-null wrapping of one. Which fields have a value depends on its kind."
        type __Type {
          "What it is."
          kind: __TypeKind!
          "Its name; null for a wrapping."
          name: String
          "What a reader is told, in Markdown."
          description: String
          "Where a scalar is specified."
          specifiedByURL: String
          "The fields of an object or interface."
          fields(includeDeprecated: Boolean! = false): [__Field!]
          "The interfaces that an object or interface implements."
          interfaces: [__Type!]
          "The objects that an interface or union can be."
          possibleTypes: [__Type!]
          "The values of an enum."
          enumValues(includeDeprecated: Boolean! = false): [__EnumValue!]
          "The fields of an input object."
          inputFields(includeDeprecated: Boolean! = false): [__InputValue!]
          "What a list or non-null wraps."
          ofType: __Type
          "Whether exactly one field of an input object is given."
          isOneOf: Boolean
        }

        "The kinds of types."
        enum __TypeKind {
          "A scalar."
          SCALAR
          "An object: it has fields, and perhaps interfaces."
          OBJECT
          "An interface: it has fields, perhaps interfaces, and possible types."
          INTERFACE
          "A union: it has possible types."
          UNION
          "An enum: it has values."
          ENUM
          "An input object: it has input fields."
          INPUT_OBJECT
          "A list of another type."
          LIST
          "Another type without null."
          NON_NULL
        }

        "A field of an object or interface."
        type __Field {
          "Its name."
          name: String!
          "What a reader is told, in Markdown."
          description: String
          "Its arguments."
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
          "Its type."
          type: __Type!
          "Whether it is no longer to be used."
          isDeprecated: Boolean!
          "Why it is no longer to be used, in Markdown."
          deprecationReason: String
        }

        "An argument, or a field of an input object."
        type __InputValue {
          "Its name."
          name: String!
          "What a reader is told, in Markdown."
          description: String
          "Its type."
          type: __Type!
          "What it is where it is not given, as a GraphQL literal; null: it has no default."
          defaultValue: String
          "Whether it is no longer to be used."
          isDeprecated: Boolean!
          "Why it is no longer to be used, in Markdown."
          deprecationReason: String
        }

        "A value of an enum."
        type __EnumValue {
          "Its name, which is how it is written in documents and responses."
          name: String!
          "What a reader is told, in Markdown."
          description: String
          "Whether it is no longer to be used."
          isDeprecated: Boolean!
          "Why it is no longer to be used, in Markdown."
          deprecationReason: String
        }

        "A directive that documents or schemas may use."
        type __Directive {
          "Its name, without the at sign."
          name: String!
          "What a reader is told, in Markdown."
          description: String
          "Whether it may stand several times at one place."
          isRepeatable: Boolean!
          "Where it may stand."
          locations: [__DirectiveLocation!]!
          "Its arguments."
          args(includeDeprecated: Boolean! = false): [__InputValue!]!
        }

        "The places where a directive may stand."
        enum __DirectiveLocation {
          "A query."
          QUERY
          "A mutation."
          MUTATION
          "A subscription."
          SUBSCRIPTION
          "A field of a selection set."
          FIELD
          "A fragment definition."
          FRAGMENT_DEFINITION
          "A fragment spread."
          FRAGMENT_SPREAD
          "An inline fragment."
          INLINE_FRAGMENT
          "A variable of an operation."
          VARIABLE_DEFINITION
          "The schema definition."
          SCHEMA
          "A scalar type."
          SCALAR
          "An object type."
          OBJECT
          "A field of an object or interface."
          FIELD_DEFINITION
          "An argument of a field or directive."
          ARGUMENT_DEFINITION
          "An interface type."
          INTERFACE
          "A union type."
          UNION
          "An enum type."
          ENUM
          "A value of an enum."
          ENUM_VALUE
          "An input object type."
          INPUT_OBJECT
          "A field of an input object."
          INPUT_FIELD_DEFINITION
        }
        """;
}
