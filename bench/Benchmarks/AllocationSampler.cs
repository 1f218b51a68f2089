using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace GraphApi.Benchmarks;

/// <summary>
/// Counts what the process allocates, by type, from the runtime's samples (one for each 100 kB or so of allocation).
/// </summary>
sealed class AllocationSampler : EventListener
{
    const EventKeywords GarbageCollection = (EventKeywords)0x1;

    readonly ConcurrentDictionary<string, int> _samples = new();

    /// <summary>The types with their share of all samples, the largest first.</summary>
    public IEnumerable<(string Type, double Share)> Shares
    {
        get
        {
            var all = (double)Math.Max(1, _samples.Values.Sum());
            return _samples.OrderByDescending(s => s.Value).Select(s => (s.Key, s.Value / all)).ToList();
        }
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
        {
            EnableEvents(eventSource, EventLevel.Verbose, GarbageCollection);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName?.StartsWith("GCAllocationTick", StringComparison.Ordinal) == true
            && eventData.PayloadNames?.IndexOf("TypeName") is { } index and >= 0)
        {
            _samples.AddOrUpdate((string)eventData.Payload![index]!, 1, (_, count) => count + 1);
        }
    }
}
