using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.Response;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Execution;

public sealed class ExecutorTests
{
    readonly ToySchema _toy = new();

    [Fact]
    public async Task Leaves_and_lists_come_in_the_order_of_the_document()
    {
        var text = await _toy.RunAsync("{ shelves { b: name books { pages title } a: name } colors }");
        Assert.Equal(
            """{"data":{"shelves":[{"b":"north","books":[{"pages":320,"title":"Atlas"},{"pages":null,"title":"Bestiary"}],"a":"north"},{"b":"south","books":[],"a":"south"},{"b":"west","books":[{"pages":90,"title":"Codex"}],"a":"west"}],"colors":["GREEN","RED"]}}""",
            text);
    }

    [Fact]
    public async Task A_step_runs_once_over_all_parents_of_its_level()
    {
        await _toy.RunAsync("{ shelves { books { shelf { books { title } } } } }");
        Assert.Equal(["Query.shelves(1)", "Shelf.books(3)", "Shelf.books(3)"], _toy.Runs);
    }

    [Fact]
    public async Task A_step_without_parents_does_not_run()
    {
        await _toy.RunAsync("{ shelves(first: 0) { books { title } } shelf(id: 9) { books { title } } }");
        Assert.Equal(["Query.shelves(1)", "Query.shelf(1)"], _toy.Runs);
    }

    [Fact]
    public async Task Interfaces_find_the_type_of_each_row_and_items_fail_alone()
    {
        var text = await _toy.RunAsync("{ media { __typename title ... on Book { pages } ...F } } fragment F on Film { minutes }");
        Assert.Equal(
            """{"errors":[{"message":"Lost.","locations":[{"line":1,"column":3}],"path":["media",3],"extensions":{"code":"LOST","coordinate":"Query.media"}}],"data":{"media":[{"__typename":"Book","title":"Atlas","pages":320},null,{"__typename":"Film","title":"Dune","minutes":155},null]}}""",
            text);
    }

    [Fact]
    public async Task Unions_find_the_type_of_each_row()
    {
        var text = await _toy.RunAsync("{ things { ... on Book { title } ... on Shelf { name } } }");
        Assert.Equal("""{"data":{"things":[{"title":"Atlas"},{"name":"south"}]}}""", text);
    }

    [Fact]
    public async Task Lists_of_lists_keep_their_shape()
    {
        var text = await _toy.RunAsync("{ grid { title } }");
        Assert.Equal("""{"data":{"grid":[[{"title":"Atlas"},null],null,[]]}}""", text);
    }

    [Fact]
    public async Task A_null_item_makes_the_nearest_nullable_parent_null()
    {
        var text = await _toy.RunAsync("{ strictGrid { title } shelf(id: 0) { name } }");
        Assert.Equal(
            """{"errors":[{"message":"Cannot return null for non-nullable field Query.strictGrid.","locations":[{"line":1,"column":3}],"path":["strictGrid",0,1],"extensions":{"code":"HC0018","coordinate":"Query.strictGrid"}},{"message":"Cannot return null for non-nullable field Query.strictGrid.","locations":[{"line":1,"column":3}],"path":["strictGrid",1],"extensions":{"code":"HC0018","coordinate":"Query.strictGrid"}}],"data":{"strictGrid":null,"shelf":{"name":"north"}}}""",
            text);
    }

    [Fact]
    public async Task A_null_leaf_goes_up_through_non_null_lists_to_the_root()
    {
        var text = await _toy.RunAsync("{ shelves { books { author } } }");
        Assert.Equal(
            """{"errors":[{"message":"Cannot return null for non-nullable field Book.author.","locations":[{"line":1,"column":21}],"path":["shelves",2,"books",0,"author"],"extensions":{"code":"HC0018","coordinate":"Book.author"}}],"data":null}""",
            text);
    }

    [Fact]
    public async Task A_null_leaf_stops_at_a_nullable_object()
    {
        var text = await _toy.RunAsync("{ shelf(id: 1) { strictName } other: shelf(id: 0) { strictName } }");
        Assert.Equal(
            """{"errors":[{"message":"Cannot return null for non-nullable field Shelf.strictName.","locations":[{"line":1,"column":18}],"path":["shelf","strictName"],"extensions":{"code":"HC0018","coordinate":"Shelf.strictName"}}],"data":{"shelf":null,"other":{"strictName":"n"}}}""",
            text);
    }

    [Fact]
    public async Task A_null_object_goes_up()
    {
        var text = await _toy.RunAsync("{ shelf(id: 1) { name strictBest { title } } }");
        Assert.Equal(
            """{"errors":[{"message":"Cannot return null for non-nullable field Shelf.strictBest.","locations":[{"line":1,"column":23}],"path":["shelf","strictBest"],"extensions":{"code":"HC0018","coordinate":"Shelf.strictBest"}}],"data":{"shelf":null}}""",
            text);
    }

    [Fact]
    public async Task A_fault_is_masked_and_the_host_is_told_with_the_same_trace_id()
    {
        var text = await _toy.RunAsync("{ fails }");
        var (message, traceId) = Assert.Single(_toy.Faults);
        Assert.Equal("secret text", message);
        Assert.Equal(
            $$$"""{"errors":[{"message":"Unexpected Execution Error","locations":[{"line":1,"column":3}],"path":["fails"],"extensions":{"code":"INTERNAL","coordinate":"Query.fails","traceId":"{{{traceId}}}"}}],"data":{"fails":null}}""",
            text);
    }

    [Fact]
    public async Task An_error_meant_for_the_client_reaches_it()
    {
        var text = await _toy.RunAsync("{ failsForClient }");
        Assert.Equal(
            """{"errors":[{"message":"Ask again later.","locations":[{"line":1,"column":3}],"path":["failsForClient"],"extensions":{"code":"LATER","coordinate":"Query.failsForClient"}}],"data":{"failsForClient":null}}""",
            text);
        Assert.Empty(_toy.Faults);
    }

    [Theory]
    [InlineData("true", "false", """{"data":{"shelf":{"name":"north"}}}""")]
    [InlineData("false", "false", """{"data":{"shelf":{}}}""")]
    [InlineData("false", "true", """{"data":{"shelf":{"books":[{"title":"Atlas"},{"title":"Bestiary"}]}}}""")]
    public async Task Skip_and_include_depend_on_variables(string name, string books, string expected)
    {
        var text = await _toy.RunAsync(
            "query ($n: Boolean!, $b: Boolean!) { shelf(id: 0) { name @include(if: $n) ... on Shelf @include(if: $b) { books { title } } } }",
            $$"""{"n":{{name}},"b":{{books}}}""");
        Assert.Equal(expected, text);
    }

    [Fact]
    public async Task A_step_that_is_not_included_does_not_run()
    {
        await _toy.RunAsync(
            "query ($b: Boolean!) { shelf(id: 0) { name books @include(if: $b) { title } best @skip(if: true) { title } } }",
            """{"b":false}""");
        Assert.Equal(["Query.shelf(1)"], _toy.Runs);
    }

    [Fact]
    public async Task A_field_in_two_places_takes_part_where_either_does()
    {
        const string document =
            "query ($x: Boolean!, $y: Boolean!) { shelf(id: 0) @include(if: $x) { name } shelf(id: 0) @include(if: $y) { notes } }";
        Assert.Equal(
            """{"data":{"shelf":{"name":"north"}}}""", await _toy.RunAsync(document, """{"x":true,"y":false}"""));
        Assert.Equal(
            """{"data":{"shelf":{"notes":["a",null]}}}""", await _toy.RunAsync(document, """{"x":false,"y":true}"""));
        Assert.Equal("""{"data":{}}""", await _toy.RunAsync(document, """{"x":false,"y":false}"""));
        Assert.Equal(
            """{"data":{"shelf":{"name":"north","notes":["a",null]}}}""",
            await _toy.RunAsync(document, """{"x":true,"y":true}"""));
    }

    [Theory]
    [InlineData("{ echo }", null, "absent")]
    [InlineData("{ echo(value: null) }", null, "null")]
    [InlineData("{ echo(value: {a: 1}) }", null, "a=1,b=b")]
    [InlineData("{ echo(value: {a: null, b: null}) }", null, "a=null,b=null")]
    [InlineData("query ($v: Choice) { echo(value: $v) }", "{}", "absent")]
    [InlineData("query ($v: Choice) { echo(value: $v) }", """{"v":{"a":2}}""", "a=2,b=b")]
    [InlineData("query ($n: Int) { echo(value: {a: $n}) }", "{}", "b=b")]
    [InlineData("{ echo(list: 4) }", null, "absent/4")]
    [InlineData("query ($l: [Int!]) { echo(list: $l) }", """{"l":[1,2]}""", "absent/1+2")]
    public async Task Arguments_keep_absent_and_null_apart(string document, string? variables, string expected)
    {
        Assert.Equal($$$"""{"data":{"echo":"{{{expected}}}"}}""", await _toy.RunAsync(document, variables));
    }

    [Fact]
    public async Task The_fields_of_a_mutation_run_one_after_another_with_all_below()
    {
        var text = await _toy.RunAsync("mutation { a: add(n: 1) { total delayed } b: add(n: 10) { total delayed } }");
        Assert.Equal("""{"data":{"a":{"total":1,"delayed":1},"b":{"total":11,"delayed":11}}}""", text);
    }

    [Fact]
    public async Task A_guarded_field_is_null_with_an_error_and_its_step_does_not_run()
    {
        var toy = new ToySchema(authorizer: new Guard());
        var text = await toy.RunAsync("{ secret { name } shelf(id: 0) { name } }");
        Assert.Equal(
            """{"errors":[{"message":"No.","locations":[{"line":1,"column":3}],"path":["secret"],"extensions":{"code":"AUTH_NOT_AUTHORIZED","coordinate":"Query.secret"}}],"data":{"secret":null,"shelf":{"name":"north"}}}""",
            text);
        Assert.Equal(["Query.shelf(1)"], toy.Runs);
        Assert.Equal(
            """{"errors":[{"message":"No.","locations":[{"line":1,"column":3}],"path":["strictSecret"],"extensions":{"code":"AUTH_NOT_AUTHORIZED","coordinate":"Query.strictSecret"}}],"data":null}""",
            await toy.RunAsync("{ strictSecret { name } }"));
    }

    [Fact]
    public async Task A_selection_of_nothing_but_type_names_needs_no_step()
    {
        Assert.Equal("""{"data":{"__typename":"Query","x":"Query"}}""", await _toy.RunAsync("{ __typename x: __typename }"));
        Assert.Empty(_toy.Runs);
    }

    [Fact]
    public async Task An_operation_that_takes_too_long_is_stopped()
    {
        var toy = new ToySchema(new EngineOptions { ExecutionTimeout = TimeSpan.FromMilliseconds(20) });
        var response = await toy.Engine.ExecuteAsync(
            new GraphQLRequest { Document = "{ shelves { name } endless }" }, TestContext.Current.CancellationToken);
        Assert.Equal(ResponseKind.TimedOut, response.Kind);
        Assert.Equal(
            """{"errors":[{"message":"The operation took longer than the allowed 0.02 seconds.","extensions":{"code":"HC0045"}}]}""",
            ToySchema.Text(response));
    }

    [Fact]
    public async Task A_response_of_too_many_objects_is_refused_before_it_is_made()
    {
        var toy = new ToySchema(new EngineOptions { MaxObjects = 1_000, MaxDepth = 100 });
        var document = "{ shelves { name } }";
        Assert.StartsWith("""{"data":""", await toy.RunAsync(document), StringComparison.Ordinal);
        for (var i = 0; i < 10; i++)
        {
            document = document.Replace("name", "books { shelf { name } }", StringComparison.Ordinal);
        }

        Assert.Equal(
            """{"errors":[{"message":"The response would hold more than 1000 objects. Ask for smaller pages or fewer levels.","extensions":{"code":"HC0107","limit":"MaxObjects"}}]}""",
            await toy.RunAsync(document));
    }

    [Fact]
    public async Task A_mutation_of_too_many_objects_is_not_told_as_refused_since_it_has_run()
    {
        var toy = new ToySchema(new EngineOptions { MaxObjects = 2 });

        Assert.Equal(
            """{"errors":[{"message":"The response would hold more than 2 objects. Ask for smaller pages or fewer levels. The mutation may have run all the same: look before you send it again.","extensions":{"code":"HC0107","limit":"MaxObjects","mutationMayHaveRun":true}}],"data":null}""",
            await toy.RunAsync("mutation { a: add(n: 3) { total } b: add(n: 4) { shelves { name } } }"));
        Assert.Equal("""{"data":{"add":{"total":7}}}""", await toy.RunAsync("mutation { add(n: 0) { total } }"));
    }

    [Fact]
    public async Task An_operation_of_too_many_steps_is_refused_before_any_runs()
    {
        var toy = new ToySchema(new EngineOptions { MaxAliases = 101 });
        var fields = string.Join(' ', Enumerable.Range(0, 101).Select(i => $"a{i}: shelf(id: 0) {{ name }}"));
        Assert.Equal(
            """{"errors":[{"message":"The operation selects more than 100 fields that each read from the database. Send several operations.","locations":[{"line":1,"column":2693}],"extensions":{"code":"HC0107","limit":"MaxSteps"}}]}""",
            await toy.RunAsync($"{{ {fields} }}"));
        Assert.Empty(toy.Runs);
    }

    [Fact]
    public async Task A_condition_that_is_null_is_refused()
    {
        const string document = "query ($x: Boolean = false) { shelf(id: 0) { name @skip(if: $x) } }";
        Assert.Equal("""{"data":{"shelf":{"name":"north"}}}""", await _toy.RunAsync(document));
        Assert.Equal(
            """{"errors":[{"message":"Variable \"$x\" decides on @skip or @include and must not be null.","extensions":{"code":"HC0016"}}]}""",
            await _toy.RunAsync(document, """{"x":null}"""));
    }

    [Fact]
    public async Task A_client_that_is_gone_cancels()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await _toy.Engine.ExecuteAsync(new GraphQLRequest { Document = "{ shelves { name } }" }, gone.Token));
    }

    sealed class Guard : FieldAuthorizer
    {
        public override bool Guards(Field field) => field.Name is "secret" or "strictSecret";

        public override GraphQLError Authorize(Field field, object? session) => new("No.", ErrorCode.NotAuthorized);
    }
}
