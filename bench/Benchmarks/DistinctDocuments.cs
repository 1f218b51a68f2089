using System.Buffers;
using System.Diagnostics;
using GraphApi.Engine;

namespace GraphApi.Benchmarks;

/// <summary>
/// Asks many documents that differ in their text and prints what stays in memory: it must not grow with their number.
/// Most need no step; each hundredth has its steps planned too, which is where compiled statements would pile up.
/// </summary>
static class DistinctDocuments
{
    public static async Task RunAsync(int count)
    {
        await using var module = Subject.CreateModule();
        var engine = Subject.CreateEngine(module);
        var output = new ArrayBufferWriter<byte>();
        var begun = Stopwatch.StartNew();
        Console.WriteLine("  documents   live heap MB   working set MB");
        for (var i = 0; i < count; i++)
        {
            if (i % 100 == 0)
            {
                _ = engine.Explain($"{{ feed(first: 1) {{ nodes {{ a{i}: id originator {{ name }} }} }} }}").Plan
                    ?? throw new InvalidOperationException("The document is not valid.");
            }
            else
            {
                var response = await engine.ExecuteAsync(
                    new GraphQLRequest { Document = $"{{ a{i}: __typename }}" }, CancellationToken.None);
                output.ResetWrittenCount();
                response.WriteTo(output);
            }

            if (i % Math.Max(1, count / 10) == 0 || i == count - 1)
            {
                Console.WriteLine(
                    $"{i + 1,11:N0} {GC.GetTotalMemory(forceFullCollection: true) / 1e6,14:F1} "
                        + $"{Environment.WorkingSet / 1e6,16:F0}");
            }
        }

        Console.WriteLine($"{count / begun.Elapsed.TotalSeconds:N0} documents a second on one thread");
    }
}
