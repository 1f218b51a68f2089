namespace GraphApi.Distribution.UseCases;

/// <summary>It cannot be done in the state that the thing is in.</summary>
/// <param name="Message">The message for the client.</param>
sealed record StateConflictError(string Message);
