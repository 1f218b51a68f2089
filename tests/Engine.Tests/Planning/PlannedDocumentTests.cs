using GraphApi.Engine.Planning;
using GraphApi.Engine.Tests.Language;
using GraphApi.Engine.Tests.Validation;

namespace GraphApi.Engine.Tests.Planning;

public sealed class PlannedDocumentTests
{
    readonly EngineWork _work = new();

    [Fact]
    public void An_operation_is_planned_once_by_its_name_or_without()
    {
        var document = Document("query A { dog { name } }");
        var (plan, error) = document.GetPlan("A");
        Assert.NotNull(plan);
        Assert.Null(error);
        var before = _work.Selections;

        Assert.Same(plan, document.GetPlan(null).Plan);
        Assert.Same(plan, document.GetPlan("").Plan);

        Assert.Equal(before, _work.Selections);
    }

    [Fact]
    public void A_refusal_is_kept_like_a_plan()
    {
        var document = Document(
            "query A { dog { name } } query B { dog { name owner { name } } }",
            new EngineOptions { MaxPlannedSelections = 3 });
        var (plan, error) = document.GetPlan("B");
        Assert.Null(plan);
        Assert.Equal(
            "The operation selects more than 3 fields once its fragments are followed. Select fewer under interfaces "
            + "and unions.",
            error?.Message);
        Assert.Equal((4, 0), (_work.Selections, document.Weight));

        Assert.Same(error, document.GetPlan("B").Error);

        Assert.Equal(4, _work.Selections);
        Assert.NotNull(document.GetPlan("A").Plan);
    }

    [Fact]
    public void Names_that_the_document_does_not_have_leave_nothing_behind()
    {
        var document = Document("query A { dog { name } } query B { dog { name } }");
        Assert.NotNull(document.GetPlan("A").Plan);
        var (selections, weight) = (_work.Selections, document.Weight);
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal($"Unknown operation named \"N{i}\".", document.GetPlan($"N{i}").Error?.Message);
        }

        Assert.Equal(
            "Must provide operation name if query contains multiple operations.",
            document.GetPlan("").Error?.Message);
        Assert.Equal((selections, weight), (_work.Selections, document.Weight));
    }

    [Fact]
    public void A_document_without_operations_has_none_to_run() => Assert.Equal(
        "Must provide an operation.", Document("fragment F on Dog { name }").GetPlan(null).Error?.Message);

    PlannedDocument Document(string text, EngineOptions? options = null) => new(
        PetSchema.Schema, Tree.Parse(text), options ?? new EngineOptions(), authorizer: null, work: _work);
}
