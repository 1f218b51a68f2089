using GraphApi.Engine.Validation.Limits;

namespace GraphApi.Engine.Tests.Validation.Limits;

public sealed class IntrospectionDepthTests() : RuleTest(context => new IntrospectionDepth(context))
{
    [Fact]
    public void The_usual_introspection_query_passes() => Valid("""
        query IntrospectionQuery {
          __schema { description queryType { name } types { ...FullType } directives { name args { ...InputValue } } }
        }
        fragment FullType on __Type {
          fields(includeDeprecated: true) { name args { ...InputValue } type { ...TypeRef } }
          inputFields { ...InputValue } interfaces { ...TypeRef } possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue { name type { ...TypeRef } }
        fragment TypeRef on __Type {
          name ofType { name ofType { name ofType { name ofType { name ofType { name } } } } }
        }
        """);

    [Fact]
    public void Two_lists_deep_is_allowed_and_three_are_not()
    {
        Valid("{ __schema { types { fields { type { fields { name } } } } } }");
        Invalid(
            "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
            "Maximum introspection depth exceeded",
            (1, 3));
        Invalid(
            "{ __type(name: \"Dog\") { interfaces { possibleTypes { inputFields { name } } } } }",
            "Maximum introspection depth exceeded",
            (1, 3));
    }

    [Fact]
    public void Fragments_are_followed_and_cycles_end() => Invalid(
        "{ dog { name } __schema { types { ...A } } }\nfragment A on __Type { fields { type { ...B } } }\n"
        + "fragment B on __Type { interfaces { ...C ...A } }\nfragment C on __Type { possibleTypes { name "
            + "...Missing } }",
        "Maximum introspection depth exceeded",
        (1, 16));

    [Fact]
    public void Fields_of_the_same_name_elsewhere_do_not_count() =>
        Valid("{ fields { fields { interfaces { fields { inputFields { x } } } } } }");
}
