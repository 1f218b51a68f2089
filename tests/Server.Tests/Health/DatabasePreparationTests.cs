using GraphApi.Server.Health;
using Microsoft.Extensions.Logging.Abstractions;

namespace GraphApi.Server.Tests.Health;

/// <summary>What is waited for, and what no waiting mends.</summary>
public sealed class DatabasePreparationTests
{
    [Fact]
    public async Task A_database_that_is_not_there_yet_is_tried_again_wrapped_or_not()
    {
        var failures = new Queue<Exception>(
        [
            new ToySchema.LostDatabaseException(),
            new InvalidOperationException("Transient.", new ToySchema.LostDatabaseException()),
        ]);
        var isReady = false;
        Task Migrate(CancellationToken cancellationToken)
        {
            if (failures.TryDequeue(out var failure))
            {
                throw failure;
            }

            isReady = true;
            return Task.CompletedTask;
        }

        await DatabasePreparation.RunAsync(
            Migrate, NullLogger.Instance, TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.True(isReady);
    }

    [Fact]
    public Task A_migration_that_is_wrong_is_thrown() => Assert.ThrowsAsync<InvalidOperationException>(
        () => DatabasePreparation.RunAsync(
            _ => throw new InvalidOperationException("Wrong."),
            NullLogger.Instance,
            TimeProvider.System,
            TestContext.Current.CancellationToken));
}
