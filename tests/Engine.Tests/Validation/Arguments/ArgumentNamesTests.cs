using GraphApi.Engine.Validation.Arguments;

namespace GraphApi.Engine.Tests.Validation.Arguments;

public sealed class ArgumentNamesTests() : RuleTest(context => new ArgumentNames(context))
{
    [Fact]
    public void Defined_arguments_are_known()
    {
        Valid("{ dog { doesKnowCommand(dogCommand: SIT) name @include(if: true) @tag(name: \"a\", weight: 2) } }");
        Valid("{ __type(name: \"A\") { fields(includeDeprecated: true) { name } } }");
    }

    [Fact]
    public void Arguments_of_something_unknown_are_not_looked_at() =>
        Valid("{ unknown(a: 1) @unknown(b: 2) dog { name @unknown(c: 3) } }");

    [Fact]
    public void Unknown_arguments_of_fields_are_refused() => Invalid(
        "{ dog { doesKnowCommand(command: SIT, DogCommand: SIT) __typename(a: 1) } __schema(x: 1) { types { name } } }",
        ("Unknown argument \"command\" on field \"Dog.doesKnowCommand\". Did you mean \"dogCommand\"?", [(1, 25)]),
        ("Unknown argument \"DogCommand\" on field \"Dog.doesKnowCommand\". Did you mean \"dogCommand\"?", [(1, 39)]),
        ("Unknown argument \"a\" on field \"Dog.__typename\".", [(1, 67)]),
        ("Unknown argument \"x\" on field \"Query.__schema\".", [(1, 84)]));

    [Fact]
    public void Unknown_arguments_of_directives_are_refused() => Invalid(
        "{ dog(if: true) @include(unless: false, iff: true) { name } }",
        ("Unknown argument \"if\" on field \"Query.dog\".", [(1, 7)]),
        ("Unknown argument \"unless\" on directive \"@include\".", [(1, 26)]),
        ("Unknown argument \"iff\" on directive \"@include\". Did you mean \"if\"?", [(1, 41)]));
}
