using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Scalars;

/// <summary>
/// A scalar of which only the name is known, in a schema that is read and checked but not executed: it takes any value
/// as the node or JSON it is, and writes none.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Scalars.Custom-Scalars"/>
sealed class UntypedScalar(string name) : ScalarCoercion
{
    public override string Name { get; } = name;

    public override Type ClrType => typeof(object);

    public override bool TryParseLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? error)
    {
        value = literal;
        error = null;
        return true;
    }

    public override bool TryParseJson(JsonElement json, out object? value, [NotNullWhen(false)] out string? error)
    {
        value = json.Clone();
        error = null;
        return true;
    }

    public override bool CanWrite(object value) => false;

    public override bool TryWrite(Utf8JsonWriter writer, object value) => false;
}
