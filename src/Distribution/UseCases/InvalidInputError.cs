namespace GraphApi.Distribution.UseCases;

/// <summary>A value of the input is of the right type and yet not one that can be used.</summary>
/// <param name="Field">The field of the input.</param>
/// <param name="Message">The message for the client: what would fit.</param>
sealed record InvalidInputError(string Field, string Message);
