using System.Linq.Expressions;
using GraphApi.Data.Databases;
using GraphApi.Data.Searching;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Data.Bindings;

/// <summary>
/// How entities are found by texts that belong to them. An entity is found where each term of the search text is found
/// in one of its texts, or is its code. Query filters apply to entities and texts: what the caller may not see is found
/// by nothing, and nothing is worked out of it.
/// </summary>
/// <typeparam name="TContext">The context.</typeparam>
/// <typeparam name="TEntity">The entity that is found.</typeparam>
/// <typeparam name="TText">The entity that has a text.</typeparam>
/// <param name="Owners">
/// The keys below of all entities the caller may see, the quick way: a statement may begin there, so that a caller does
/// not wait for the texts of others.
/// </param>
/// <param name="Owner">The key that the texts of an entity have, over references where it is not the entity's.</param>
/// <param name="OwnerOfText">The same key on a text.</param>
/// <param name="Points">What a term that is found in a text counts for the rank.</param>
/// <param name="Code">The number that an entity is cited by; null where it has none.</param>
/// <param name="CodePoints">What a term that is the code counts.</param>
/// <param name="Index">How the texts are indexed in a database.</param>
public sealed record SearchSource<TContext, TEntity, TText>(
    Expression<Func<TContext, IQueryable<Guid>>> Owners,
    Expression<Func<TEntity, Guid>> Owner,
    Expression<Func<TText, Guid>> OwnerOfText,
    Expression<Func<TText, int>> Points,
    Expression<Func<TEntity, string?>> Code,
    int CodePoints,
    Func<DatabaseProvider, TextIndex> Index)
    : SearchSource(typeof(TEntity), typeof(TText), Owners, Owner, OwnerOfText, Points, Code, CodePoints, Index)
    where TContext : DbContext
    where TEntity : class
    where TText : class
{
    /// <summary>
    /// Tells the session of each search, when its page was read: the text, and the keys that the texts of what is on
    /// the page have.
    /// </summary>
    public SearchSource<TContext, TEntity, TText> Noting<TSession>(Action<TSession, string, IReadOnlyList<Guid>> note)
        where TSession : DataSession =>
        this with { Note = (session, text, owners) => note((TSession)session!, text, owners) };
}

/// <summary>A search source without its types.</summary>
#pragma warning disable MA0048 // the twin of the generic one
public abstract record SearchSource
#pragma warning restore MA0048
{
    private protected SearchSource(
        Type entity,
        Type text,
        LambdaExpression owners,
        LambdaExpression owner,
        LambdaExpression ownerOfText,
        LambdaExpression points,
        LambdaExpression code,
        int codePoints,
        Func<DatabaseProvider, TextIndex> index)
    {
        EntityType = entity;
        TextType = text;
        OwnersOf = owners;
        OwnerOf = owner;
        OwnerKeyOf = ownerOfText;
        PointsOf = points;
        CodeOf = code;
        PointsOfCode = codePoints;
        IndexOf = index;
    }

    internal Type EntityType { get; }

    internal Type TextType { get; }

    internal LambdaExpression OwnersOf { get; }

    internal LambdaExpression OwnerOf { get; }

    internal LambdaExpression OwnerKeyOf { get; }

    internal LambdaExpression PointsOf { get; }

    internal LambdaExpression CodeOf { get; }

    internal int PointsOfCode { get; }

    internal Func<DatabaseProvider, TextIndex> IndexOf { get; }

    /// <summary>Told of each search; null: nobody is.</summary>
    internal Action<object?, string, IReadOnlyList<Guid>>? Note { get; init; }
}
