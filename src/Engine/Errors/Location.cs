namespace GraphApi.Engine.Errors;

/// <summary>
/// A place in a document: <paramref name="Line"/> and <paramref name="Column"/> both count from 1, in UTF-16 units.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Errors.Error-Result-Format"/>
public readonly record struct Location(int Line, int Column);
