namespace GraphApi.Benchmarks;

/// <summary>
/// What the server allocates for a request of the feed page, Kestrel included, and what that is. The server runs in
/// this process, on the configured database; the client is a socket that allocates nothing.
/// </summary>
static class FeedAllocations
{
    const int Warmup = 2_000;
    const int Requests = 2_000;

    /// <summary>Runs it.</summary>
    public static async Task RunAsync()
    {
        await using var server = await BenchServer.StartAsync();
        using var client = new FeedClient(server.Address.Port);
        client.Send(Warmup);

        // The bytes are counted without the sampler, whose events allocate too.
        GC.Collect();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        client.Send(Requests);
        var bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / Requests;
        using var sampler = new AllocationSampler();
        client.Send(Requests * 5);
        Console.WriteLine($"A request of the feed page (20 products) allocates {bytes:N0} bytes; of these");
        foreach (var (type, share) in sampler.Shares.Take(20))
        {
            Console.WriteLine($"{share,8:P1} {share * bytes,10:N0}  {type}");
        }
    }
}
