using GraphApi.Engine.Errors;
using GraphApi.Engine.Validation.Limits;

namespace GraphApi.Engine.Tests.Validation.Limits;

public sealed class IntrospectionDepthTests() : RuleTest(context => new IntrospectionDepth(context))
{
    const string TooDeep = "Maximum introspection depth exceeded: lists nest at most 2 deep and ofType 16. Ask for a type "
        + "by its name.";

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
            TooDeep,
            (1, 3));
        Invalid(
            "{ __type(name: \"Dog\") { interfaces { possibleTypes { inputFields { name } } } } }",
            TooDeep,
            (1, 3));
    }

    [Fact]
    public void Sixteen_wrappers_are_allowed_and_seventeen_are_not()
    {
        static string Wrapped(int count) =>
            "{ __type(name: \"Dog\") { fields { type { " + string.Concat(Enumerable.Repeat("ofType { ", count)) + "name"
            + string.Concat(Enumerable.Repeat(" }", count + 4));
        Valid(Wrapped(16));
        Invalid(Wrapped(17), TooDeep, (1, 3));
        Assert.Equal(ErrorCode.IntrospectionTooDeep, Assert.Single(Errors(Wrapped(17))).Code);
    }

    [Fact]
    public void Fragments_are_followed_and_cycles_end() => Invalid(
        "{ dog { name } __schema { types { ...A } } }\nfragment A on __Type { fields { type { ...B } } }\n"
        + "fragment B on __Type { interfaces { ...C ...A } }\nfragment C on __Type { possibleTypes { name "
            + "...Missing } }",
        TooDeep,
        (1, 16));

    [Fact]
    public void Fields_of_the_same_name_elsewhere_do_not_count() =>
        Valid("{ fields { fields { interfaces { fields { inputFields { x } } } } } }");
}
