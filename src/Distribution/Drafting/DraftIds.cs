using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Drafting;

/// <summary>Finds what the ids of an input name, as far as who asks may see it.</summary>
static class DraftIds
{
    /// <summary>The most ids of one list.</summary>
    public const int Most = 500;

    /// <summary>The keys, each once, or what cannot be used: an id that names nothing he may see.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="field">The field they stand in.</param>
    /// <param name="isUsable">What must hold of a row besides; null: nothing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<(Guid[] Keys, InvalidInputError? Problem)> FindAsync<TEntity>(
        UnitOfWork work,
        string[] ids,
        string field,
        Expression<Func<TEntity, bool>>? isUsable,
        CancellationToken cancellationToken)
        where TEntity : class
    {
        if (ids.Length > Most)
        {
            return ([], new InvalidInputError(field, $"There are at most {Most}."));
        }

        var named = ids.Select(id => NodeIds.KeyOf(id, typeof(TEntity).Name)).ToArray();
        var keys = named.OfType<Guid>().Distinct().ToArray();
        var rows = work.Visible<TEntity>().Where(row => keys.Contains(EF.Property<Guid>(row, "Id")));
        var found = keys.Length == 0
            ? []
            : await (isUsable is null ? rows : rows.Where(isUsable))
                .Select(row => EF.Property<Guid>(row, "Id"))
                .ToListAsync(cancellationToken);
        var missing = Array.FindIndex(named, key => key is null || !found.Contains(key.Value));
        return missing < 0
            ? (keys, null)
            : ([], new InvalidInputError($"{field}[{missing}]", "This id names nothing that can be used here."));
    }
}
