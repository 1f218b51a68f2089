namespace GraphApi.Engine.Comparison;

/// <summary>One difference between two schemas.</summary>
/// <param name="Severity">What it means to clients.</param>
/// <param name="Kind">What changed.</param>
/// <param name="Coordinate">Where, as a schema coordinate: of the new schema, or of the old where it is gone.</param>
/// <param name="Message">What changed, as one sentence; in graphql-js's words where it has them.</param>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema-Coordinates"/>
public sealed record SchemaChange(ChangeSeverity Severity, SchemaChangeKind Kind, string Coordinate, string Message);
