using GraphApi.Data.Bindings;
using GraphApi.Data.UseCases;
using GraphApi.Distribution.AccessGrants;
using GraphApi.Distribution.Administration;
using GraphApi.Distribution.Drafting;
using GraphApi.Distribution.Ledger;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Publishing;
using GraphApi.Distribution.Recalls;
using GraphApi.Distribution.Receipts;
using GraphApi.Distribution.UseCases;

namespace GraphApi.Distribution;

/// <summary>The fields of <c>Mutation</c>: the use cases, each in a file of its own.</summary>
sealed class MutationFields : RootFields
{
    public MutationFields()
        : base("Mutation")
    {
        UseCase<RequestAccessGrant.Input, AccessGrant>("requestAccessGrant", RequestAccessGrant.RunAsync);
        UseCase<AccessGrantDecision, AccessGrant>("approveAccessGrant", ApproveAccessGrant.RunAsync);
        UseCase<AccessGrantDecision, AccessGrant>("declineAccessGrant", DeclineAccessGrant.RunAsync);
        UseCase<AccessGrantDecision, AccessGrant>("endAccessGrant", EndAccessGrant.RunAsync);
        UseCase<CreateDraft.Input, ProductVersion>("createDraft", CreateDraft.RunAsync);
        UseCase<ReviseDraft.Input, ProductVersion>("reviseDraft", ReviseDraft.RunAsync);
        UseCase<DraftSubmission, ProductVersion>("submitForReview", SubmitForReview.RunAsync);
        UseCase<VersionDecision, ProductVersion>("requestChanges", RequestChanges.RunAsync);
        UseCase<DraftSubmission, ProductVersion>("resubmit", SubmitForReview.AgainAsync);
        UseCase<ApproveVersion.Input, ProductVersion>("approve", ApproveVersion.RunAsync);
        UseCase<VersionDecision, ProductVersion>("reopen", ReopenVersion.RunAsync);
        UseCase<VersionDecision, ProductVersion>("cancel", CancelVersion.RunAsync);
        UseCase<PrincipalChange, AdministrativeEvent>("suspendPrincipal", SuspendPrincipal.RunAsync);
        UseCase<PrincipalChange, AdministrativeEvent>("reinstatePrincipal", ReinstatePrincipal.RunAsync);
        UseCase<AddListMember.Input, ListMembership>("addListMember", AddListMember.RunAsync);
        UseCase<ApproveListMembership.Input, ListMembership>("approveListMembership", ApproveListMembership.RunAsync);
        UseCase<EndListMembership.Input, ListMembership>("endListMembership", EndListMembership.RunAsync);
        UseCase<AssignReview.Input, PrivacyReview>("assignReview", AssignReview.RunAsync);
        UseCase<AnswerChecklist.Input, PrivacyReview>("answerChecklist", AnswerChecklist.RunAsync);
        UseCase<AddFinding.Input, PrivacyReview>("addFinding", AddFinding.RunAsync);
        UseCase<AnswerFinding.Input, PrivacyReview>("answerFinding", AnswerFinding.RunAsync);
        UseCase<ResolveFinding.Input, PrivacyReview>("resolveFinding", ResolveFinding.RunAsync);
        UseCase<SignReview.Concurrence, PrivacyReview>("concur", SignReview.ConcurAsync);
        UseCase<SignReview.Concurrence, PrivacyReview>("concurWithChanges", SignReview.ConcurWithChangesAsync);
        UseCase<SignReview.Objection, PrivacyReview>("nonconcur", SignReview.NonconcurAsync);
        UseCase<SignReview.Objection, PrivacyReview>("recommendRecall", SignReview.RecommendRecallAsync);
        UseCase<EscalateReview.Input, PrivacyReview>("escalateReview", EscalateReview.RunAsync);
        UseCase<DecideReview.Input, PrivacyReview>("decideReview", DecideReview.RunAsync);
        UseCase<Schedule.Input, ProductVersion>("schedule", Schedule.RunAsync);
        UseCase<VersionDecision, ProductVersion>("publish", Publish.RunAsync);
        UseCase<PublishNewVersion.Input, ProductVersion>("publishNewVersion", PublishNewVersion.RunAsync);
        UseCase<VersionDecision, ProductVersion>("emergencyRelease", EmergencyRelease.RunAsync);
        UseCase<Renew.Input, ProductVersion>("renew", Renew.RunAsync);
        UseCase<RecallProduct.Input, RecallNotice>("recallProduct", RecallProduct.RunAsync);
        UseCase<CloseRecall.Input, RecallNotice>("closeRecall", CloseRecall.RunAsync);
        UseCase<RespondToRecall.Input, RecallResponse>("respondToRecall", RespondToRecall.RunAsync);
        UseCase<RecordRecallResponse.Input, RecallResponse>("recordRecallResponse", RecordRecallResponse.RunAsync);
        UseCase<Acknowledge.Input, Receipt>("acknowledge", Acknowledge.RunAsync);
        UseCase<SubmitFeedback.Input, Feedback>("submitFeedback", SubmitFeedback.RunAsync);
    }

    /// <summary>One use case, in a transaction of its own.</summary>
    void UseCase<TInput, TEntity>(
        string field, Func<UnitOfWork, TInput, CancellationToken, ValueTask<Outcome>> run)
        where TEntity : class =>
        Mutation<DistributionSession, TInput, TEntity>(
            field,
            (session, input, cancellationToken) =>
                session.WriteAsync((work, stop) => run(work, input, stop), cancellationToken));
}
