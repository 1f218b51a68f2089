using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Recalls;

/// <summary>The fields of <c>RecallNotice</c> that are not simply a column or reference of their name.</summary>
sealed class RecallNoticeFields : EntityFields<RecallNotice>
{
    public RecallNoticeFields()
    {
        OrderByDescending(notice => notice.IssuedAt);
        // Reading them leaves an access record, which needs to know of which notice.
        Column("reasonDetails", notice => notice.ReasonDetails, notice => notice.Id, notice => notice.OriginatorId);
        Column("closingReason", notice => notice.ClosingReason, notice => notice.Id, notice => notice.OriginatorId);
        NodeId("productId", notice => notice.ProductId, nameof(RecallNotice.Product));
        Computed(
            "myState",
            notice => notice.MyState,
            (DistributionContext viewer, RecallNotice notice) => notice.Responses
                .Where(response =>
                    response.RecipientId == viewer.RecallPersonId
                    || response.RecipientId == viewer.RecallEmployerId
                    || response.RecipientId == viewer.RecallClientId)
                .OrderBy(response => response.RecipientId == viewer.RecallEmployerId)
                .Select(response => (RecallResponseState?)response.State)
                .FirstOrDefault());
        Batch<DistributionSession, RecallProgress>(
            "progress", RecallProgress.LoadAsync, notice => notice.Id, notice => notice.OriginatorId);
    }
}
