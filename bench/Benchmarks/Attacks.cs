using System.Diagnostics;
using GraphApi.Harness;

namespace GraphApi.Benchmarks;

/// <summary>
/// How long the server takes to answer documents that have brought others down, over HTTP, sent one after another. What
/// they cost in work is bounded by the tests; here it is seen in time.
/// </summary>
static class Attacks
{
    const int Warmup = 20;
    const int Requests = 50;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("graphapi-bench-");
        await using (var server = await BenchServer.StartAsync(
            new("DataDirectory", folder.FullName),
            new("ConnectionStrings:Distribution", null),
            // So that the brackets reach the parser.
            new("Transport:MaxRequestBytes", "2000000")))
        {
            using var client = new HttpClient { BaseAddress = server.Address };
            Console.WriteLine($"{"document",-24} {"bytes",9} {"status",7} {"median ms",10} {"worst ms",9}");
            foreach (var (name, document) in AttackDocuments.All)
            {
                var (status, times) = await SendAsync(client, document);
                Console.WriteLine(
                    $"{name,-24} {document.Length,9:N0} {status,7} {times[Requests / 2],10:F2} {times[^1],9:F2}");
            }
        }

        folder.Delete(recursive: true);
    }

    static async Task<(int Status, double[] Times)> SendAsync(HttpClient client, string document)
    {
        var (status, times) = (0, new double[Requests]);
        for (var i = -Warmup; i < Requests; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
            {
                Content = JsonContent.Create(new { query = document }),
                Headers = { { "Accept", "application/graphql-response+json" } },
            };
            await request.Content.LoadIntoBufferAsync();
            var begun = Stopwatch.GetTimestamp();
            using var response = await client.SendAsync(request);
            status = (int)response.StatusCode;
            if (i >= 0)
            {
                times[i] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            }
        }

        Array.Sort(times);
        return (status, times);
    }
}
