namespace GraphApi.Distribution.AccessRecords;

/// <summary>What only the transport knows of a request, for its records.</summary>
/// <param name="Channel">How the answer leaves.</param>
/// <param name="Purpose">What the caller says he reads for; null: nothing.</param>
readonly record struct AccessOrigin(AccessChannel Channel, string? Purpose);
