using System.Buffers;
using System.Diagnostics;
using GraphApi.Distribution;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Engine;

namespace GraphApi.Benchmarks;

/// <summary>
/// Asks many documents that differ in their text and prints what stays in memory: it must not grow with their number.
/// Most need no step; each hundredth has its steps planned and each thousandth its statements compiled and run (on an
/// empty database), which is where what is compiled would pile up.
/// </summary>
static class DistinctDocuments
{
    static readonly ArrayBufferWriter<byte> Output = new();

    public static async Task RunAsync(int count)
    {
        var folder = Directory.CreateTempSubdirectory("graphapi-bench-");
        await using var module = Subject.CreateModule($"Data Source={Path.Combine(folder.FullName, "empty.db")}");
        await module.MigrateAsync(CancellationToken.None);
        var engine = Subject.CreateEngine(module);
        var begun = Stopwatch.StartNew();
        Console.WriteLine("  documents   live heap MB   working set MB");
        for (var i = 0; i < count; i++)
        {
            await AskAsync(module, engine, i);
            if (i % Math.Max(1, count / 10) == 0 || i == count - 1)
            {
                Console.WriteLine(
                    $"{i + 1,11:N0} {GC.GetTotalMemory(forceFullCollection: true) / 1e6,14:F1} "
                        + $"{Environment.WorkingSet / 1e6,16:F0}");
            }
        }

        Console.WriteLine($"{count / begun.Elapsed.TotalSeconds:N0} documents a second on one thread");
        folder.Delete(recursive: true);
    }

    static async Task AskAsync(DistributionModule module, GraphQLEngine engine, int i)
    {
        var feed = $"{{ feed(first: 1) {{ nodes {{ a{i}: id originator {{ name }} sectors {{ code }} }} }} }}";
        if (i % 100 == 0 && i % 1000 != 0)
        {
            _ = engine.Explain(feed).Plan ?? throw new InvalidOperationException("The document is not valid.");
            return;
        }

        await using var session = i % 1000 == 0
            ? await module.OpenSessionAsync(
                principal: null, address: null, AccessChannel.GraphqlHttp, purpose: null, CancellationToken.None)
            : null;
        var request = new GraphQLRequest
        {
            Document = session is null ? $"{{ a{i}: __typename }}" : feed,
            Session = session,
        };
        var response = await engine.ExecuteAsync(request, CancellationToken.None);
        if (response.Errors.Count > 0)
        {
            throw new InvalidOperationException(response.Errors[0].Message);
        }

        Output.ResetWrittenCount();
        response.WriteTo(Output);
    }
}
