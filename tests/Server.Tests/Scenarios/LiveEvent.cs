namespace GraphApi.Server.Tests.Scenarios;

/// <summary>What a follower was told.</summary>
/// <param name="Id">The id of the event.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="ProductId">The product.</param>
/// <param name="IsGiven">Whether he was given the product with it.</param>
/// <param name="Run">Which of his runs it was; within one nothing is told twice, and all of it in order.</param>
sealed record LiveEvent(Guid Id, string Kind, string ProductId, bool IsGiven, int Run);
