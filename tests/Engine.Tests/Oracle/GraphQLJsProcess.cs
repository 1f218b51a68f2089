using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphApi.Engine.Tests.Introspection;

namespace GraphApi.Engine.Tests.Oracle;

/// <summary>
/// graphql-js, the reference implementation, as a process that answers a question a line, so that thousands of
/// questions start one process. Needs Node and <c>npm ci</c> in <c>tests/npm</c>.
/// </summary>
sealed class GraphQLJsProcess : IDisposable
{
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly Process _process;

    GraphQLJsProcess(Process process)
    {
        _process = process;
    }

    /// <summary>Starts a script of <c>tests/npm</c>; skips the test where graphql-js is not installed.</summary>
    public static GraphQLJsProcess Start(string script) => new(GraphQLJs.Start(script));

    /// <summary>The answer to one question.</summary>
    public async Task<JsonElement> AskAsync(object question)
    {
        await WriteAsync(question);
        await _process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        return await ReadAsync();
    }

    /// <summary>The answers to many questions, in their order; questions go out while answers come in.</summary>
    public async IAsyncEnumerable<(TQuestion Question, JsonElement Answer)> AskAllAsync<TQuestion>(
        IEnumerable<TQuestion> questions,
        Func<TQuestion, object> ask)
    {
        var asked = System.Threading.Channels.Channel.CreateUnbounded<TQuestion>();
        var writing = Task.Run(async () =>
        {
            foreach (var question in questions)
            {
                await WriteAsync(ask(question));
                asked.Writer.TryWrite(question);
            }

            await _process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            asked.Writer.Complete();
        });
        await foreach (var question in asked.Reader.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            yield return (question, await ReadAsync());
        }

        await writing;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit(5_000);
        _process.Dispose();
    }

    Task WriteAsync(object question) => _process.StandardInput.WriteLineAsync(
        new StringBuilder(JsonSerializer.Serialize(question, Plain)), TestContext.Current.CancellationToken);

    async Task<JsonElement> ReadAsync()
    {
        var line = await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.True(line is not null, "graphql-js ended.");
        return JsonElement.Parse(line);
    }
}
