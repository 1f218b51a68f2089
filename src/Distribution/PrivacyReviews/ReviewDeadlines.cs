using System.Diagnostics;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.PrivacyReviews;

/// <summary>How long a privacy review may take, by how soon the product should be read; each more than zero.</summary>
public sealed record ReviewDeadlines
{
    /// <summary>Of what should be read at once. <value>Default 4 hours.</value></summary>
    public TimeSpan Immediate { get; init; } = TimeSpan.FromHours(4);

    /// <summary>Of what is urgent. <value>Default 24 hours.</value></summary>
    public TimeSpan Urgent { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Of what has priority. <value>Default 3 days.</value></summary>
    public TimeSpan Priority { get; init; } = TimeSpan.FromDays(3);

    /// <summary>Of everything else. <value>Default 10 days.</value></summary>
    public TimeSpan Routine { get; init; } = TimeSpan.FromDays(10);

    /// <summary>Of what was released in an emergency. <value>Default 24 hours.</value></summary>
    public TimeSpan PostRelease { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long a review of a kind may take.</summary>
    internal TimeSpan Of(PrivacyReviewKind kind, Urgency urgency) => (kind, urgency) switch
    {
        (PrivacyReviewKind.PostRelease, _) => PostRelease,
        (_, Urgency.Immediate) => Immediate,
        (_, Urgency.Urgent) => Urgent,
        (_, Urgency.Priority) => Priority,
        (_, Urgency.Routine) => Routine,
        _ => throw new UnreachableException(),
    };
}
