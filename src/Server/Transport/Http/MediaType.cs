using GraphApi.Engine.Errors;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GraphApi.Server.Transport.Http;

/// <summary>A media type that responses are written in, and how one is chosen.</summary>
/// <seealso href="https://http-spec.graphql.org/September2026/#sec-Accept"/>
sealed record MediaType
{
    /// <summary>Its status codes tell whether the operation ran.</summary>
    public static readonly MediaType GraphQLResponseJson = new("application/graphql-response+json");

    /// <summary>Any operation that could be read is answered with 200, as clients of before 2023 expect.</summary>
    public static readonly MediaType Json = new("application/json");

    // In the order of preference where a client names both with the same weight.
    static readonly MediaType[] Offered = [GraphQLResponseJson, Json];

    MediaType(string name)
    {
        Name = name;
        ContentType = name + "; charset=utf-8";
    }

    /// <summary>Type and subtype.</summary>
    public string Name { get; }

    /// <summary>The value of the response's Content-Type.</summary>
    public string ContentType { get; }

    /// <summary>
    /// The media type for an Accept header. Missing, or nothing but wildcards: <see cref="Json"/>, as the draft's
    /// audits want it. Null where none fits or the header cannot be read; <paramref name="refusal"/> then says which.
    /// </summary>
    public static MediaType? Choose(StringValues accept, out RequestRefusal? refusal)
    {
        refusal = null;
        if (accept.Count == 0 || (accept.Count == 1 && accept[0] is null or "" or "*/*" or "application/json"))
        {
            return Json;
        }

        if (accept.Count == 1 && accept[0] == GraphQLResponseJson.Name)
        {
            return GraphQLResponseJson;
        }

        if (!MediaTypeHeaderValue.TryParseStrictList([.. accept.OfType<string>()], out var ranges))
        {
            refusal = new RequestRefusal(
                RefusalReason.Unreadable, "The Accept header cannot be read.", ErrorCode.AcceptInvalid);
            return null;
        }

        var chosen = Best(ranges);
        if (chosen is null)
        {
            refusal = new RequestRefusal(
                RefusalReason.NotAcceptable,
                "None of the media types of the Accept header can be served. Accept "
                    + "application/graphql-response+json or application/json.",
                ErrorCode.NotAcceptable);
        }

        return chosen;
    }

    static MediaType? Best(IList<MediaTypeHeaderValue> ranges)
    {
        MediaType? best = null;
        var bestRank = (Weight: 0d, Precision: 0);
        foreach (var offered in Offered)
        {
            var rank = offered.RankIn(ranges);
            var isBetter = rank.CompareTo(bestRank) > 0;
            // A wildcard leaves the choice to us: a client that did not ask for the new media type may not know it.
            var isWild = rank.CompareTo(bestRank) == 0 && rank.Precision < 3 && rank.Weight > 0;
            if (isBetter || isWild)
            {
                best = offered;
                bestRank = rank;
            }
        }

        return best;
    }

    // The weight of the most precise range that names this media type (RFC 9110 section 12.5.1).
    (double Weight, int Precision) RankIn(IList<MediaTypeHeaderValue> ranges)
    {
        var (weight, precision) = (0d, 0);
        foreach (var range in ranges)
        {
            var rangePrecision = PrecisionOf(range);
            if (rangePrecision > precision)
            {
                (weight, precision) = (range.Quality ?? 1, rangePrecision);
            }
        }

        return (weight, weight > 0 ? precision : 0);
    }

    int PrecisionOf(MediaTypeHeaderValue range)
    {
        if (range.Charset.HasValue && !range.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        if (range.MatchesAllTypes)
        {
            return 1;
        }

        return range.MatchesAllSubTypes
            ? range.Type.Equals("application", StringComparison.OrdinalIgnoreCase) ? 2 : 0
            : range.MediaType.Equals(Name, StringComparison.OrdinalIgnoreCase) ? 3 : 0;
    }
}
