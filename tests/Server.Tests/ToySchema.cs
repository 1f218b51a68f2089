using System.Data.Common;
using System.Security.Claims;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Server.Tests;

/// <summary>A schema without any product, which shows that the transports know none.</summary>
static class ToySchema
{
    const string Sdl = """
        type Query {
          greeting(name: String! = "you", times: Int): String!
          caller: String
          broken: String
          refused: String
          guarded: String
          slow: String
          running: Int
          item(kind: Kind, filter: ItemFilter): Item
        }
        type Mutation { rename(name: String!): String }
        type Subscription { notes(after: String, about: String): Note }
        type Note { text: String! reader: String }
        type Item { id: ID! }
        enum Kind { SMALL LARGE }
        input ItemFilter { name: String size: Int }
        """;

    /// <summary>What a masked fault holds and no answer may.</summary>
    public const string Secret = "password=hunter2";

    public static Schema Create(ToyEvents? events = null) => new SchemaBuilder()
        .AddSdl("toy.graphql", Sdl)
        .AddSdl("tones.graphql", $"enum Tone {{ {string.Join(' ', Enumerable.Range(0, 300).Select(i => $"T{i}"))} }}")
        .BindField("Query.greeting", new Steps(Greet))
        .BindField("Query.caller", new Steps((context, _, _) => new(context.GetSession<Session>().Name)))
        .BindField("Query.broken", new Steps((_, _, _) => throw new InvalidOperationException(Secret)))
        .BindField(
            "Query.refused",
            new Steps((_, _, _) => throw new GraphQLException(new GraphQLError("Not today.", "TOY"))))
        .BindField("Query.guarded", new Steps((_, _, _) => throw new GraphQLException(
            new GraphQLError("Sign in again.", ErrorCode.StepUpRequired)
            {
                Extensions = new Dictionary<string, object?> { ["acr_values"] = "phr phrh", ["max_age"] = 900 },
            })))
        .BindField("Query.slow", new Steps(WaitAsync))
        .BindField("Query.running", new Steps(CountRunningAsync))
        .BindField("Query.item", new Steps((_, _, _) => new((object?)null)))
        .BindField("Mutation.rename", new Steps((_, arguments, _) => new(arguments.Get<string>("name"))))
        .BindField("Subscription.notes", events ?? new ToyEvents())
        .BindField("Note.text", new ReadBinding<string>(row => (string)row))
        .BindField("Note.reader", new Steps((context, _, _) => new(context.GetSession<Session>().Name)))
        .BindField("Item.id", new ReadBinding<string>(_ => "1"))
        .Build();

    static ValueTask<object?> Greet(
        RequestContext context, ArgumentValues arguments, CancellationToken cancellationToken) =>
        new(string.Concat(Enumerable.Repeat($"Hello {arguments.Get<string>("name")}", Times(arguments))));

    static int Times(ArgumentValues arguments) =>
        arguments.TryGet("times", out var times) && times is int count ? count : 1;

    static async ValueTask<object?> WaitAsync(
        RequestContext context, ArgumentValues arguments, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromMinutes(1), cancellationToken);
        return null;
    }

    static async ValueTask<object?> CountRunningAsync(
        RequestContext context, ArgumentValues arguments, CancellationToken cancellationToken)
    {
        var sessions = context.GetSession<Session>().Sessions;
        await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
        return sessions.Opened - sessions.Closed;
    }

    /// <summary>Remembers whose request it is.</summary>
    public sealed class Session : IAsyncDisposable
    {
        readonly ClaimsPrincipal? _principal;

        public Session(ClaimsPrincipal? principal, SessionCount sessions)
        {
            _principal = principal;
            Sessions = sessions;
            sessions.Opened++;
        }

        public SessionCount Sessions { get; }

        public string? Name => _principal?.FindFirst("sub")?.Value;

        public ValueTask DisposeAsync()
        {
            Sessions.Closed++;
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>How many sessions a server opened and closed so far.</summary>
    public sealed class SessionCount
    {
        public int Opened { get; set; }

        public int Closed { get; set; }
    }

    /// <summary>What a database that does not answer throws.</summary>
    public sealed class LostDatabaseException() : DbException(Secret);

    sealed class Steps(Func<RequestContext, ArgumentValues, CancellationToken, ValueTask<object?>> run) : StepBinding
    {
        public override Step Plan(FieldPlan field) => new RunStep(run);
    }

    sealed class RunStep(Func<RequestContext, ArgumentValues, CancellationToken, ValueTask<object?>> run) : Step
    {
        public override async ValueTask<object?[]> ExecuteAsync(
            RequestContext context,
            ArgumentValues arguments,
            ReadOnlyMemory<object> parents,
            CancellationToken cancellationToken)
        {
            var values = new object?[parents.Length];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = await run(context, arguments, cancellationToken);
            }

            return values;
        }

        public override string ToString() => "toy";
    }
}
