namespace GraphApi.Engine.TypeSystem;

/// <summary>One thing that is wrong with a schema.</summary>
/// <param name="Coordinate">Where: a schema coordinate (<c>Type.field(argument:)</c>, <c>@directive</c>),
/// <c>schema</c>, or the name of a source.</param>
/// <param name="Message">What, as one sentence.</param>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema-Coordinates"/>
public sealed record SchemaError(string Coordinate, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Coordinate}: {Message}";
}
