using GraphApi.Data.Bindings;
using GraphApi.Data.UseCases;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;

namespace GraphApi.Distribution.Publishing;

/// <summary>
/// Releases an approved or scheduled version in the place of the one in force, to an audience of its own: who had the
/// former and does not get this one is told that it is gone.
/// </summary>
static class PublishNewVersion
{
    /// <summary>What it takes.</summary>
    public sealed record Input(string Id, int Revision, string Supersedes, string Reason);

    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(
        UnitOfWork work, Input input, CancellationToken cancellationToken) =>
        await Publish.ReleaseAsync(
            work,
            new VersionDecision(input.Id, input.Revision, input.Reason),
            NodeIds.KeyOf(input.Supersedes, nameof(ProductVersion)) ?? Guid.Empty,
            cancellationToken);
}
