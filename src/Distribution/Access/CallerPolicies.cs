using GraphApi.Distribution.Lists;
using GraphApi.Distribution.PrivacyReviews;

namespace GraphApi.Distribution.Access;

/// <summary>The policies that depend on the caller alone: who may use a field at all, whatever its rows are.</summary>
static class CallerPolicies
{
    /// <summary>All of them, in the order in which they are written.</summary>
    public static Policy[] All { get; } =
    [
        new("AUTHENTICATED", PolicyKind.Callers, "Anybody with rights here.", viewer => viewer.IsAuthenticated),
        new(
            "RECALL_RECIPIENT",
            PolicyKind.Callers,
            "Anybody who can sign in, with rights here or without any.",
            viewer => viewer.IsAuthenticated || viewer.IsRecallRecipient),
        new(
            "STAFF_OR_STEWARD",
            PolicyKind.Callers,
            "Staff of any center, administrators, auditors.",
            viewer => viewer.IsStaff || viewer.IsAdministrator || viewer.IsAuditor),
        new(
            "ACCESS_RECORD_OVERSIGHT",
            PolicyKind.Callers,
            "Privacy officers and auditors, lately signed in with what cannot be phished.",
            viewer => viewer.IsAuditor
                || (viewer.PrivacyCenterIds.Length > 0 && viewer.Scopes.HasFlag(Scopes.ReadAudit)))
        {
            NeedsStepUp = true,
        },
        new(
            "ACCESS_RECORD_AUDIT",
            PolicyKind.Callers,
            "Auditors, lately signed in with what cannot be phished.",
            viewer => viewer.IsAuditor) { NeedsStepUp = true },
        new(
            "ACCESS_RECORD_COUNTS",
            PolicyKind.Callers,
            "Supervisors, directors and privacy officers, auditors.",
            viewer => viewer.IsAuditor
                || (viewer.OversightCenterIds.Length > 0 && viewer.Scopes.HasFlag(Scopes.ReadAudit))),
        new(
            "ADMINISTRATOR",
            PolicyKind.Callers,
            "Administrators of the network, lately signed in with what cannot be phished.",
            viewer => viewer.IsAdministrator) { NeedsStepUp = true },
        new(
            "LIST_KEEPER",
            PolicyKind.Callers,
            "Managers of a list, list managers, supervisors and directors of any center; people of partners, for what "
                + "is theirs.",
            ListRules.MayKeepAny),
        new(
            "OVERSEER",
            PolicyKind.Callers,
            "Supervisors, directors and privacy officers of any center; auditors of a center in an audit.",
            viewer => viewer.OversightCenterIds.Length > 0),
        new(
            "DRAFTER",
            PolicyKind.Callers,
            "Analysts, supervisors and directors of any center.",
            viewer => Holds(
                viewer,
                Scopes.WriteProducts,
                PersonRole.Analyst,
                PersonRole.Supervisor,
                PersonRole.CenterDirector)),
        new(
            "DRAFT_REVIEWER",
            PolicyKind.Callers,
            "Privacy officers, supervisors and directors of any center.",
            viewer => Holds(viewer, Scopes.WriteReviews, PersonRole.PcrclOfficer)
                || Holds(viewer, Scopes.WriteProducts, PersonRole.Supervisor, PersonRole.CenterDirector)),
        new(
            "REVIEW_PARTY",
            PolicyKind.Callers,
            "Staff of a center who write products or review them.",
            IsReviewParty),
        new(
            "REVIEW_DECIDER",
            PolicyKind.Callers,
            "Directors, lately signed in with what cannot be phished.",
            viewer => IsReviewParty(viewer)
                && viewer.Roles.Any(held => held.Role == PersonRole.CenterDirector)) { NeedsStepUp = true },
        new(
            "AUDIENCE_PREVIEWER",
            PolicyKind.Callers,
            "Staff of any originating center, an audit of one.",
            viewer => viewer.PersonId is not null && viewer.HomeCenterIds.Length > 0),
        new(
            "RELEASER",
            PolicyKind.Callers,
            "Supervisors and directors of any center, lately signed in with what cannot be phished.",
            viewer => viewer.SupervisedCenterIds.Length > 0) { NeedsStepUp = true },
        new(
            "ACCESS_GRANT_OVERSIGHT",
            PolicyKind.Callers,
            "Supervisors, directors and privacy officers, auditors.",
            viewer => viewer.IsAuditor || viewer.OversightCenterIds.Length > 0),
        new(
            "ACCESS_GRANT_REQUESTER",
            PolicyKind.Callers,
            "Administrators and auditors of the network, lately signed in with what cannot be phished.",
            viewer => viewer.IsAdministrator || viewer.IsAuditor) { NeedsStepUp = true },
        new(
            "RECALLER",
            PolicyKind.Callers,
            "Supervisors, directors and privacy officers, lately signed in with what cannot be phished.",
            viewer => viewer.OversightCenterIds.Length > 0) { NeedsStepUp = true },
        new(
            "RECALL_RECORDER",
            PolicyKind.Callers,
            "Supervisors, directors and privacy officers of any center, liaison officers with an assignment.",
            viewer => viewer.OversightCenterIds.Length > 0
                || viewer.AssignedOrganizationIds.Length > 0
                || viewer.AssignedCenterIds.Length > 0),
        new(
            "ACCESS_GRANT_PARTY",
            PolicyKind.Callers,
            "Those who may be one of the two persons of a grant, lately signed in with what cannot be phished.",
            Policies.IsConcernedWithGrants) { NeedsStepUp = true },
    ];

    static bool Holds(Viewer viewer, Scopes scope, params ReadOnlySpan<PersonRole> any)
    {
        foreach (var (role, center) in viewer.Roles)
        {
            if (center != Guid.Empty && any.Contains(role))
            {
                return viewer.Scopes.HasFlag(scope);
            }
        }

        return false;
    }

    static bool IsReviewParty(Viewer viewer) =>
        viewer.IsStaff
        && viewer.Roles.Any(held => held.CenterId != Guid.Empty && ReviewerRules.Roles.Contains(held.Role))
        && (viewer.Scopes.HasFlag(Scopes.WriteProducts) || viewer.Scopes.HasFlag(Scopes.WriteReviews));
}
