using System.Text.Json.Serialization;

namespace GraphApi.Peer;

/// <summary>What /json answers: the same JSON as the GraphQL server does to <c>{ __typename }</c>.</summary>
sealed record JsonAnswer(JsonAnswer.Names Data)
{
    /// <summary>The member <c>data</c>.</summary>
    public sealed record Names([property: JsonPropertyName("__typename")] string TypeName);
}
