using GraphApi.Engine.Response;
using GraphApi.Engine.Tests.Execution;

namespace GraphApi.Engine.Tests.Response;

public sealed class ExtensionsWriterTests
{
    [Fact]
    public void Extensions_of_a_response_stand_behind_its_data_with_their_types()
    {
        var response = new GraphQLResponse(ResponseKind.Refused);
        response.Extend("cost", new Dictionary<string, object?> { ["fieldCost"] = 12.5, ["typeCost"] = 3 });
        response.Extend("known", true);
        response.Extend("since", null);
        response.Extend("name", "a \"b\"");
        response.Extend("count", 5_000_000_000L);

        Assert.Equal(
            """{"extensions":{"cost":{"fieldCost":12.5,"typeCost":3},"known":true,"since":null,"""
                + """ "name":"a \"b\"","count":5000000000}}""".TrimStart(),
            ToySchema.Text(response));
    }

    [Fact]
    public void A_response_without_extensions_has_no_entry_for_them() =>
        Assert.Equal("{}", ToySchema.Text(new GraphQLResponse(ResponseKind.Refused)));
}
