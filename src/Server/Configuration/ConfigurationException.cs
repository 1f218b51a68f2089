namespace GraphApi.Server.Configuration;

/// <summary>
/// The server cannot start as it is configured; <see cref="Problems"/> is the whole list of what is wrong.
/// </summary>
sealed class ConfigurationException(IReadOnlyList<string> problems)
    : Exception("The configuration is not valid:\n" + string.Join('\n', problems.Select(problem => "  - " + problem)))
{
    /// <summary>One sentence each, which begins with the key it is about.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
