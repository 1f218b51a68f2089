using GraphApi.Engine.Tests.Validation;
using GraphApi.Engine.TypeSystem;
using GraphApi.Engine.TypeSystem.Scalars;
using GraphApi.Harness;

namespace GraphApi.Engine.Tests.Oracle;

/// <summary>A schema that both implementations are given.</summary>
/// <param name="Sdl">Its text.</param>
/// <param name="Schema">What we make of it. Its custom scalars take any literal, as those of graphql-js do.</param>
sealed record OracleSchema(string Sdl, Schema Schema)
{
    readonly Dictionary<NamedType, IReadOnlyList<NamedType>> _overlapping = [];

    /// <summary>Every name in it.</summary>
    public IReadOnlyList<string> Names { get; } =
    [
        .. Schema.ClientTypes.Select(type => type.Name),
        .. Schema.ClientTypes.OfType<ComplexType>().SelectMany(type => type.Fields).Select(field => field.Name),
        .. Schema.ClientTypes.OfType<InputObjectType>().SelectMany(type => type.Fields).Select(field => field.Name),
        .. Schema.ClientTypes.OfType<EnumType>().SelectMany(type => type.Values).Select(value => value.Name),
    ];

    /// <summary>
    /// The names of fields that have one type wherever they stand, so that any two of them can be merged.
    /// </summary>
    public IReadOnlySet<string> UnequivocalFields { get; } = Schema.ClientTypes
        .OfType<ComplexType>()
        .SelectMany(type => type.Fields)
        .GroupBy(field => field.Name)
        .Where(group => group.Select(field => field.Type.ToString()).Distinct().Count() == 1)
        .Select(group => group.Key)
        .ToHashSet();

    /// <summary>The types with fields and unions that share an object type with one, itself included.</summary>
    public IReadOnlyList<NamedType> Overlapping(NamedType type)
    {
        lock (_overlapping)
        {
            if (!_overlapping.TryGetValue(type, out var types))
            {
                var objects = Schema.GetPossibleTypes(type).ToHashSet();
                types =
                [
                    .. Schema.ClientTypes.Where(other => other is ComplexType or UnionType
                        && (other == type || Schema.GetPossibleTypes(other).Any(objects.Contains))),
                ];
                _overlapping.Add(type, types);
            }

            return types;
        }
    }

    /// <summary>Some of everything that a document can refer to.</summary>
    const string ToySdl = """
        schema { query: Root mutation: Change subscription: Watch }

        directive @onAnything(note: String = "none", at: Point, level: Level = LOW) repeatable
          on QUERY | MUTATION | SUBSCRIPTION | FIELD | FRAGMENT_DEFINITION | FRAGMENT_SPREAD | INLINE_FRAGMENT
            | VARIABLE_DEFINITION
        directive @onField(must: Int!) on FIELD
        directive @onVariable on VARIABLE_DEFINITION
        directive @onFragment(old: Int @deprecated) on FRAGMENT_DEFINITION | FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @onOperation on QUERY | MUTATION | SUBSCRIPTION

        scalar Json
        scalar Instant @specifiedBy(url: "https://example.org/instant")

        enum Level { LOW MIDDLE HIGH @deprecated(reason: "too high") VERY_HIGH }

        input Point { x: Int! y: Int! = 0 label: String level: Level = LOW next: Point tags: [String!] grid: [[Int!]!] }
        input Pick @oneOf { id: ID name: String point: Point level: Level tags: [Int!] }
        input Filter {
          and: [Filter!] or: [Filter!] not: Filter
          level: LevelFilter size: Float done: Boolean since: Instant extra: Json old: Int @deprecated
        }
        input LevelFilter { eq: Level in: [Level!] }

        interface Node { id: ID! }
        interface Named implements Node { id: ID! name(upper: Boolean = false): String }
        interface Sized { size: Float! parts(first: Int! = 10): [Part!]! }

        type Thing implements Node & Named & Sized {
          id: ID!
          name(upper: Boolean = false): String
          size: Float!
          parts(first: Int! = 10): [Part!]!
          owner: Owner
          things(filter: Filter, order: [Level!] = [LOW, HIGH], after: Instant): [Thing]!
          level: Level!
          json(path: [Json], old: Int @deprecated): Json
          matrix: [[Int!]]!
        }
        type Part implements Node & Named {
          id: ID!
          name(upper: Boolean = false): String
          of: Thing
          kind: Level
        }
        type Person implements Node & Named { id: ID! name(upper: Boolean = false): String age: Int friends: [Person!] }
        type Company implements Node { id: ID! title: String! staff(pick: Pick, at: Point! = { x: 1 }): [Owner!] }
        union Owner = Person | Company
        union Any = Thing | Part | Person | Company

        type Root {
          thing(id: ID!): Thing
          things(filter: Filter, first: Int, ratio: Float): [Thing!]!
          node(id: ID!): Node
          named: Named
          sized: Sized
          any(pick: Pick!): Any
          owner: Owner
          echo(
            s: String, i: Int, f: Float, b: Boolean, id: ID, level: Level, json: Json, ints: [Int!], grid: [[Int]]
          ): String
          place(point: Point!, points: [Point!]): Boolean!
          old: Int @deprecated
        }
        type Change {
          add(thing: Point!, level: Level = MIDDLE): Thing!
          rename(id: ID!, name: String!): Named
          remove(ids: [ID!]!): Int
        }
        type Watch { thing(id: ID): Thing any: Any tick: Int }
        """;

    /// <summary>The schema of the specification's examples.</summary>
    public static OracleSchema Pets { get; } = Of(PetSchema.SdlWithoutInternals);

    /// <summary>Some of everything.</summary>
    public static OracleSchema Toy { get; } = Of(ToySdl);

    /// <summary>The schema we serve, as clients see it.</summary>
    public static OracleSchema Public { get; } = Of(File.ReadAllText(Repository.PathOf("schema", "public.graphql")));

    /// <summary>A schema without mutations and subscriptions, and with a very long name.</summary>
    public static OracleSchema ReadOnly { get; } = Of($"type Query {{ a: Int {new string('a', 102)}: Int }}");

    /// <summary>All of them.</summary>
    public static OracleSchema[] All { get; } = [Pets, Toy, Public, ReadOnly];

    /// <summary>The schema that the cases of rules call by this name.</summary>
    public static OracleSchema Named(string name) => name switch
    {
        "pets" => Pets,
        "toy" => Toy,
        "readonly" => ReadOnly,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such schema."),
    };

    /// <summary>A schema of a text.</summary>
    public static OracleSchema Of(string sdl)
    {
        var builder = new SchemaBuilder().AddSdl("oracle", sdl).AllowUnbound();
        foreach (var scalar in BuiltInScalars.Further)
        {
            builder.AddScalar(new UntypedScalar(scalar.Name));
        }

        return new OracleSchema(sdl, builder.Build());
    }
}
