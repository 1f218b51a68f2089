namespace GraphApi.Engine.Errors;

/// <summary>What a client is told of one thing that went wrong. It holds nothing the client may not read.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Errors.Error-Result-Format"/>
public sealed record GraphQLError
{
    /// <summary>An error for the client.</summary>
    /// <param name="message">One sentence: what is wrong and, where it can be said, what to do.</param>
    /// <param name="code">One of <see cref="ErrorCode"/>; written to <c>extensions.code</c>. Null: none (validation
    /// rules of the specification).</param>
    /// <param name="locations">The places in the document it is about.</param>
    public GraphQLError(string message, string? code = null, params ReadOnlySpan<Location> locations)
    {
        Message = message;
        Code = code;
        Locations = [.. locations];
    }

    /// <summary>
    /// That a limit was passed: <see cref="ErrorCode.DocumentTooComplex"/>, and <c>extensions.limit</c> names it as the
    /// configuration does.
    /// </summary>
    /// <param name="limit">The name of the limit's option.</param>
    /// <param name="message">What is too much, the limit's value, and what to do.</param>
    /// <param name="locations">The places in the document it is about.</param>
    public static GraphQLError OfLimit(string limit, string message, params ReadOnlySpan<Location> locations) =>
        new(message, ErrorCode.DocumentTooComplex, locations)
        {
            Extensions = new Dictionary<string, object?> { ["limit"] = limit },
        };

    /// <summary>One sentence: what is wrong and, where it can be said, what to do.</summary>
    public string Message { get; init; }

    /// <summary>
    /// A stable word for programs (<see cref="ErrorCode"/>), written to <c>extensions.code</c>; null: none.
    /// </summary>
    public string? Code { get; init; }

    /// <summary>The places in the document it is about; empty where it is about none.</summary>
    public IReadOnlyList<Location> Locations { get; init; }

    /// <summary>
    /// The schema coordinate of the field, argument, input field or directive it is about, written to
    /// <c>extensions.coordinate</c>; null: it is about none, or about several.
    /// </summary>
    /// <seealso href="https://spec.graphql.org/September2025/#sec-Schema-Coordinates"/>
    public string? Coordinate { get; init; }

    /// <summary>The response position that failed; null for an error of the whole request.</summary>
    public ResponsePath? Path { get; init; }

    /// <summary>Further entries of <c>extensions</c>: strings, numbers and booleans by name; null: none.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }
}
