using GraphApi.Distribution.Access;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Lists;

/// <summary>Counts the active members of all lists anew. Call it after memberships were written in bulk.</summary>
static class MemberCounts
{
    /// <summary>
    /// Writes <see cref="DistributionList.MemberCount"/> where it is not right; takes part in an open transaction.
    /// </summary>
    public static Task<int> RefreshAsync(AccessContext context, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            $"""
            UPDATE distribution_lists SET member_count = counted.members
            FROM (
                SELECT l.id, count(m.id) AS members
                FROM distribution_lists l
                LEFT JOIN list_memberships m ON m.list_id = l.id AND m.state = 'Active'
                GROUP BY l.id) AS counted
            WHERE counted.id = distribution_lists.id AND counted.members <> distribution_lists.member_count
            """,
            cancellationToken);
}
