using System.Collections.Frozen;

namespace GraphApi.Distribution.Access;

/// <summary>
/// The policies that <c>@authorize</c> names in the schema, all on one page. docs/access.md is made of it and of the
/// schema.
/// </summary>
static class Policies
{
    static readonly Policy[] OnRows =
    [
        new("ENTITLED", PolicyKind.Rows, "A right to the version, its marking's requirements met.", Anyone),
        new("HOME_STAFF", PolicyKind.Rows, "Staff of the originating center.", IsHomeStaff),
        new(
            "OVERSIGHT",
            PolicyKind.Rows,
            "Supervisors, directors and privacy officers of the originating center.",
            viewer => viewer.OversightCenterIds.Length > 0),
        new(
            "LIST_DIRECTORY",
            PolicyKind.Rows,
            "Members, the owner's staff, partners where they can join, administrators, auditors.",
            viewer => viewer.IsAuthenticated),
        new(
            "MEMBERSHIP_READER",
            PolicyKind.Rows,
            "The member, the list's managers, those who oversee its center's lists.",
            viewer => viewer.IsAuthenticated),
        new(
            "PARTNER_DIRECTORY",
            PolicyKind.Rows,
            "The organization, staff, the directory of its centers, anyone where listed publicly.",
            Anyone),
        new(
            "PARTNER_RECORD",
            PolicyKind.Rows,
            "The organization's liaison, staff of its centers, liaison officers assigned to it.",
            viewer => viewer.IsAuthenticated && viewer.Kind == PrincipalKind.Person),
        new(
            "PERSON_READER",
            PolicyKind.Rows,
            "The person, his organization's liaison, staff of its centers, colleagues, administrators.",
            viewer => viewer.IsAuthenticated),
        new(
            "LIAISON_READER",
            PolicyKind.Rows,
            "The liaison, the organization concerned, the center's staff.",
            viewer => viewer.IsAuthenticated),
        new(
            "CLIENT_READER",
            PolicyKind.Rows,
            "The client, its organization's liaison, its sponsor, administrators, auditors.",
            viewer => viewer.IsAuthenticated),
        new(
            "CONTACT_READER",
            PolicyKind.Rows,
            "The person; his organization's liaison, staff of its centers, liaison officers assigned to it and "
                + "administrators where he lets them; of a privacy officer, staff of any center.",
            viewer => viewer.IsAuthenticated),
        new(
            "SOURCE_READER",
            PolicyKind.Rows,
            "Staff of the originating center; partners where they may see the portion and its marking permits it.",
            viewer => IsHomeStaff(viewer) || viewer.IsPartner),
        new(
            "MEMBER_ORGANIZATION_READER",
            PolicyKind.Rows,
            "The list's managers, those who oversee its center's lists, people of partners as the list says.",
            viewer => viewer.IsAuthenticated && viewer.Kind == PrincipalKind.Person),
        new(
            "ACCESS_GRANT_READER",
            PolicyKind.Rows,
            "The one who asked, the one who decided, those who oversee the center, auditors; administrators of "
            + "break-glass.",
            IsConcernedWithGrants),
        new("RESOURCE_READER", PolicyKind.Rows, "Anyone, partners or staff, as the resource says.", Anyone),
    ];

    static readonly Policy[] OnFields = [];

    static readonly Policy[] OnCallers =
    [
        new("AUTHENTICATED", PolicyKind.Callers, "Anybody with rights here.", viewer => viewer.IsAuthenticated),
        new("STAFF", PolicyKind.Callers, "Staff of any center.", viewer => viewer.IsStaff),
        new(
            "STAFF_OR_STEWARD",
            PolicyKind.Callers,
            "Staff of any center, administrators, auditors.",
            viewer => viewer.IsStaff || viewer.IsAdministrator || viewer.IsAuditor),
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
            "ACCESS_GRANT_PARTY",
            PolicyKind.Callers,
            "Those who may be one of the two persons of a grant, lately signed in with what cannot be phished.",
            IsConcernedWithGrants) { NeedsStepUp = true },
    ];

    /// <summary>All policies: those on rows, on fields, on callers, in the order in which they are written.</summary>
    public static IReadOnlyList<Policy> All { get; } = [.. OnRows, .. OnFields, .. OnCallers];

    /// <summary>The policies by name.</summary>
    public static FrozenDictionary<string, Policy> ByName { get; } = All.ToFrozenDictionary(policy => policy.Name);

    static bool Anyone(Viewer viewer) => true;

    static bool IsConcernedWithGrants(Viewer viewer) =>
        viewer.IsAdministrator || viewer.IsAuditor || viewer.OversightCenterIds.Length > 0;

    static bool IsHomeStaff(Viewer viewer) => viewer.HomeCenterIds.Length > 0;
}
