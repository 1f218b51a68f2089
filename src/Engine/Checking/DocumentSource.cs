namespace GraphApi.Engine.Checking;

/// <summary>A text that holds operations and fragments: most often a file.</summary>
/// <param name="Name">What it is called in problems: a file name.</param>
/// <param name="Text">The text.</param>
public sealed record DocumentSource(string Name, string Text);
