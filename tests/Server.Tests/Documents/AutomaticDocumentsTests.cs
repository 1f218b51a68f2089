using GraphApi.Server.Documents;

namespace GraphApi.Server.Tests.Documents;

public sealed class AutomaticDocumentsTests
{
    [Fact]
    public void The_document_unused_for_longest_leaves()
    {
        var documents = new AutomaticDocuments(2, 1_000);
        documents.Add(new("a", "{ a }"));
        documents.Add(new("b", "{ b }"));
        Assert.True(documents.TryFind("a", out _));

        Assert.True(documents.Add(new("c", "{ c }")));

        Assert.Equal(
            (true, false, true),
            (documents.TryFind("a", out _), documents.TryFind("b", out _), documents.TryFind("c", out _)));
    }

    [Fact]
    public void Memory_is_bounded_too_and_given_back()
    {
        var documents = new AutomaticDocuments(100, 100);
        for (var i = 0; i < 10; i++)
        {
            documents.Add(new($"{i}", new string('x', 20)));
        }

        Assert.Equal((2, 80), (documents.Count, documents.Bytes));
        Assert.True(documents.TryFind("9", out _));
        Assert.True(documents.Add(new("all", new string('x', 50))));
        Assert.Equal((1, 100), (documents.Count, documents.Bytes));
    }

    [Fact]
    public void A_document_larger_than_all_may_be_is_not_kept_and_pushes_nothing_out()
    {
        var documents = new AutomaticDocuments(100, 100);
        documents.Add(new("a", "{ a }"));

        Assert.False(documents.Add(new("large", new string('x', 51))));
        Assert.Equal((1, 10), (documents.Count, documents.Bytes));
    }

    [Fact]
    public void What_is_known_is_not_counted_twice()
    {
        var documents = new AutomaticDocuments(100, 100);

        Assert.True(documents.Add(new("a", "{ a }")));
        Assert.True(documents.Add(new("a", "{ a }")));
        Assert.Equal((1, 10), (documents.Count, documents.Bytes));
    }

    [Fact]
    public void A_million_documents_leave_it_as_small_as_it_may_be()
    {
        var documents = new AutomaticDocuments(1_000, 50_000);
        Parallel.For(0, 1_000_000, i => documents.Add(new($"{i}", "{ a }")));

        Assert.Equal((1_000, 10_000), (documents.Count, documents.Bytes));
    }
}
