using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Distribution.Access;

/// <summary>
/// Asks the static policies and the roles of <c>@authorize</c>. Row policies are in the queries already.
/// </summary>
sealed class PolicyAuthorizer : FieldAuthorizer
{
    /// <inheritdoc/>
    public override bool Guards(Field field) =>
        Policies.Governing(field) is { } rule
        && (Policies.RolesOf(rule).Count > 0
            || (Policies.PolicyOf(rule) is { } policy && Policies.OfViewers.ContainsKey(policy)));

    /// <inheritdoc/>
    public override GraphQLError? Authorize(Field field, object? session)
    {
        var viewer = ((DistributionSession)session!).Viewer;
        return IsAllowed(field, viewer)
            ? null
            : new GraphQLError(
                "The current user is not authorized to access this resource.",
                viewer.IsAuthenticated ? ErrorCode.NotAuthorized : ErrorCode.NotAuthenticated);
    }

    static bool IsAllowed(Field field, Viewer viewer)
    {
        if (Policies.Governing(field) is not { } rule)
        {
            return true;
        }

        if (Policies.PolicyOf(rule) is { } policy
            && Policies.OfViewers.TryGetValue(policy, out var isAllowed)
            && !isAllowed(viewer))
        {
            return false;
        }

        var roles = Policies.RolesOf(rule);
        return roles.Count == 0
            || roles.Any(name => TokenClaims.TryReadRole(name, out var role) && viewer.Roles.Any(r => r.Role == role));
    }
}
