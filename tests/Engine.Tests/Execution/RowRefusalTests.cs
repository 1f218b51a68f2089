using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Execution;

/// <summary>A field that some rows refuse: null and an error there, the others as if nothing were refused.</summary>
public sealed class RowRefusalTests
{
    [Fact]
    public async Task A_refused_row_gets_null_and_the_error_and_its_step_is_not_given_it()
    {
        var toy = Refusing("best");
        var text = await toy.RunAsync("{ shelves { best { title } name } }");
        Assert.Equal(
            """{"errors":[{"message":"No.","locations":[{"line":1,"column":13}],"path":["shelves",0,"best"],"extensions":{"code":"AUTH_NOT_AUTHORIZED","coordinate":"Shelf.best"}}],"data":{"shelves":[{"best":null,"name":"north"},{"best":null,"name":"south"},{"best":{"title":"Codex"},"name":"west"}]}}""",
            text);
    }

    [Fact]
    public async Task A_step_runs_for_the_rows_that_are_not_refused()
    {
        var toy = Refusing("books");
        var text = await toy.RunAsync("{ shelves { books { title } } }");
        Assert.Equal(["Query.shelves(1)", "Shelf.books(2)"], toy.Runs);
        Assert.Equal(
            """{"errors":[{"message":"No.","locations":[{"line":1,"column":13}],"path":["shelves",0,"books"],"extensions":{"code":"AUTH_NOT_AUTHORIZED","coordinate":"Shelf.books"}}],"data":null}""",
            text);
    }

    [Fact]
    public async Task A_step_whose_rows_are_all_refused_does_not_run()
    {
        var toy = Refusing("books");
        await toy.RunAsync("{ shelf(id: 0) { books { title } } }");
        Assert.Equal(["Query.shelf(1)"], toy.Runs);
    }

    [Fact]
    public async Task A_refused_leaf_that_may_be_null_is_null_and_one_that_may_not_takes_its_parent_away()
    {
        Assert.Equal(
            """{"errors":[{"message":"No.","locations":[{"line":1,"column":18}],"path":["shelf","notes"],"extensions":{"code":"AUTH_NOT_AUTHORIZED","coordinate":"Shelf.notes"}}],"data":{"shelf":{"notes":null,"name":"north"}}}""",
            await Refusing("notes").RunAsync("{ shelf(id: 0) { notes name } }"));
        Assert.Equal(
            """{"errors":[{"message":"No.","locations":[{"line":1,"column":18}],"path":["shelf","name"],"extensions":{"code":"AUTH_NOT_AUTHORIZED","coordinate":"Shelf.name"}}],"data":{"shelf":null}}""",
            await Refusing("name").RunAsync("{ shelf(id: 0) { name } }"));
    }

    [Fact]
    public async Task Nothing_is_asked_of_a_field_without_rows_or_without_a_rule()
    {
        var guard = new Guard("books");
        var toy = new ToySchema(authorizer: guard);
        await toy.RunAsync("{ shelves(first: 0) { books { title } } }");
        await toy.RunAsync("{ shelves { name } }");
        Assert.Equal(0, guard.Asked);
    }

    static ToySchema Refusing(string field) => new(authorizer: new Guard(field));

    /// <summary>Refuses one field on the first row.</summary>
    sealed class Guard(string guarded) : FieldAuthorizer
    {
        public int Asked { get; private set; }

        public override bool Guards(Field field) => false;

        public override GraphQLError? Authorize(Field field, object? session) => null;

        public override bool GuardsRows(Field field) => field.Name == guarded;

        public override RowRefusal? AuthorizeRows(Field field, object? session, ReadOnlyMemory<object> rows)
        {
            Asked++;
            var refused = new bool[rows.Length];
            refused[0] = true;
            return new RowRefusal(new GraphQLError("No.", ErrorCode.NotAuthorized), refused);
        }
    }
}
