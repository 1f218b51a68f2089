using GraphApi.Engine.TypeSystem;
using GraphApi.Harness;

namespace GraphApi.Engine.Tests;

/// <summary>What the engine offers other programs is written down, and changes where somebody means it.</summary>
public class PublicSurfaceTests
{
    [Fact]
    public void What_is_public_is_listed() => Snapshot.Match(
        Repository.PathOf("src", "Engine", "PublicApi.Engine.txt"),
        PublicSurface.Of(typeof(Schema).Assembly));
}
