using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.TypeSystem.Rules;

/// <summary>A rule's test is SDL and the whole list of what is wrong with it. A query type is added.</summary>
public abstract class SchemaRuleTest
{
    const string Query = "\ntype Query { query: Int }";

    protected static void Valid(string sdl) => Builder(sdl + Query).Build();

    protected static void Invalid(string sdl, params (string Coordinate, string Message)[] errors) =>
        InvalidSchema(sdl + Query, errors);

    protected static void InvalidSchema(string sdl, params (string Coordinate, string Message)[] errors)
    {
        var exception = Assert.Throws<SchemaException>(() => Builder(sdl).Build());
        Assert.Equal(errors, exception.Errors.Select(error => (error.Coordinate, error.Message)));
    }

    /// <summary>The same with the places of each error: <c>line:column</c>, apart by spaces.</summary>
    protected static void InvalidAt(string sdl, params (string Coordinate, string Message, string Places)[] errors)
    {
        var exception = Assert.Throws<SchemaException>(() => Builder(sdl + Query).Build());
        Assert.Equal(
            errors,
            exception.Errors.Select(error => (error.Coordinate, error.Message, string.Join(' ', error.Locations.Select(
                place => $"{place.Location.Line}:{place.Location.Column}")))));
    }

    static SchemaBuilder Builder(string sdl) => new SchemaBuilder().AddSdl("test", sdl).AllowUnbound();
}
