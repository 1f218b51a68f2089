using System.Text.RegularExpressions;
using GraphApi.Harness;

namespace GraphApi.Architecture.Tests;

/// <summary>Row rules hold by default: each file that reads or writes without them is here, with its reason.</summary>
public sealed partial class RuleExceptionTests
{
    static readonly Dictionary<string, string> Reasons = new()
    {
        ["Access/AccessContext.cs"] = "is the database without rules",
        ["Access/ClientQuotas.cs"] = "counts what machine clients read, for all nodes",
        ["Access/PrincipalFacts.cs"] = "finds what a viewer's rights are made of",
        ["Access/ViewerResolver.cs"] = "makes viewers before there are any",
        ["AccessGrants/AccessGrantRules.cs"] = "decides on grants by all that is recorded",
        ["AccessGrants/ApproveAccessGrant.cs"] = "decides on grants by all that is recorded",
        ["AccessGrants/EndAccessGrant.cs"] = "decides on grants by all that is recorded",
        ["AccessGrants/RequestAccessGrant.cs"] = "asks for what the asker may not see yet",
        ["AccessRecords/AccessRecorder.cs"] = "writes access records",
        ["AccessRecords/AccessSummary.cs"] = "counts readers whom the asker may not know by name",
        ["AccessRecords/AccessVerifier.cs"] = "checks the chains of access records",
        ["AccessRecords/ChainHeads.cs"] = "finds the ends of all chains of access records",
        ["AccessRecords/NodeChain.cs"] = "continues a chain of access records",
        ["AccessRecords/Reconciler.cs"] = "compares all records with all rights",
        ["AccessRecords/VersionRights.cs"] = "knows which versions are public",
        ["Administration/PrincipalStanding.cs"] = "suspends principals and what depends on them",
        ["Clock/Claim.cs"] = "does what is due in the name of nobody",
        ["Clock/DueWork.cs"] = "does what is due in the name of nobody",
        ["Clock/DueWorks.cs"] = "does what is due in the name of nobody",
        ["Clock/EndedAccess.cs"] = "does what is due in the name of nobody",
        ["Clock/Expiries.cs"] = "does what is due in the name of nobody",
        ["Clock/OverdueRecalls.cs"] = "is done by the clock, for all",
        ["Clock/OverdueReviews.cs"] = "does what is due in the name of nobody",
        ["Clock/ScheduledReleases.cs"] = "does what is due in the name of nobody",
        ["Demonstration/Seeder.cs"] = "writes what is generated",
        ["DistributionModule.cs"] = "makes the database without rules",
        ["Drafting/ApproveVersion.cs"] = "decides by all sources and portions",
        ["Drafting/CreateDraft.cs"] = "looks for other versions in preparation",
        ["Drafting/DraftAudience.cs"] = "replaces what an author may change",
        ["Drafting/DraftAuthors.cs"] = "replaces what an author may change",
        ["Drafting/DraftContent.cs"] = "reads all of what an author works on",
        ["Drafting/DraftSubject.cs"] = "replaces what an author may change",
        ["Drafting/DraftWriter.cs"] = "replaces what an author may change",
        ["Drafting/ReopenVersion.cs"] = "withdraws approvals",
        ["Drafting/ReviseDraft.cs"] = "replaces what an author may change",
        ["Drafting/ScanFindings.cs"] = "compares with findings that the author may not see",
        ["Drafting/SubmitForReview.cs"] = "decides by all findings and audiences",
        ["Explanations/AccessExplainer.cs"] = "explains what somebody else may not see, to who oversees it",
        ["Import/Importer.cs"] = "writes what is imported",
        ["Import/ImportReferences.cs"] = "finds what imports refer to",
        ["Ledger/DeliveryProgress.cs"] = "tells who may see a delivery what became of it, by reads that he may not see",
        ["Ledger/LedgerRead.cs"] = "finds the reads of what was delivered, for numbers and for who may see the delivery",
        ["Ledger/DeliverySummary.cs"] = "counts recipients whom the asker may not know by name",
        ["Lists/AddListMember.cs"] = "finds a membership that ended, of whom the manager may see",
        ["Lists/FoundMembership.cs"] = "reads the terms of the list of a membership that was found by the rules",
        ["Lists/ListRules.cs"] = "decides by the agreements of a member",
        ["Lists/MemberCounts.cs"] = "counts members whom the asker may not know by name",
        ["PrivacyReviews/AnswerChecklist.cs"] = "puts answers in the place of earlier ones",
        ["PrivacyReviews/AssignReview.cs"] = "takes away the answers of another reviewer",
        ["PrivacyReviews/ConcurringReview.cs"] = "decides on releases by all that is recorded",
        ["PrivacyReviews/FindingChange.cs"] = "changes a finding that was found by the rules",
        ["PrivacyReviews/RequestReview.cs"] = "finds earlier reviews, whoever asks for one",
        ["PrivacyReviews/ReviewChange.cs"] = "decides by who wrote a version, and changes a review that was found by the rules",
        ["PrivacyReviews/ReviewedVersion.cs"] = "holds a version that was found by the rules",
        ["PrivacyReviews/ReviewerRules.cs"] = "decides by whose training is current",
        ["PrivacyReviews/SignReview.cs"] = "decides by all answers and findings",
        ["PrivacyReviews/VoidReviews.cs"] = "voids reviews, whoever changes the version",
        ["Products/VersionRights.cs"] = "replaces the rights of others",
        ["Products/VersionChange.cs"] = "decides by who wrote and reviewed a version",
        ["Publishing/AudienceFitness.cs"] = "decides on releases by all that is recorded",
        ["Publishing/AudiencePreview.cs"] = "counts recipients whom the asker may not know by name",
        ["Publishing/EmergencyRelease.cs"] = "decides on releases by all that is recorded",
        ["Publishing/IntendedAudience.cs"] = "decides on releases by all that is recorded",
        ["Publishing/ProductStanding.cs"] = "writes what becomes of a product",
        ["Publishing/PublicNumber.cs"] = "draws a number that no product has",
        ["Publishing/Release.cs"] = "decides on releases by all that is recorded",
        ["Publishing/Renew.cs"] = "decides on releases by all that is recorded",
        ["Publishing/Schedule.cs"] = "decides on releases by all that is recorded",
        ["Publishing/Releaser.cs"] = "decides on releases by all that is recorded",
        ["Recalls/CloseRecall.cs"] = "counts answers that the one who closes may not see one by one",
        ["Recalls/RecallAnnouncements.cs"] = "tells everybody who had it",
        ["Recalls/RecallProduct.cs"] = "takes it from everybody who has it",
        ["Recalls/RecallRecipients.cs"] = "finds everybody who has it",
        ["Recalls/RecallRules.cs"] = "decides by all that is recorded",
        ["Recalls/RecallAnswer.cs"] = "changes what the recipient may answer, or staff for him",
        ["Recalls/RecordRecallResponse.cs"] = "asks which centers a recipient's organization is a customer of",
        ["Receipts/Acknowledge.cs"] = "finds the receipts there are",
        ["Receipts/SubmitFeedback.cs"] = "replaces what the reader said before",
        ["Recalls/RecallProgress.cs"] = "counts recipients whom the asker may not know by name",
        ["Recalls/RevocationStatus.cs"] = "answers whoever holds the very content",
        ["Changes/ChangeLog.cs"] = "keeps what rights were when cursors were given",
        ["Changes/ChangeReader.cs"] = "reads how far the log has come",
        ["Changes/ChangeTail.cs"] = "reads how far the log has come, and for whom",
        ["Changes/LoggedChange.cs"] = "reads the log for the audiences of a reader",
        ["Changes/RightsDifference.cs"] = "compares rights of before with those of now",
        ["Changes/RightsStates.cs"] = "keeps what rights were when cursors were given",
        ["Changes/ChangeRetention.cs"] = "deletes what is too old, for all readers",
        ["UseCases/RepeatedOutcome.cs"] = "tells a caller what came of his own request",
        ["UseCases/UnitOfWork.cs"] = "lets use cases decide by all that is recorded",
    };

    [Fact]
    public void Every_file_that_sets_row_rules_aside_has_a_reason()
    {
        var found = Repository.Files("src/Distribution", "*.cs")
            .Where(file => Exception().IsMatch(Repository.Text(file)))
            .Select(file => file["src/Distribution/".Length..])
            .ToHashSet();

        Findings.None(
        [
            .. found.Where(file => !Reasons.ContainsKey(file)).Select(file => $"{file} sets row rules aside"),
            .. Reasons.Keys.Where(file => !found.Contains(file)).Select(file => $"{file} no longer does: remove it"),
        ]);
    }

    [GeneratedRegex(@"\bIgnoreQueryFilters\b|\bAccessContext\b|\bAccessDatabase\b|\.All<")]
    private static partial Regex Exception();
}
