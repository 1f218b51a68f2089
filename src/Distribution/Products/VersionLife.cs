using System.Collections.Frozen;
using System.Collections.Immutable;
using static GraphApi.Distribution.Products.VersionActor;
using static GraphApi.Distribution.Products.VersionState;

namespace GraphApi.Distribution.Products;

/// <summary>
/// The life of a version: its states, what leads from one to another, and who may do it. What is not here cannot
/// happen.
/// </summary>
static class VersionLife
{
    const string Separate = "Not by an author or by who reviewed it.";

    const string Emergency =
        "Two persons, one of them the director, neither an author or a reviewer of it; imminent danger to life or "
        + "property; reviews under way end, and one after the release is due within 24 hours.";

    const string Renewing =
        "Not by an author. What was released in an emergency, once a privacy review let it pass.";

    const string Successor = "A newer version of the same product is published in the same transaction.";

    const string Recalling = "With a notice to all who received it; a privacy officer for reasons of privacy.";

    /// <summary>Every way there is, by the state it begins in.</summary>
    public static ImmutableArray<VersionTransition> Transitions { get; } =
    [
        new(null, VersionStep.Create, Draft, [Analyst], "Type, title and the marking of every portion are set."),
        new(Draft, VersionStep.Revise, Draft, [Author], "Markings hold together; nothing is marked as classified."),
        new(
            Draft,
            VersionStep.SubmitForReview,
            InReview,
            [Author],
            "Markings hold together and typed banners agree with them, sources are rated, indicators come with the "
            + "statement on behavior, an audience is named. It is scanned, and its privacy review is asked for."),
        new(Draft, VersionStep.ReleaseInEmergency, Published, [Supervisor, Director], Emergency),
        new(Draft, VersionStep.Cancel, Cancelled, [Author, Supervisor, Director], "A reason."),
        new(
            InReview,
            VersionStep.RequestChanges,
            ChangesRequested,
            [PrivacyOfficer, Supervisor, Director],
            "Why. Not by an author."),
        new(
            InReview,
            VersionStep.Approve,
            Approved,
            [Supervisor, Director],
            "The privacy review concurred, with its changes made, or was resolved so; third agencies consented. "
            + Separate),
        new(InReview, VersionStep.ReleaseInEmergency, Published, [Supervisor, Director], Emergency),
        new(InReview, VersionStep.Cancel, Cancelled, [Author, Supervisor, Director], "A reason."),
        new(ChangesRequested, VersionStep.Revise, ChangesRequested, [Author], "As of a draft."),
        new(
            ChangesRequested,
            VersionStep.Resubmit,
            InReview,
            [Author],
            "As to submit; every blocking finding is answered."),
        new(ChangesRequested, VersionStep.Cancel, Cancelled, [Author, Supervisor, Director], "A reason."),
        new(
            Approved,
            VersionStep.Schedule,
            Scheduled,
            [Supervisor, Director],
            $"The time is in the future, the audience is fixed. {Separate}"),
        new(Approved, VersionStep.Publish, Published, [Supervisor, Director], $"The audience is fit. {Separate}"),
        new(Approved, VersionStep.Reopen, Draft, [Author, Supervisor, Director], "Its reviews count no more."),
        new(Approved, VersionStep.Cancel, Cancelled, [Author, Supervisor, Director], "A reason."),
        new(
            Scheduled,
            VersionStep.Publish,
            Published,
            [Supervisor, Director, VersionActor.System],
            $"The clock does it when the time has come. {Separate}"),
        new(Scheduled, VersionStep.Reopen, Draft, [Author, Supervisor, Director], "Its reviews count no more."),
        new(Scheduled, VersionStep.Cancel, Cancelled, [Author, Supervisor, Director], "A reason."),
        new(Published, VersionStep.Supersede, Superseded, [Supervisor, Director, VersionActor.System], Successor),
        new(Published, VersionStep.Recall, Recalled, [Supervisor, Director, PrivacyOfficer], Recalling),
        new(Published, VersionStep.Expire, Expired, [VersionActor.System], "Its time is over and no recall is open."),
        new(
            Published,
            VersionStep.Renew,
            Published,
            [Supervisor, Director],
            $"A new end, later than the present one. {Renewing}"),
        new(Superseded, VersionStep.Recall, Recalled, [Supervisor, Director, PrivacyOfficer], Recalling),
        new(Expired, VersionStep.Renew, Published, [Supervisor, Director], $"A new end, in the future. {Renewing}"),
        new(Expired, VersionStep.Recall, Recalled, [Supervisor, Director, PrivacyOfficer], Recalling),
    ];

    static readonly FrozenDictionary<(VersionState? From, VersionStep Step), VersionTransition> Table =
        Transitions.ToFrozenDictionary(transition => (transition.From, transition.Step));

    static readonly FrozenDictionary<VersionStep, ImmutableArray<VersionActor>> Actors = Transitions
        .GroupBy(transition => transition.Step)
        .ToFrozenDictionary(
            ways => ways.Key,
            ways => ways.SelectMany(way => way.Actors).Distinct().ToImmutableArray());

    /// <summary>The way a step leads from a state; null: it cannot be taken there.</summary>
    public static VersionTransition? Find(VersionState from, VersionStep step) => Table.GetValueOrDefault((from, step));

    /// <summary>
    /// Who may take a step at all, whatever the state: that it is not his to do tells nobody where a version stands.
    /// </summary>
    public static ImmutableArray<VersionActor> ActorsOf(VersionStep step) => Actors[step];

    /// <summary>Whether a step is never taken by who wrote the version.</summary>
    public static bool ExcludesAuthors(VersionStep step) => step
        is VersionStep.RequestChanges
        or VersionStep.Approve
        or VersionStep.Schedule
        or VersionStep.Publish
        or VersionStep.ReleaseInEmergency
        or VersionStep.Renew;

    /// <summary>Whether a step is never taken by who reviewed the version.</summary>
    public static bool ExcludesReviewers(VersionStep step) => step
        is VersionStep.Approve
        or VersionStep.Schedule
        or VersionStep.Publish
        or VersionStep.ReleaseInEmergency;
}
