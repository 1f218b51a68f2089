using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using GraphApi.Benchmarks;
using Perfolizer.Horology;

// What bench/engine and bench/run run:
//   documents FOLDER          parse, validate, plan, run a known document: time and bytes (BenchmarkDotNet)
//   feed                      bytes a request of the feed page allocates in the server, by type
//   access                    what row rules cost the feed page, and the resolution of a viewer
//   attacks                   how long the server takes to answer hostile documents
//   publish DATABASE          how long releases to 100, 10,000 and 40,000 recipients and recalls take, on that PostgreSQL
//   live DATABASE             how soon an event reaches subscribers, what they cost, how fast integrations poll
//   live-clients              the subscribers of live, in a process of their own: told by lines what to do
//   distinct COUNT            memory while so many different documents are asked
switch (args)
{
    case ["documents", var folder]:
        Environment.SetEnvironmentVariable(Documents.Folder, folder);
        BenchmarkRunner.Run<Documents>(ManualConfig.CreateEmpty()
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
                .WithIterationTime(TimeInterval.FromMilliseconds(200)).WithWarmupCount(6).WithIterationCount(12))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddExporter(MarkdownExporter.GitHub, JsonExporter.BriefCompressed)
            .AddLogger(ConsoleLogger.Default));
        return 0;
    case ["feed"]:
        await FeedAllocations.RunAsync();
        return 0;
    case ["access"]:
        await AccessCost.RunAsync();
        return 0;
    case ["publish", var database]:
        await PublishCost.RunAsync(database);
        return 0;
    case ["live", var database]:
        await LiveCost.RunAsync(database);
        return 0;
    case [LiveClients.Argument]:
        await LiveClients.RunAsync(Console.In, Console.Out);
        return 0;
    case ["distinct", var count]:
        await DistinctDocuments.RunAsync(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    case ["attacks"]:
        await Attacks.RunAsync();
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            "documents FOLDER | feed | access | publish DATABASE | live DATABASE | attacks | distinct COUNT");
        return 2;
}
