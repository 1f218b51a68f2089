using System.Text;
using System.Text.Json;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Planning;
using GraphApi.Engine.Response;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Execution;

public sealed class SubscriptionTests
{
    const string Sdl = """
        type Query { a: Int }
        type Subscription { books(after: String, shelf: Int, where: Wish): Book ticks: Int! }
        type Book { title: String! secret: String loan(after: String): String! }
        input Wish { titles: [String] pages: Int }
        """;

    readonly ToyEvents _books = new() { HasPosition = true };
    readonly ToyEvents _ticks = new();
    readonly Rules _rules = new();
    readonly GraphQLEngine _engine;
    int _opened;
    int _closed;

    public SubscriptionTests() => _engine = new GraphQLEngine(Schema(_books, _ticks), authorizer: _rules);

    static Schema Schema(FieldBinding books, FieldBinding ticks) => new SchemaBuilder()
        .AddSdl("toy", Sdl)
        .BindField("Query.a", new ReadBinding<int>(_ => 1))
        .BindField("Subscription.books", books)
        .BindField("Subscription.ticks", ticks)
        .BindField("Book.title", new ReadBinding<string>(row => (string)row))
        .BindField("Book.secret", new ReadBinding<string>(_ => "hidden"))
        .BindField("Book.loan", new ToyBinding("Book.loan", (arguments, rows) =>
            Array.ConvertAll<object, object?>(rows, row => row is "Lost" ? null : arguments.Get<string>("after")), []))
        .Build();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    ValueTask<GraphQLResponse> AskAsync(
        string document, string? variables = null, string? lastEventId = null, object? session = null) =>
        _engine.ExecuteAsync(
            new GraphQLRequest
            {
                Document = document,
                AllowSubscriptions = true,
                LastEventId = lastEventId,
                Session = session,
                Variables = variables is null ? default : JsonDocument.Parse(variables).RootElement,
            },
            Cancellation);

    async Task<Subscription> SubscribeAsync(string document, string? variables = null, string? lastEventId = null)
    {
        var response = await AskAsync(document, variables, lastEventId);
        Assert.Equal((ResponseKind.Subscribed, 0), (response.Kind, response.Errors.Count));
        return response.Subscription!;
    }

    async Task<List<string>> ReadAsync(string document)
    {
        var subscription = await SubscribeAsync(document);
        var told = new List<string>();
        await foreach (var response in subscription.MapSourceToResponseEventAsync(_ => Open(), Cancellation))
        {
            told.Add($"{response.Kind} {response.Cursor} {Encoding.UTF8.GetString(response.Payload.Span)}"
                + $"{response.Error?.Code}");
        }

        return told;
    }

    ValueTask<IAsyncDisposable> Open()
    {
        _opened++;
        return new(new Session(() => _closed++));
    }

    [Fact]
    public async Task Each_event_is_executed_with_a_session_of_its_own_and_tells_where_to_go_on()
    {
        _books.Publish(SourceEvent.Of("Atlas", "c1"), SourceEvent.Heartbeat("c2"), SourceEvent.Of("Codex"));
        _books.Complete();

        Assert.Equal(
            [
                """Event c1 {"data":{"books":{"t":"Atlas"}},"extensions":{"cursor":"c1"}}""",
                "Heartbeat c2 ",
                """Event  {"data":{"books":{"t":"Codex"}}}""",
            ],
            await ReadAsync("subscription { books { t: title } }"));
        Assert.Equal((2, 2, 2), (_opened, _closed, _rules.Settled));
    }

    [Fact]
    public async Task A_leaf_can_be_an_event()
    {
        _ticks.Publish(SourceEvent.Of(7));
        _ticks.Complete();

        Assert.Equal(["""Event  {"data":{"ticks":7}}"""], await ReadAsync("subscription { ticks }"));
    }

    [Fact]
    public async Task A_response_that_is_ready_is_passed_on_and_needs_no_session()
    {
        var payload = """{"data":{"books":null}}"""u8.ToArray();
        _books.Publish(SourceEvent.Ready(payload, "c1"));
        _books.Complete();

        Assert.Equal(
            ["""Event c1 {"data":{"books":null}}"""], await ReadAsync("subscription { books { title } }"));
        Assert.Equal(0, _opened);
    }

    [Fact]
    public async Task An_event_that_fails_is_told_and_the_next_one_comes()
    {
        _books.Publish(SourceEvent.Of("Lost", "c1"), SourceEvent.Of("Atlas", "c2"));
        _books.Complete();

        Assert.Equal(
            [
                """Event c1 {"errors":[{"message":"Cannot return null for non-nullable field Book.loan.","locations":[{"line":1,"column":24}],"path":["books","loan"],"extensions":{"code":"HC0018","coordinate":"Book.loan"}}],"data":{"books":null},"extensions":{"cursor":"c1"}}""",
                """Event c2 {"data":{"books":{"loan":"x"}},"extensions":{"cursor":"c2"}}""",
            ],
            await ReadAsync("""subscription { books { loan(after: "x") } }"""));
    }

    [Fact]
    public async Task Missed_events_are_told_and_the_stream_goes_on()
    {
        _books.Publish(SourceEvent.Discontinuity("c9"), SourceEvent.Of("Atlas", "c10"));
        _books.Complete();

        Assert.Equal(
            [
                """Discontinuity c9 {"errors":[{"message":"Events were missed that cannot be sent any more. Read the present state anew; the events go on from here.","extensions":{"code":"EVENTS_MISSED"}}],"data":null,"extensions":{"discontinuity":true,"cursor":"c9"}}""",
                """Event c10 {"data":{"books":{"title":"Atlas"}},"extensions":{"cursor":"c10"}}""",
            ],
            await ReadAsync("subscription { books { title } }"));
    }

    [Fact]
    public async Task Nothing_follows_the_end()
    {
        _books.Publish(SourceEvent.End(new GraphQLError("Too old.", "EXPIRED")), SourceEvent.Of("Atlas"));

        Assert.Equal(["End  EXPIRED"], await ReadAsync("subscription { books { title } }"));
        Assert.Equal(1, _books.Taken);
    }

    [Fact]
    public async Task Field_rules_hold_for_each_event()
    {
        _rules.Denied = "Book.secret";
        _books.Publish(SourceEvent.Of("Atlas"));
        _books.Complete();

        Assert.Equal(
            ["""Event  {"errors":[{"message":"No.","locations":[{"line":1,"column":24}],"path":["books","secret"],"extensions":{"code":"AUTH_NOT_AUTHORIZED","coordinate":"Book.secret"}}],"data":{"books":{"secret":null}}}"""],
            await ReadAsync("subscription { books { secret } }"));
    }

    [Theory]
    [InlineData("Subscription.books")]
    [InlineData("Subscription.books(shelf:)")]
    public async Task Who_may_not_subscribe_is_refused_before_anything_is_subscribed_to(string denied)
    {
        _rules.Denied = denied;
        var response = await AskAsync("subscription { books(shelf: 1) { title } }");

        Assert.Equal((ResponseKind.Refused, null), (response.Kind, response.Subscription));
        Assert.Equal(ErrorCode.NotAuthorized, Assert.Single(response.Errors).Code);
        Assert.Null(response.Errors[0].Path);
        Assert.NotEmpty(response.Errors[0].Locations);
        Assert.Null(_books.Request);
    }

    [Theory]
    [InlineData("Subscription.books")]
    [InlineData("Subscription.books(shelf:)")]
    public async Task Who_may_not_subscribe_any_more_gets_no_event_and_the_end(string denied)
    {
        var subscription = await SubscribeAsync("subscription { books(shelf: 1) { title } }");
        _rules.Denied = denied;
        _books.Publish(SourceEvent.Of("Atlas", "c1"), SourceEvent.Of("Codex", "c2"));

        var told = new List<ResponseEvent>();
        await foreach (var response in subscription.MapSourceToResponseEventAsync(_ => Open(), Cancellation))
        {
            told.Add(response);
        }

        var end = Assert.Single(told);
        Assert.Equal(
            (SourceEventKind.End, 0, null, ErrorCode.NotAuthorized),
            (end.Kind, end.Payload.Length, end.Cursor, end.Error?.Code));
        Assert.Equal((1, 1, 0), (_opened, _closed, _rules.Settled));
    }

    [Theory]
    [InlineData("subscription { books { nothing } }", null)]
    [InlineData("subscription { books(shelf: \"x\") { title } }", null)]
    [InlineData("subscription ($a: Int!) { books(shelf: $a) { title } }", "HC0016")]
    [InlineData("subscription { books { title } ticks }", null)]
    [InlineData("subscription { __typename }", null)]
    public async Task What_is_wrong_with_a_request_is_told_in_place_of_a_stream(string document, string? code)
    {
        var response = await AskAsync(document);

        Assert.Equal((ResponseKind.Refused, null), (response.Kind, response.Subscription));
        Assert.Equal(code, Assert.Single(response.Errors).Code);
    }

    [Theory]
    [InlineData("{ books { title } }", null, null, null)]
    [InlineData("{ books { title } }", null, "c3", "c3")]
    [InlineData("{ books(after: \"c1\") { title } }", null, "c3", "c3")]
    [InlineData("{ books(after: \"c1\") { title } }", null, null, "c1")]
    [InlineData("{ books(after: null) { title } }", null, "c3", "c3")]
    [InlineData("($a: String) { books(after: $a) { title } }", "{\"a\":\"c2\"}", "c3", "c3")]
    [InlineData("($a: String) { books(after: $a) { title } }", "{\"a\":\"c2\"}", null, "c2")]
    [InlineData("($a: String) { books(after: $a) { title } }", "{}", "c3", "c3")]
    [InlineData("{ ticks }", null, "c3", null)]
    public async Task A_subscription_begins_after_the_last_event_or_where_its_argument_says(
        string selection, string? variables, string? lastEventId, string? expected)
    {
        var subscription = await SubscribeAsync("subscription " + selection, variables, lastEventId);

        Assert.Equal(expected, subscription.After);
    }

    [Theory]
    [InlineData("""{"s":1}""", """{"s":1}""", true)]
    [InlineData("""{"s":1}""", """{"s":2}""", false)]
    [InlineData("""{"s":1}""", """{}""", false)]
    [InlineData("""{"s":null}""", """{}""", false)]
    [InlineData("""{"s":1,"a":"c1"}""", """{"s":1,"a":"c2"}""", true)]
    [InlineData("""{"s":1,"a":"c1"}""", """{"s":1}""", true)]
    [InlineData("""{"w":{"titles":["x",null]}}""", """{"w":{"titles":["x",null]}}""", true)]
    [InlineData("""{"w":{"titles":["x","y"]}}""", """{"w":{"titles":["y","x"]}}""", false)]
    [InlineData("""{"w":{"titles":["x"]}}""", """{"w":{"titles":["x","x"]}}""", false)]
    [InlineData("""{"w":{"pages":null}}""", """{"w":{}}""", false)]
    [InlineData("""{"w":{"pages":1}}""", """{"w":{"pages":1}}""", true)]
    public async Task What_is_answered_alike_has_equal_keys(string one, string other, bool expected)
    {
        const string Document =
            "subscription ($a: String, $s: Int, $w: Wish) { books(after: $a, shelf: $s, where: $w) { title } }";
        var first = (await SubscribeAsync(Document, one)).SharingKey;
        var second = (await SubscribeAsync(Document, other)).SharingKey;

        Assert.Equal(expected, first.Equals(second));
        Assert.Equal(expected, first.GetHashCode() == second.GetHashCode());
    }

    [Fact]
    public async Task A_position_that_the_events_depend_on_is_part_of_the_key()
    {
        const string Document = "subscription ($a: String) { books(after: $a) { loan(after: $a) } }";
        var first = (await SubscribeAsync(Document, """{"a":"c1"}""")).SharingKey;
        var second = (await SubscribeAsync(Document, """{"a":"c2"}""")).SharingKey;

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Different_documents_have_different_keys()
    {
        var first = (await SubscribeAsync("subscription { books { title } }")).SharingKey;
        var second = (await SubscribeAsync("subscription { books { secret } }")).SharingKey;

        Assert.NotEqual(first, second);
        Assert.False(first.Equals(null));
    }

    [Fact]
    public async Task The_source_waits_for_the_reader()
    {
        var subscription = await SubscribeAsync("subscription { books { title } }");
        _books.Publish(Enumerable.Range(0, 10).Select(i => SourceEvent.Of($"{i}")));
        var stream = subscription.MapSourceToResponseEventAsync(_ => Open(), Cancellation);
        await using (var reader = stream.GetAsyncEnumerator(Cancellation))
        {
            Assert.True(await reader.MoveNextAsync());
            Assert.Equal(1, _books.Taken);
        }

        Assert.Same(subscription, _books.Request!.Subscription);
    }

    [Fact]
    public void Bindings_of_other_kinds_do_not_fit_and_all_are_told()
    {
        var exception = Assert.Throws<SchemaException>(
            () => Schema(new ReadBinding<string>(_ => ""), new ToyEvents { HasPosition = true }));

        Assert.Equal(
            [
                "Subscription.books: A field of the subscription root must be bound to a source of events.",
                "Subscription.ticks: Its source needs an argument \"after\" of the type String.",
            ],
            exception.Errors.Select(error => $"{error.Coordinate}: {error.Message}").Order());
    }

    [Fact]
    public void Only_the_subscription_root_has_events() => Assert.Equal(
        "Only a field of the subscription root can be bound to a source of events.",
        Assert.Single(Assert.Throws<SchemaException>(() => new SchemaBuilder()
            .AddSdl("toy", "type Query { a: Int }")
            .BindField("Query.a", new ToyEvents())
            .Build()).Errors).Message);

    sealed class Session(Action close) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            close();
            return ValueTask.CompletedTask;
        }
    }

    sealed class Rules : FieldAuthorizer
    {
        public string? Denied { get; set; }

        public int Settled { get; private set; }

        public override bool Guards(Field field) => true;

        public override GraphQLError? Authorize(Field field, object? session) => Refuse(field.Coordinate);

        public override bool GuardsInput(InputValue input) => input.Coordinate == "Subscription.books(shelf:)";

        public override GraphQLError? AuthorizeInput(InputValue input, object? session) => Refuse(input.Coordinate);

        public override ValueTask SettleAsync(
            object? session, OperationPlan operation, string document, CancellationToken cancellationToken)
        {
            Settled++;
            return default;
        }

        GraphQLError? Refuse(string coordinate) =>
            coordinate == Denied ? new GraphQLError("No.", ErrorCode.NotAuthorized) : null;
    }
}
