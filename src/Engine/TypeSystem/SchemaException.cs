namespace GraphApi.Engine.TypeSystem;

/// <summary>Thrown where a schema cannot be built. The message lists everything that is wrong, a line each.</summary>
/// <param name="errors">Everything that is wrong; at least one.</param>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System"/>
public sealed class SchemaException(IReadOnlyList<SchemaError> errors)
    : Exception($"The schema has {errors.Count} error(s):\n{string.Join('\n', errors)}")
{
    /// <summary>Everything that is wrong, in the order of the checks.</summary>
    public IReadOnlyList<SchemaError> Errors { get; } = errors;
}
