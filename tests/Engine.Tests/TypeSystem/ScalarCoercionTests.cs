using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.TypeSystem;

public class ScalarCoercionTests
{
    [Fact]
    public void A_scalar_that_says_nothing_is_tried_out()
    {
        var scalar = new Even();

        Assert.True(scalar.CanWrite(2));
        Assert.False(scalar.CanWrite(3));
        Assert.False(scalar.CanWrite("2"));
    }

    [Fact]
    public void A_scalar_of_ones_own_replaces_one_that_is_known()
    {
        var schema = new SchemaBuilder()
            .AddSdl("test", "scalar Long type Query { a: Long }")
            .AddScalar(new Even())
            .BindField("Query.a", new ReadBinding<int>(_ => 2))
            .Build();

        Assert.IsType<Even>(Assert.IsType<ScalarType>(schema.TypesByName["Long"]).Coercion);
    }

    sealed class Even : ScalarCoercion
    {
        public override string Name => "Long";

        public override Type ClrType => typeof(int);

        public override bool TryParseLiteral(
            ValueNode literal,
            out object? value,
            [NotNullWhen(false)] out string? error)
        {
            (value, error) = (null, "It is only written.");
            return false;
        }

        public override bool TryParseJson(JsonElement json, out object? value, [NotNullWhen(false)] out string? error)
        {
            (value, error) = (null, "It is only written.");
            return false;
        }

        public override bool TryWrite(Utf8JsonWriter writer, object value)
        {
            if (value is not int number || number % 2 != 0)
            {
                return false;
            }

            writer.WriteNumberValue(number);
            return true;
        }
    }
}
