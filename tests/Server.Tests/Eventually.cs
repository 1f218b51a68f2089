using System.Diagnostics;

namespace GraphApi.Server.Tests;

/// <summary>Waits for what comes about by itself.</summary>
static class Eventually
{
    /// <summary>Returns once the condition holds; fails after twenty seconds.</summary>
    public static async Task HoldsAsync(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "It did not come about.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
