using System.Collections.Concurrent;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Distribution.Access;

/// <summary>
/// Refuses fields whose rule the caller can meet on no row. Rules on rows are in the queries already.
/// </summary>
sealed class PolicyAuthorizer : FieldAuthorizer
{
    // A field does not change, and its rule is a text in the schema: it is read once.
    readonly ConcurrentDictionary<Field, AccessRule?> _rules = new();

    /// <inheritdoc/>
    public override bool Guards(Field field) => RuleOf(field) is { Refuses: true };

    /// <inheritdoc/>
    public override GraphQLError? Authorize(Field field, object? session)
    {
        var viewer = ((DistributionSession)session!).Viewer;
        return RuleOf(field) is not { Refuses: true } rule || rule.CanBeMetBy(viewer)
            ? null
            : Refusal(viewer);
    }

    /// <summary>
    /// Whether a viewer can ever read the field: he can meet its rule, and that of the type it leads to, where that is
    /// one of objects. What he cannot is absent from the schema he is shown.
    /// </summary>
    public bool CanRead(Field field, Viewer viewer) =>
        RuleOf(field)?.CanBeMetBy(viewer) is not false
        && (field.Type.Named is not ObjectType type || AccessRule.Of(RowsOf(type))?.CanBeMetBy(viewer) is not false);

    /// <summary>What a caller is told who may not: nothing of what there would be.</summary>
    public static GraphQLError Refusal(Viewer viewer) => new(
        "The current user is not authorized to access this resource.",
        viewer.IsAuthenticated ? ErrorCode.NotAuthorized : ErrorCode.NotAuthenticated);

    /// <summary>The type of the rows that a type holds: a connection's nodes, else its own.</summary>
    static NamedType RowsOf(ObjectType type) =>
        AccessRule.Of(type) is null && type.FieldsByName.TryGetValue("nodes", out var nodes) ? nodes.Type.Named : type;

    AccessRule? RuleOf(Field field) => _rules.GetOrAdd(field, AccessRule.Of);
}
