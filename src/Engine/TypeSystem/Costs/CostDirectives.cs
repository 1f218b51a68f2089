namespace GraphApi.Engine.TypeSystem.Costs;

/// <summary>
/// The directives that say what an operation costs, those of IBM's cost specification with HotChocolate's addition. A
/// schema that wants them defines them with this text, and it shows them to its clients: they tell nothing that a
/// client could not find out by asking, and let its tools price an operation before it is sent.
/// </summary>
/// <seealso href="https://ibm.github.io/graphql-specs/cost-spec.html"/>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Directives"/>
public static class CostDirectives
{
    /// <summary>The name of the directive that gives a weight.</summary>
    public const string Cost = "cost";

    /// <summary>The name of the directive that says how long a list is.</summary>
    public const string ListSize = "listSize";

    /// <summary>The definition of <c>@cost</c>.</summary>
    public const string CostSdl = """

        "Weighs what it stands at. Without it a field, argument or input field of a composite type weighs 1, others 0."
        directive @cost(
          "The weight, a number as text."
          weight: String!
        ) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR

        """;

    /// <summary>The definition of <c>@listSize</c>.</summary>
    public const string ListSizeSdl = """

        "Says how long a list is taken to be, by whose length the cost of what is selected below is multiplied."
        directive @listSize(
          "The length where nothing else says it."
          assumedSize: Int
          "The arguments that bound the length, by their number or by their own length; the largest counts."
          slicingArguments: [String!]
          "The length where no slicing argument is given."
          slicingArgumentDefaultValue: Int
          "The fields below that are the list, as `edges` and `nodes` of a connection. Null: the field itself."
          sizedFields: [String!]
          "Whether exactly one slicing argument must be given."
          requireOneSlicingArgument: Boolean! = true
        ) on FIELD_DEFINITION

        """;
}
