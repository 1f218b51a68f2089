using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Validation;

/// <summary>
/// The schema that the validation chapter of the specification takes its examples from, and a little more.
/// </summary>
static class PetSchema
{
    public const string SdlWithoutInternals = """
        type Query {
          dog: Dog
          findDog(searchBy: FindDogInput): Dog
          findOwner(by: OwnerSelector): Human
          pet: Pet
          catOrDog: CatOrDog
          human(id: ID): Human
          arguments: Arguments
          boxes: [Box!]!
          anything(of: Anything, many: [Anything]): Boolean
          someBox: Box
        }

        type Mutation {
          adopt(name: String!): Dog
        }

        type Subscription {
          newMessage: Message
          disallowedSecondRootField: Boolean
        }

        interface Event { sender: String }

        type Message implements Event { body: String sender: String }

        enum DogCommand { SIT DOWN HEEL }

        enum CatCommand { JUMP }

        interface Sentient { name: String! }

        interface Pet { name: String! }

        interface Mammal { mother: Mammal }

        type Alien implements Sentient { name: String! homePlanet: String }

        type Human implements Sentient { name: String! pets: [Pet!] relatives: [Human] }

        type Dog implements Pet & Mammal {
          name: String!
          nickname: String
          barkVolume: Int
          doesKnowCommand(dogCommand: DogCommand!): Boolean!
          isHouseTrained(atOtherHomes: Boolean): Boolean!
          owner: Human
          mother: Dog
        }

        type Cat implements Pet & Mammal {
          name: String!
          nickname: String
          meowVolume: Int
          doesKnowCommand(catCommand: CatCommand!): Boolean!
          owner: Human
          mother: Cat
        }

        union CatOrDog = Cat | Dog

        union HumanOrAlien = Human | Alien

        input FindDogInput { name: String owner: String ages: [Int!] commands: [DogCommand] = [] within: FindDogInput }

        input OwnerSelector @oneOf { id: ID name: String email: Email }

        input Email { user: String! host: String! = "example.com" port: Int! }

        scalar Anything

        type Arguments {
          multipleRequirements(x: Int!, y: Int!): Int!
          booleanArg(booleanArg: Boolean): Boolean
          floatArg(floatArg: Float): Float
          intArg(intArg: Int): Int
          stringArg(stringArg: String): String
          idArg(idArg: ID): ID
          enumArg(enumArg: DogCommand): Boolean
          nonNullBooleanArg(nonNullBooleanArg: Boolean!): Boolean!
          booleanListArg(booleanListArg: [Boolean]!): [Boolean]
          nonNullBooleanListArg(nonNullBooleanListArg: [Boolean!]): [Boolean]
          optionalNonNullBooleanArg(optionalBooleanArg: Boolean! = false): Boolean!
          emailArg(emailArg: Email!): Boolean
          intListArg(intListArg: [[Int]]): Int
        }

        interface Box { deepBox: Box unrelated: String }

        type StringBox implements Box {
          deepBox: StringBox
          unrelated: String
          scalar: String
          scalars: [String]
          items: [Item]
          item: Item
        }

        type IntBox implements Box {
          deepBox: IntBox
          unrelated: String
          scalar: Int
          scalars: [Int]
          items: [Item]
          item: Item
        }

        type FirmBox implements Box {
          deepBox: FirmBox
          unrelated: String
          scalar: String!
          scalars: [String!]
          items: Item
          item: [Item]
        }

        type Item { id: ID title: String note(of: String, at: Int): String }

        directive @onQuery on QUERY
        directive @onMutation on MUTATION
        directive @onSubscription on SUBSCRIPTION
        directive @onField on FIELD
        directive @onFragmentDefinition on FRAGMENT_DEFINITION
        directive @onFragmentSpread on FRAGMENT_SPREAD
        directive @onInlineFragment on INLINE_FRAGMENT
        directive @onVariableDefinition on VARIABLE_DEFINITION
        directive @tag(name: String!, weight: Int! = 1) repeatable on FIELD | QUERY
        """;

    public const string Sdl = SdlWithoutInternals + """

        directive @secret(rule: SecretRule) on FIELD_DEFINITION | FIELD
        enum SecretRule { A }
        """;

    public static Schema Schema { get; } = new SchemaBuilder()
        .AddSdl("pets", Sdl)
        .HideDirectives(name => name == "secret")
        .AllowUnbound()
        .Build();
}
