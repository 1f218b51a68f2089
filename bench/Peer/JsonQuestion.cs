namespace GraphApi.Peer;

/// <summary>The body that /json reads: a GraphQL request, of which it only wants to know that it is there.</summary>
sealed record JsonQuestion(string Query);
