using GraphApi.Engine.Errors;

namespace GraphApi.Engine.TypeSystem;

/// <summary>A place in one of several sources: of a schema, or of the documents of a client.</summary>
/// <param name="Source">The name the source was added by; null: it was added without one.</param>
/// <param name="Location">The place in it.</param>
public readonly record struct SourceLocation(string? Source, Location Location)
{
    /// <summary><c>source:line:column</c></summary>
    public override string ToString() => Source is null
        ? $"{Location.Line}:{Location.Column}"
        : $"{Source}:{Location.Line}:{Location.Column}";
}
