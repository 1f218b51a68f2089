namespace GraphApi.Distribution.UseCases;

/// <summary>The caller may see it, but this is not his to do.</summary>
/// <param name="Message">The message for the client.</param>
sealed record NotPermittedError(string Message);
