namespace GraphApi.Distribution.UseCases;

/// <summary>Somebody else has to do it: the caller is a party to it.</summary>
/// <param name="Message">The message for the client.</param>
sealed record SeparationOfDutyError(string Message);
