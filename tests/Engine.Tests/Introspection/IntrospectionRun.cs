using System.Buffers;
using System.Text.Json.Nodes;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Introspection;

/// <summary>Runs introspection of a schema through the whole engine.</summary>
static class IntrospectionRun
{
    /// <summary>The response.</summary>
    public static async Task<JsonNode> OfAsync(Schema schema, string document)
    {
        var response = await new GraphQLEngine(schema, new EngineOptions()).ExecuteAsync(
            new GraphQLRequest { Document = document },
            TestContext.Current.CancellationToken);
        var output = new ArrayBufferWriter<byte>();
        response.WriteTo(output);
        return JsonNode.Parse(output.WrittenSpan)!;
    }
}
