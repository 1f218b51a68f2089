using System.Diagnostics;

namespace GraphApi.Server.Tests;

/// <summary>Waits for what comes about by itself.</summary>
static class Eventually
{
    /// <summary>Returns once the condition holds; fails after twenty seconds.</summary>
    public static Task HoldsAsync(Func<bool> condition) => HoldsAsync(() => Task.FromResult(condition()));

    /// <inheritdoc cref="HoldsAsync(Func{bool})"/>
    public static async Task HoldsAsync(Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "It did not come about.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
