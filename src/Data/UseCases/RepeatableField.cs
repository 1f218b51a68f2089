namespace GraphApi.Data.UseCases;

/// <summary>One mutation field of a request that may be repeated.</summary>
/// <param name="Key">What the caller calls the request by.</param>
/// <param name="Fingerprint">SHA-256 of the request, in lower-case hexadecimal.</param>
/// <param name="Path">The name that the field has in the response.</param>
public sealed record RepeatableField(string Key, string Fingerprint, string Path);
