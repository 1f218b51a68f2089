using System.Diagnostics;
using System.Linq.Expressions;
using GraphApi.Data.Searching;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Search;

/// <summary>
/// Two FTS5 tables beside the portions, which triggers keep in step: <c>portion_stems</c> and <c>portion_words</c>.
/// Only whether a portion matches is asked of them, never their <c>bm25</c>: that counts in how many portions a word
/// stands, the hidden ones included, and would tell of them.
/// </summary>
/// <seealso href="https://www.sqlite.org/fts5.html#full_text_query_syntax"/>
sealed class SqliteIndex : PortionIndex
{
    /// <inheritdoc/>
    public override LambdaExpression HasStems { get; } =
        (Expression<Func<DistributionContext, Portion, string, bool>>)((context, portion, term) =>
            Stems(term)
                .Join(context.Set<SearchedPortion>(), row => row.Rowid, found => found.Id, (row, found) => found)
                .Select(found => found.PortionId)
                .Contains(portion.Id));

    /// <inheritdoc/>
    public override LambdaExpression HasWords { get; } =
        (Expression<Func<DistributionContext, Portion, string, bool>>)((context, portion, term) =>
            Words(term)
                .Join(context.Set<SearchedPortion>(), row => row.Rowid, found => found.Id, (row, found) => found)
                .Select(found => found.PortionId)
                .Contains(portion.Id));

    /// <summary>Adds the tables to the model.</summary>
    public static void Configure(ModelBuilder model)
    {
        model.Entity<SearchedPortion>().ToTable("searched_portions").HasKey(portion => portion.Id);
        model.Entity<IndexRow>().HasNoKey().ToTable((string?)null);
        model.HasDbFunction(typeof(SqliteIndex).GetMethod(nameof(Stems))!).HasName("portion_stems");
        model.HasDbFunction(typeof(SqliteIndex).GetMethod(nameof(Words))!).HasName("portion_words");
    }

    /// <summary>The rows of the index of stems that match. Only for expressions of queries.</summary>
    public static IQueryable<IndexRow> Stems(string query) => throw Untranslated(query);

    /// <summary>The rows of the index of words that match. Only for expressions of queries.</summary>
    public static IQueryable<IndexRow> Words(string query) => throw Untranslated(query);

    /// <inheritdoc/>
    public override string Write(SearchTerm term) =>
        $"\"{string.Join(' ', term.Words)}\"{(term.IsPrefix ? " *" : "")}";

    /// <inheritdoc/>
    public override IQueryable<Portion> Having(
        IQueryable<Portion> portions,
        DistributionContext context,
        SearchText text)
    {
        var stems = Any(text.Sought.Where(term => term.IsStemmed));
        var words = Any(text.Sought.Where(term => !term.IsStemmed));
        var found = context.Set<SearchedPortion>();
        return portions.Where(portion =>
            Stems(stems).Join(found, row => row.Rowid, at => at.Id, (row, at) => at.PortionId).Contains(portion.Id)
            || Words(words).Join(found, row => row.Rowid, at => at.Id, (row, at) => at.PortionId).Contains(portion.Id));
    }

    /// <summary>A query for any of the terms; for none it is a phrase without a word, which matches nothing.</summary>
    string Any(IEnumerable<SearchTerm> terms) =>
        string.Join(" OR ", terms.Select(Write).DefaultIfEmpty("\"\""));

    static UnreachableException Untranslated(string query) =>
        new($"A query of {query.Length} characters was not translated.");
}
