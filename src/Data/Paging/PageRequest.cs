using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;

namespace GraphApi.Data.Paging;

/// <summary>What the paging arguments of a connection ask for, checked.</summary>
/// <param name="First">How many from the beginning; null: all that <paramref name="Last"/> may choose from.</param>
/// <param name="Last">How many from the end; null: none are cut.</param>
/// <param name="After">The cursor after which to begin; null: from the beginning.</param>
/// <param name="Before">The cursor before which to end; null: to the end.</param>
/// <seealso href="https://relay.dev/graphql/connections.htm#sec-Pagination-algorithm"/>
sealed record PageRequest(int? First, int? Last, string? After, string? Before)
{
    static readonly int[] Limits = [11, 21, 51, 101, 251, 501, 1001];

    /// <summary>Whether the page is read from the end.</summary>
    public bool IsBackward => First is null;

    /// <summary>How many rows the page can have.</summary>
    public int Size => First ?? Last!.Value;

    /// <summary>
    /// How many rows the statement asks for: one more than the page, to see whether there are more, rounded to one of a
    /// few sizes, since each size is a statement of its own.
    /// </summary>
    public int Limit
    {
        get
        {
            foreach (var limit in Limits)
            {
                if (limit > Size)
                {
                    return limit;
                }
            }

            return Size + 1;
        }
    }

    /// <summary>
    /// Reads the arguments. Throws <see cref="GraphQLException"/> for a size below 0 or above the bound.
    /// </summary>
    public static PageRequest Read(ArgumentValues arguments, PagingOptions options, int? maxPageSize)
    {
        var max = maxPageSize ?? options.MaxPageSize;
        var first = ReadSize(arguments, "first", max);
        var last = ReadSize(arguments, "last", max);
        if (first is null && last is null)
        {
            first = Math.Min(options.DefaultPageSize, max);
        }

        return new PageRequest(first, last, arguments.Get<string>("after"), arguments.Get<string>("before"));
    }

    static int? ReadSize(ArgumentValues arguments, string name, int max)
    {
        if (!arguments.TryGet(name, out var value) || value is not int size)
        {
            return null;
        }

        if (size < 0)
        {
            throw new GraphQLException(new GraphQLError(
                $"`{name}` must be at least 0.",
                ErrorCode.PageSizeNegative));
        }

        if (size > max)
        {
            throw new GraphQLException(
                new GraphQLError("The maximum allowed items per page were exceeded.", ErrorCode.PageTooLarge)
                {
                    Extensions = new Dictionary<string, object?>
                    {
                        ["requestedItems"] = size,
                        ["maxAllowedItems"] = max,
                    },
                });
        }

        return size;
    }
}
