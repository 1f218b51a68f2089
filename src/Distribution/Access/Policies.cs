using System.Collections.Frozen;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Distribution.Access;

/// <summary>The policies that <c>@authorize</c> names in the schema, all on one page.</summary>
static class Policies
{
    /// <summary>
    /// Row policies: who sees a row is decided by the query filter of its entity (<see cref="RowRules"/>), so there is
    /// nothing to refuse at a field. The value names what the filter stands on.
    /// </summary>
    public static readonly FrozenDictionary<string, string> OfRows = new Dictionary<string, string>
    {
        ["ENTITLED"] = "A right to the version, its marking's requirements met.",
        ["HOME_STAFF"] = "Staff of the originating center.",
        ["OVERSIGHT"] = "Supervisors, directors and privacy officers of the originating center.",
        ["LIST_DIRECTORY"] = "Members, the owner's staff, partners where they can join, administrators, auditors.",
        ["MEMBERSHIP_READER"] = "The member, the list's managers, those who oversee its center's lists.",
        ["PARTNER_DIRECTORY"] = "The organization, staff, the directory of its centers, anyone where listed publicly.",
        ["PARTNER_RECORD"] = "The organization and staff.",
        ["PERSON_READER"] = "The person, his organization's liaison, staff of its centers, colleagues, administrators.",
        ["LIAISON_READER"] = "The liaison, the organization concerned, the center's staff.",
        ["CLIENT_READER"] = "The client, its organization, its sponsor, administrators.",
        ["RESOURCE_READER"] = "Anyone, partners or staff, as the resource says.",
    }.ToFrozenDictionary();

    /// <summary>Static policies: about the caller alone, asked for each selection of the field.</summary>
    public static readonly FrozenDictionary<string, Func<Viewer, bool>> OfViewers =
        new Dictionary<string, Func<Viewer, bool>>
        {
            ["AUTHENTICATED"] = viewer => viewer.IsAuthenticated,
            ["STAFF"] = viewer => viewer.IsStaff,
        }.ToFrozenDictionary();

    /// <summary>
    /// The <c>@authorize</c> that governs a field: its own, else its type's; null: the field is open to all.
    /// </summary>
    public static DirectiveNode? Governing(Field field) =>
        field.AppliedDirectives.Any(IsRule)
            ? field.AppliedDirectives.FirstOrDefault(IsAuthorize)
            : field.DeclaringType.AppliedDirectives.FirstOrDefault(IsAuthorize);

    /// <summary>
    /// What is wrong with the access rules of a schema: fields that no rule governs, policies and roles that do not
    /// exist.
    /// </summary>
    /// <param name="schema">The schema.</param>
    /// <param name="written">
    /// The names of the types that somebody wrote. Generated ones (connections, edges) hold rows of these and nothing
    /// else.
    /// </param>
    public static IEnumerable<string> Problems(Schema schema, IReadOnlySet<string> written)
    {
        foreach (var type in schema.Types.OfType<ObjectType>().Where(t => written.Contains(t.Name)))
        {
            foreach (var field in type.Fields)
            {
                if (!field.AppliedDirectives.Concat(type.AppliedDirectives).Any(IsRule))
                {
                    yield return $"{field.Coordinate} has no access rule.";
                }
                else if (Governing(field) is { } rule)
                {
                    foreach (var problem in Problems(field, rule))
                    {
                        yield return problem;
                    }
                }
            }
        }
    }

    /// <summary>The policy a directive names; null: none.</summary>
    public static string? PolicyOf(DirectiveNode rule) =>
        (rule.Arguments.FirstOrDefault(a => a.Name.Value == "policy")?.Value as StringValueNode)?.Value;

    /// <summary>The roles a directive names; empty: none.</summary>
    public static IReadOnlyList<string> RolesOf(DirectiveNode rule) =>
        rule.Arguments.FirstOrDefault(a => a.Name.Value == "roles")?.Value is ListValueNode list
            ? [.. list.Values.OfType<StringValueNode>().Select(v => v.Value)]
            : [];

    static IEnumerable<string> Problems(Field field, DirectiveNode rule)
    {
        var policy = PolicyOf(rule);
        var roles = RolesOf(rule);
        if (policy is null && roles.Count == 0)
        {
            yield return $"{field.Coordinate} has a rule with neither policy nor roles.";
        }

        if (policy is not null && !OfRows.ContainsKey(policy) && !OfViewers.ContainsKey(policy))
        {
            yield return $"{field.Coordinate} names the policy \"{policy}\", which does not exist.";
        }

        foreach (var role in roles.Where(r => !TokenClaims.TryReadRole(r, out _)))
        {
            yield return $"{field.Coordinate} names the role \"{role}\", which does not exist.";
        }
    }

    static bool IsRule(DirectiveNode directive) => IsAuthorize(directive) || directive.Name.Value == "allowAnonymous";

    static bool IsAuthorize(DirectiveNode directive) => directive.Name.Value == "authorize";
}
