using GraphApi.Data.Bindings;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Distribution.Access;

/// <summary>
/// The access rule of one place of the schema, as <c>@authorize</c> has it: a policy, roles of which the caller must
/// hold one, or both.
/// </summary>
/// <param name="Policy">The policy; null: none.</param>
/// <param name="Roles">The roles; empty: any.</param>
sealed record AccessRule(Policy? Policy, IReadOnlyList<PersonRole> Roles)
{
    /// <summary>The rule that lets everybody pass: <c>@allowAnonymous</c>.</summary>
    public static readonly AccessRule Open = new(null, []);

    /// <summary>The rule of a field: its own, else its type's; null: none, which no schema here has.</summary>
    public static AccessRule? Of(Field field) => Of(field.AppliedDirectives) ?? Of(field.DeclaringType);

    /// <summary>The rule of a type, which governs the fields that have none of their own; null: it has none.</summary>
    public static AccessRule? Of(NamedType type) => Of(type.AppliedDirectives);

    /// <summary>Whether the caller can meet the rule on any row at all.</summary>
    public bool CanBeMetBy(Viewer viewer) =>
        (Policy is null || Policy.CanBeMetBy(viewer))
        && (Roles.Count == 0 || viewer.Roles.Any(held => Roles.Contains(held.Role)));

    /// <summary>Whether who cannot meet the rule is refused; else he finds no rows.</summary>
    public bool Refuses =>
        Roles.Count > 0 || Policy is { Kind: PolicyKind.Fields or PolicyKind.Callers } or { NeedsStepUp: true };

    /// <summary>Whether the caller, who can meet the rule, has yet to sign in again with a better method.</summary>
    public bool AwaitsStepUpOf(Viewer viewer) => Policy is { NeedsStepUp: true } && !viewer.IsSteppedUp;

    /// <summary>Whether the caller, who can meet the rule, has yet to say what he reads for.</summary>
    public bool AwaitsPurposeOf(DistributionSession session) =>
        Policy is { NeedsPurpose: true } && !session.StatesPurpose;

    /// <summary>
    /// What decides on the rows of a type, where the field's own rule has a predicate; null: every row is alike.
    /// </summary>
    public static FieldRule? RowRuleOf(string typeName, FieldDefinitionNode field) =>
        Of(field.Directives)?.Policy is { } policy && policy.Predicates.TryGetValue(typeName, out var isMet)
            ? new FieldRule(policy.Name, isMet)
            : null;

    /// <summary>
    /// What is wrong with the rules of a schema: fields that no rule governs, policies and roles that do not exist,
    /// policies at a place they do not decide on.
    /// </summary>
    /// <param name="schema">The schema.</param>
    /// <param name="written">
    /// The names of the types that somebody wrote. Generated ones (connections, edges) hold rows of these and nothing
    /// else.
    /// </param>
    public static IEnumerable<string> Problems(Schema schema, IReadOnlySet<string> written) =>
        from type in schema.Types.OfType<ObjectType>()
        where written.Contains(type.Name)
        from problem in Problems(type.Name, type.AppliedDirectives)
            .Concat(type.Fields.SelectMany(ProblemsOf))
        select problem;

    static IEnumerable<string> ProblemsOf(Field field)
    {
        if (!field.AppliedDirectives.Concat(field.DeclaringType.AppliedDirectives).Any(IsRule))
        {
            yield return $"{field.Coordinate} has no access rule.";
        }

        foreach (var problem in Problems(field.Coordinate, field.AppliedDirectives))
        {
            yield return problem;
        }

        if (Of(field.AppliedDirectives)?.Policy is { Kind: PolicyKind.Fields } policy
            && !policy.Predicates.ContainsKey(field.DeclaringType.Name))
        {
            yield return $"{field.Coordinate} names the policy \"{policy.Name}\", "
                + $"which says nothing of rows of {field.DeclaringType.Name}.";
        }
    }

    static IEnumerable<string> Problems(string coordinate, IReadOnlyList<DirectiveNode> directives)
    {
        var rules = directives.Where(IsRule).ToList();
        if (rules.Count > 1)
        {
            yield return $"{coordinate} has several access rules.";
        }

        foreach (var rule in rules.Where(IsAuthorize))
        {
            var policy = PolicyOf(rule);
            var roles = RolesOf(rule);
            if (policy is null && roles.Count == 0)
            {
                yield return $"{coordinate} has a rule with neither policy nor roles.";
            }

            if (policy is not null && !Policies.ByName.ContainsKey(policy))
            {
                yield return $"{coordinate} names the policy \"{policy}\", which does not exist.";
            }
            else if (policy is not null
                && Policies.ByName[policy].Kind == PolicyKind.Fields
                && !coordinate.Contains('.', StringComparison.Ordinal))
            {
                yield return $"{coordinate} names the policy \"{policy}\", which decides on fields and not on types.";
            }

            foreach (var role in roles.Where(r => !TokenClaims.TryReadRole(r, out _)))
            {
                yield return $"{coordinate} names the role \"{role}\", which does not exist.";
            }
        }
    }

    static AccessRule? Of(IReadOnlyList<DirectiveNode> directives)
    {
        if (directives.FirstOrDefault(IsRule) is not { } rule)
        {
            return null;
        }

        return IsAuthorize(rule)
            ? new AccessRule(
                PolicyOf(rule) is { } name ? Policies.ByName.GetValueOrDefault(name, Policy.Nobody) : null,
                [.. RolesOf(rule).Select(role => TokenClaims.TryReadRole(role, out var read) ? read : default)])
            : Open;
    }

    static string? PolicyOf(DirectiveNode rule) =>
        (rule.Arguments.FirstOrDefault(a => a.Name.Value == "policy")?.Value as StringValueNode)?.Value;

    static IReadOnlyList<string> RolesOf(DirectiveNode rule) =>
        rule.Arguments.FirstOrDefault(a => a.Name.Value == "roles")?.Value is ListValueNode list
            ? [.. list.Values.OfType<StringValueNode>().Select(v => v.Value)]
            : [];

    static bool IsRule(DirectiveNode directive) => IsAuthorize(directive) || directive.Name.Value == "allowAnonymous";

    static bool IsAuthorize(DirectiveNode directive) => directive.Name.Value == "authorize";
}
