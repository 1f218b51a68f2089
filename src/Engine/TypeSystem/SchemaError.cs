namespace GraphApi.Engine.TypeSystem;

/// <summary>One thing that is wrong with a schema.</summary>
/// <param name="Coordinate">Where: a schema coordinate (<c>Type.field(argument:)</c>, <c>@directive</c>),
/// <c>schema</c>, or the name of a source.</param>
/// <param name="Message">What, as one sentence.</param>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema-Coordinates"/>
public sealed record SchemaError(string Coordinate, string Message)
{
    /// <summary>The places in the sources it is about; empty where it is about none.</summary>
    public IReadOnlyList<SourceLocation> Locations { get; init; } = [];

    /// <summary>Coordinate, message and places, on one line.</summary>
    public override string ToString() => Locations switch
    {
        [] => $"{Coordinate}: {Message}",
        [var place] when place.Source == Coordinate => $"{place}: {Message}",
        _ => $"{Coordinate}: {Message} ({string.Join(", ", Locations)})",
    };

    /// <summary>Whether the other says the same of the same places.</summary>
    public bool Equals(SchemaError? other) =>
        other is not null
        && (Coordinate, Message) == (other.Coordinate, other.Message)
        && Locations.SequenceEqual(other.Locations);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Coordinate, Message, Locations.Count);
}
