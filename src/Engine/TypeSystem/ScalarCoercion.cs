using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// How values of one scalar are read from documents and variables and written to responses. Stateless. A value that
/// does not fit returns false and a message that says what would; it never throws.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Scalars.Input-Coercion"/>
public abstract class ScalarCoercion
{
    /// <summary>The name of the scalar this is the coercion of.</summary>
    public abstract string Name { get; }

    /// <summary>The CLR type of a coerced input value.</summary>
    public abstract Type ClrType { get; }

    /// <summary>Input coercion of a literal that is neither a variable nor null.</summary>
    public abstract bool TryParseLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? error);

    /// <summary>Input coercion of a JSON value that is not null.</summary>
    public abstract bool TryParseJson(JsonElement json, out object? value, [NotNullWhen(false)] out string? error);

    /// <summary>
    /// Whether <see cref="TryWrite"/> would write <paramref name="value"/>. Asked before a response is begun, because
    /// errors stand before data. The base tries it out; a scalar that can say so without writing overrides it.
    /// </summary>
    public virtual bool CanWrite(object value)
    {
        using var scratch = new Utf8JsonWriter(Stream.Null);
        return TryWrite(scratch, value);
    }

    /// <summary>
    /// Result coercion: writes <paramref name="value"/>, which is not null, as a JSON value; false, with nothing
    /// written, where it is no value of the scalar.
    /// </summary>
    public abstract bool TryWrite(Utf8JsonWriter writer, object value);
}
