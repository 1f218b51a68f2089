using GraphApi.Engine.Introspection;

namespace GraphApi.Engine.TypeSystem.Costs;

/// <summary>
/// What a part of the schema weighs: what <c>@cost</c> says, else what IBM's cost specification and HotChocolate give
/// it.
/// </summary>
/// <seealso href="https://ibm.github.io/graphql-specs/cost-spec.html#sec-weight"/>
static class CostWeights
{
    /// <summary>The weight of a field that takes a step, as of HotChocolate's asynchronous resolvers.</summary>
    public const double Step = 10;

    const double Composite = 1;
    const double Leaf = 0;

    /// <summary>What one selection of the field adds to the field cost.</summary>
    public static double Of(Field field) => field.Weight ?? (TakesStep(field) ? Step : ByType(field.Type));

    /// <summary>What a value for the argument or input field adds to the field cost.</summary>
    public static double Of(InputValue input) =>
        input.Weight ?? (input.Type.Named is InputObjectType ? Composite : Leaf);

    /// <summary>What one value of the type adds to the type cost; of an abstract type see its possible types.</summary>
    public static double Of(NamedType type) => type.Weight ?? ByType(type);

    /// <summary>Whether something has to be read for the field. What introspection reads is in memory.</summary>
    public static bool TakesStep(Field field) =>
        field.Binding is EventSource or StepBinding and not IntrospectionBinding;

    static double ByType(GraphQLType type) => type.IsLeaf ? Leaf : Composite;
}
