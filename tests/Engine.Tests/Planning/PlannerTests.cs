using System.Text;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Tests.Execution;

namespace GraphApi.Engine.Tests.Planning;

public sealed class PlannerTests
{
    readonly ToySchema _toy = new();

    [Fact]
    public void A_plan_prints_its_steps_by_level()
    {
        var (plan, errors) = _toy.Engine.Explain(
            "query Q($b: Boolean!) { shelves { name books @include(if: $b) { title shelf { name } } } media { title ... on Film { minutes } } }");
        Assert.Empty(errors);
        Assert.Equal(
            """
            query Q
              shelves <- Query.shelves
                name
                books if $b <- Shelf.books
                  title
                  shelf
                    name
              media <- Query.media
                on Book
                  title
                on Film
                  title minutes

            """.ReplaceLineEndings("\n"),
            plan!.ToString());
    }

    [Fact]
    public void Fields_of_one_key_merge_and_keep_the_first_place()
    {
        var (plan, _) = _toy.Engine.Explain("{ shelf(id: 1) { name } colors shelf(id: 1) { notes name } ...F } fragment F on Query { shelf(id: 1) { best { title } } }");
        Assert.Equal(["shelf", "colors"], plan!.Root.Fields.Select(f => f.ResponseKey));
        Assert.Equal(["name", "notes", "best"], plan.Root.Fields[0].Selection.Fields.Select(f => f.ResponseKey));
    }

    [Fact]
    public void Doubling_fragments_are_planned_once_a_level()
    {
        var document = new StringBuilder("{ shelf(id: 0) { ...F0 } }");
        for (var i = 0; i < 12; i++)
        {
            document.Append($" fragment F{i} on Shelf {{ best {{ shelf {{ ...F{i + 1} }} }} best {{ shelf {{ ...F{i + 1} }} }} }}");
        }

        document.Append(" fragment F12 on Shelf { name }");
        var engine = new ToySchema(new EngineOptions { MaxDepth = 100, MaxFragmentVisits = 100_000 }).Engine;
        var (plan, errors) = engine.Explain(document.ToString());
        Assert.Empty(errors);
        Assert.NotNull(plan);
    }

    [Fact]
    public void A_plan_that_would_be_too_large_is_refused()
    {
        // Each of the two types of Medium plans what is below once more, and so does each level.
        var fields = string.Concat(Enumerable.Range(0, 900).Select(i => $" a{i}: shelf(id: 0) {{ ...F }}"));
        var below = string.Concat(Enumerable.Range(0, 60).Select(i => $" b{i}: name"));
        var (plan, errors) = _toy.Engine.Explain("{" + fields + " } fragment F on Shelf {" + below + " }");
        Assert.Null(plan);
        Assert.Equal(ErrorCode.DocumentTooComplex, Assert.Single(errors).Code);
    }

    [Fact]
    public void A_literal_condition_is_settled_while_planning()
    {
        var (plan, _) = _toy.Engine.Explain("{ colors @include(if: false) shelf(id: 0) @skip(if: false) { name } }");
        var field = Assert.Single(plan!.Root.Fields);
        Assert.Equal("shelf", field.ResponseKey);
        Assert.Null(field.Condition);
    }
}
