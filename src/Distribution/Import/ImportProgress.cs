namespace GraphApi.Distribution.Import;

/// <summary>How far an import has come.</summary>
/// <param name="File">The file.</param>
/// <param name="Lines">Lines read of it so far.</param>
public sealed record ImportProgress(string File, long Lines);
