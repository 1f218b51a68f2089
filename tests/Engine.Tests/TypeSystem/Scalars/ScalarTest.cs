using System.Buffers;
using System.Text;
using System.Text.Json;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.TypeSystem.Scalars;

/// <summary>A scalar's test is literals, JSON, and values, each with what becomes of it.</summary>
public abstract class ScalarTest
{
    /// <summary>The scalar under test, as a schema has it.</summary>
    protected abstract string Name { get; }

    ScalarCoercion Scalar
    {
        get
        {
            var definition = Name is "Int" or "Float" or "String" or "Boolean" or "ID" ? "" : $"scalar {Name}";
            var schema = new SchemaBuilder()
                .AddSdl("test", $"{definition} type Query {{ a: {Name} }}")
                .BindField("Query.a", new ReadBinding<object?>(_ => null))
                .Build();
            var type = Assert.IsType<ScalarType>(schema.TypesByName[Name]);
            Assert.Equal(Name, type.Coercion.Name);
            return type.Coercion;
        }
    }

    protected void Reads(string literal, string json, object expected)
    {
        Assert.True(Scalar.TryParseLiteral(Literal(literal), out var value, out var error), error);
        Assert.Equal(expected, value);
        Assert.Equal(Scalar.ClrType, value!.GetType());
        ReadsJson(json, expected);
    }

    protected void ReadsJson(string json, object expected)
    {
        using var document = JsonDocument.Parse(json);
        Assert.True(Scalar.TryParseJson(document.RootElement, out var value, out var error), error);
        Assert.Equal(expected, value);
        Assert.Equal(Scalar.ClrType, value!.GetType());
    }

    protected void RefusesLiteral(string literal, string message)
    {
        Assert.False(Scalar.TryParseLiteral(Literal(literal), out var value, out var error));
        Assert.Null(value);
        Assert.Equal(message, error);
    }

    protected void RefusesJson(string json, string message)
    {
        using var document = JsonDocument.Parse(json);
        Assert.False(Scalar.TryParseJson(document.RootElement, out var value, out var error));
        Assert.Null(value);
        Assert.Equal(message, error);
    }

    protected void Writes(object value, string json)
    {
        Assert.True(Scalar.CanWrite(value));
        Assert.True(TryWrite(value, out var written));
        Assert.Equal(json, written);
    }

    protected void RefusesToWrite(object value)
    {
        Assert.False(Scalar.CanWrite(value));
        Assert.False(TryWrite(value, out var written));
        Assert.Equal("", written);
    }

    static ValueNode Literal(string literal)
    {
        var (value, error) = Parser.ParseValue(literal, ParserLimits.Sdl);
        Assert.Null(error);
        return value!;
    }

    bool TryWrite(object value, out string json)
    {
        var output = new ArrayBufferWriter<byte>();
        bool written;
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { SkipValidation = true }))
        {
            written = Scalar.TryWrite(writer, value);
        }

        json = Encoding.UTF8.GetString(output.WrittenSpan);
        return written;
    }
}
