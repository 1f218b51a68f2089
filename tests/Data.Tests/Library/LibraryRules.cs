using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.Tests.Library;

/// <summary>Rules that read the context, other sets and references, a nullable column.</summary>
public static class LibraryRules
{
    static readonly Dictionary<(string Type, string Policy), LambdaExpression> Rules = new()
    {
        [("Book", "KEEPER")] = Rule<Book>((c, b) => c.Readers.Contains(b.KeeperId)),
        [("Book", "SUBSCRIBER")] = Rule<Book>((c, b) =>
            c.Set<News>().Any(n => n.BookId == b.Id && c.Readers.Contains(n.ReaderId)) || b.Shelf!.Room == "Room 1"),
        [("Author", "CONFIDANT")] = Rule<Author>((c, a) => a.Level <= c.Level),
    };

    public static FieldRule? Of(string typeName, FieldDefinitionNode field) =>
        field.Directives.FirstOrDefault(d => d.Name.Value == "authorize")?.Arguments[0].Value is StringValueNode policy
            ? new FieldRule(policy.Value, Rules[(typeName, policy.Value)])
            : null;

    static Expression<Func<LibraryContext, TEntity, bool>> Rule<TEntity>(
        Expression<Func<LibraryContext, TEntity, bool>> rule) => rule;
}

/// <summary>Refuses what <see cref="LibraryRules"/> say.</summary>
public sealed class LibraryAuthorizer : RowAuthorizer
{
    public static readonly GraphQLError Refusal = new("Not for you.", "AUTH_NOT_AUTHORIZED");

    public override bool Guards(Field field) => false;

    public override GraphQLError? Authorize(Field field, object? session) => null;

    protected override GraphQLError Refuse(Field field, object? session) => Refusal;
}
