using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Recalls;

/// <summary>The fields of <c>RecallResponse</c> that are not simply a column or collection of their name.</summary>
sealed class RecallResponseFields : EntityFields<RecallResponse>
{
    public RecallResponseFields()
    {
        OrderByDescending(response => response.UpdatedAt);
        OneOf(
            "recipient",
            response => response.Person,
            response => response.Organization,
            response => response.ServiceClient);
        Computed(
            "isMine",
            response => response.IsMine,
            (DistributionContext viewer, RecallResponse response) =>
                response.RecipientId == viewer.RecallPersonId
                || response.RecipientId == viewer.RecallEmployerId
                || response.RecipientId == viewer.RecallClientId);
        Computed(
            "isOverdue",
            response => response.IsOverdue,
            (DistributionContext viewer, RecallResponse response) =>
                !response.IsSettled && response.Notice.RespondBy != null && response.Notice.RespondBy <= viewer.Now);
        Computed(
            "isReachable",
            response => response.IsReachable,
            (DistributionContext viewer, RecallResponse response) => viewer.Set<ReachableRecipient>().Any(principal =>
                principal.RecipientId == response.RecipientId
                && (principal.EndsAt == null || principal.EndsAt > viewer.Now)));
    }
}
