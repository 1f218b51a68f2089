using GraphApi.Data.Bindings;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessGrants;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Administration;
using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Disciplines;
using GraphApi.Distribution.Drafting;
using GraphApi.Distribution.Explanations;
using GraphApi.Distribution.Jurisdictions;
using GraphApi.Distribution.Ledger;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Publishing;
using GraphApi.Distribution.Recalls;
using GraphApi.Distribution.Receipts;
using GraphApi.Distribution.Resources;
using GraphApi.Distribution.Search;
using GraphApi.Distribution.Sectors;

namespace GraphApi.Distribution;

/// <summary>The fields of <c>Query</c>.</summary>
sealed class QueryFields : RootFields
{
    public QueryFields()
    {
        Connection<AccessRecord>("whoSaw")
            .NamedBy("productVersion", (nameof(ProductVersion), record => record.VersionId))
            .Noting<DistributionSession>((session, name) =>
                session.NoteRead(RecordSubject.Records(name?.Key, name?.Key)));
        Connection<AccessRecord>("whatSaw")
            .NamedBy(
                "principal",
                (nameof(Person), record => record.PersonId),
                (nameof(ServiceClient), record => record.ServiceClientId))
            .Noting<DistributionSession>((session, name) =>
                session.NoteRead(RecordSubject.Records(name?.Key, versionId: null)));
        Load<DistributionSession, AccessSummary>("accessSummary", AccessSummary.LoadAsync);
        Connection<AccessReconciliation>("accessReconciliations")
            .Noting<DistributionSession>((session, _) =>
                session.NoteRead(RecordSubject.Records(subjectId: null, versionId: null)));
        Session<DistributionSession, Viewer>("me", session => session.Viewer.IsAuthenticated ? session.Viewer : null);
        Connection<Product>("feed").From(Feeds.ViewerFeed.Products).MergedOnPostgreSql(Feeds.ViewerFeed.Source);
        Load<DistributionSession, Product, ChangePage>("changes", ChangesQuery.LoadAsync).From(FollowedProducts.Query);
        Load<DistributionSession, Product, ProductSnapshot>("snapshot", SnapshotQuery.LoadAsync)
            .From(FollowedProducts.Query);
        Single<Product>("product");
        Connection<Product>("products");
        Connection<ProductVersion>("drafts").From(Drafts.All).OrderByDescending(version => version.UpdatedAt);
        Connection<ProductVersion>("myDrafts").From(Drafts.OfViewer).OrderByDescending(version => version.UpdatedAt);
        Search(
            "search",
            ProductSearch.Source.Noting<DistributionSession>((session, text, versionIds) =>
                session.NoteSearch(text, versionIds)));
        Node();
        Nodes();
        Connection<FusionCenter>("fusionCenters");
        Single<FusionCenter>("fusionCenter");
        Connection<Organization>("organizations");
        Single<Organization>("organization");
        Connection<Sector>("sectors");
        Connection<CommunityLifeline>("communityLifelines");
        Connection<Topic>("topics");
        Connection<Jurisdiction>("jurisdictions");
        Connection<Discipline>("disciplines");
        Connection<DistributionList>("distributionLists");
        Single<DistributionList>("distributionList");
        Connection<PrivacyReview>("reviewQueue")
            .From((DistributionContext context) =>
                context.Set<PrivacyReview>().Where(review =>
                    (review.State == PrivacyReviewState.Requested
                        || review.State == PrivacyReviewState.Assigned
                        || review.State == PrivacyReviewState.InReview
                        || review.State == PrivacyReviewState.Escalated)
                    && (context.OversightCenterIds.Contains(review.OriginatorId)
                        || review.ReviewerId == context.PersonId)))
            .OrderBy(review => review.DueAt);
        Connection<ResourceDocument>("resources");
        Load<DistributionSession, AccessExplanation>("explainAccess", AccessExplainer.ExplainAsync);
        Load<DistributionSession, AudiencePreview>("audiencePreview", AudiencePreview.LoadAsync);
        Connection<Delivery>("deliveries");
        Connection<Delivery>("myDeliveries").From((DistributionContext context) =>
            context.Set<Delivery>().Where(delivery =>
                delivery.RecipientId == context.PersonId
                || delivery.RecipientId == context.ServiceClientId
                || delivery.RecipientId == context.EmployerId));
        Connection<RecallNotice>("recalls").When("openOnly", notice => notice.State == RecallState.Open);
        Single<RecallNotice>("recall");
        Load<DistributionSession, IReadOnlyList<RevocationStatus>>("revocationCheck", RevocationStatus.CheckAsync);
        Connection<Feedback>("feedback");
        Connection<AdministrativeEvent>("administrativeEvents");
        Connection<AccessGrant>("accessGrants");
        Single<AccessGrant>("accessGrant");
        Connection<AccessGrantEvent>("accessGrantNotices");
    }
}
