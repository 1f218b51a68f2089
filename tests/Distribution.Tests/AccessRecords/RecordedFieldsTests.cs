using GraphApi.Data.Generation;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Distribution.Tests.AccessRecords;

/// <summary>
/// Which texts leave a record when they are read. One that somebody adds is found by its name; to put it into the list
/// here is a decision that a reviewer sees.
/// </summary>
public sealed class RecordedFieldsTests
{
    /// <summary>Texts of data whose reading leaves no record, and why.</summary>
    static readonly (string Reason, string Fields)[] WithoutRecord =
    [
        ("reference data, public", """
            CommunityLifeline.code CommunityLifeline.components CommunityLifeline.name Discipline.code Discipline.name
            Jurisdiction.fipsCode Jurisdiction.name Jurisdiction.postalCode Sector.code Sector.mispCode Sector.name
            Sector.niemCodes Sector.nippName Topic.code Topic.name
            """),
        ("a center's public directory", """
            EngagementPolicy.process EngagementPolicy.restrictions FusionCenter.displayName
            FusionCenter.name FusionCenter.pcrclContact FusionCenter.redressProcedure FusionCenter.shortName
            PrivacyPolicy.title PrivacyPolicy.version PublicContact.email PublicContact.phone
            """),
        ("a document that is published", """
            ResourceDocument.mediaType ResourceDocument.publisher ResourceDocument.sha256 ResourceDocument.title
            """),
        ("where a follower goes on, sealed", """
            ChangeEvent.cursor ChangePage.endCursor ProductSnapshot.changesCursor ProductSnapshot.endCursor
            """),
        ("names and numbers of a version, which say nothing of what it says", """
            ChecklistItem.key ChecklistItem.text ReviewAnswer.item ReviewEvent.actorName
            MarkingBanner.cui MarkingBanner.text Portion.key PortionMarking.designatedBy PortionMarking.releasableTo
            PrivacyFinding.portionKey PrivacyReview.checklist Product.publicNumber ProductVersion.contentHash
            Publication.audienceSnapshotHash
            """),
        ("what is said of a recall, for those it reaches and the staff who made it", """
            RecallNotice.contentHash RecallNotice.issuedByName RecallNotice.message RecallNotice.publicNumber
            RevocationStatus.hash
            """),
        ("what a recipient answered, for himself and those he answered to", """
            RecallResponse.destructionHash RecallResponse.forwardedTo RecallResponse.note
            RecallResponseEvent.actorName RecallResponseEvent.note RecallResponseEvent.recordedByName
            Receipt.note
            """),
        ("why and to whom something went, for the staff who sent it and the recipient", """
            DeliveryBasis.matchedTerms DeliveryBasis.policyVersion Publication.reasonForRelease
            """),
        ("who somebody or something is, for those its own rule names; of a person, contacts are recorded", """
            Affiliation.name LiaisonAssignment.district Organization.displayName Organization.legalName
            Person.displayName Person.title ServiceClient.clientId ServiceClient.networks ServiceClient.purpose
            ServiceClient.scopes
            """),
        ("what an organization said of itself to the center, for those who look after it", """
            PartnerQuestionnaire.formVersion PartnerQuestionnaire.informationOffered
            PartnerQuestionnaire.informationWanted PartnerQuestionnaire.privacyProtection
            PartnerQuestionnaire.protectionPolicies PartnerQuestionnaire.protectionTraining
            PartnerQuestionnaire.trainingDetail
            """),
        ("a step in making a version, for the staff who make it", """
            AudiencePreview.jurisdictionsWithoutRecipients AudiencePreview.sectorsWithoutRecipients
            DraftProblem.message DraftProblem.portionKey RecipientCount.name VersionEvent.actorName
            """),
        ("a list's own terms, and a member's own membership", """
            DistributionList.name DistributionList.purpose ListMembership.basis ListMembership.endedReason
            """),
        ("a record itself: to ask for records is recorded", """
            AccessReconciliation.policyVersion AccessRecord.actor AccessRecord.clientId AccessRecord.documentHash
            AccessRecord.operationName AccessRecord.policyVersion AccessRecord.purpose AccessRecord.searchHash
            AccessRecord.tokenId AccessRecord.traceId
            """),
        ("an explanation of rights: to ask for it is recorded", """
            AccessExplanation.policyVersion AccessPredicate.sentence
            """),
        ("an act of administration, for those who oversee it", """
            AccessGrant.decidedByName AccessGrant.granteeName AccessGrant.reason AccessGrantEvent.actorName
            AccessGrantEvent.reason AdministrativeEvent.actorName AdministrativeEvent.reason
            """),
        ("the caller's own", "Viewer.clearanceClaimed Viewer.scopes"),
    ];

    static readonly HashSet<string> TextTypes = ["String", "PlainText", "Markdown"];

    static readonly Schema Schema = DistributionModule.CreateSchema();

    [Fact]
    public void Every_text_leaves_a_record_or_stands_in_the_list_with_a_reason()
    {
        var fields = Texts().Where(field => !IsRecorded(field)).Select(field => field.Coordinate);
        var listed = WithoutRecord
            .SelectMany(entry => entry.Fields.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var (known, found) = (listed.ToList(), fields.ToList());
        var (gone, added) = (string.Join(' ', known.Except(found)), string.Join(' ', found.Except(known)));
        Assert.True(added.Length == 0, $"Read without a record, and without a reason: {added}");
        Assert.True(gone.Length == 0, $"In the list for nothing: {gone}");
        Assert.Equal(known.Count, known.Distinct().Count());
    }

    [Fact]
    public void What_leaves_a_record_is_content_and_what_stands_behind_it_and_contacts()
    {
        Assert.Equal(
            """
            ContactPoint.revealedValue ContactPoint.value EmergencyRequest.reason Feedback.comment
            Portion.text PrivacyFinding.answer PrivacyFinding.requiredAction
            PrivacyFinding.resolution PrivacyReview.counsel PrivacyReview.decision PrivacyReview.notes
            PrivacyReview.rationale Product.onBehalfOf ProductVersion.analystNotes RecallNotice.closingReason
            RecallNotice.reasonDetails ReviewAnswer.comment ReviewEvent.reason SearchHighlight.ranges
            SearchHighlight.start SearchHighlight.text SourceReference.citation SourceReference.originator
            VersionEvent.reason
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
            Fields().Where(IsRecorded).Select(field => field.Coordinate).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void There_is_no_condition_on_what_leaves_a_record_and_no_order_by_it()
    {
        var inputs = Schema.Types.OfType<InputObjectType>()
            .SelectMany(type => type.Fields)
            .Where(input => InputSources.Of(Schema, input) is { } field && IsRecorded(field))
            .Select(input => input.Coordinate);
        Assert.Empty(inputs);
    }

    static bool IsRecorded(Field field) => field.AppliedDirectives.Any(d => d.Name.Value == "recorded");

    static IEnumerable<Field> Texts() => Fields().Where(field =>
        TextTypes.Contains(field.Type.Named.Name)
        // What is said of a mistake is no data, nor is a place in a list.
        && !field.Coordinate.EndsWith("Error.message", StringComparison.Ordinal)
        && !field.Coordinate.StartsWith("InvalidInputError.", StringComparison.Ordinal)
        && !field.Coordinate.StartsWith("PageInfo.", StringComparison.Ordinal)
        && !field.Coordinate.EndsWith("Edge.cursor", StringComparison.Ordinal)
        && !field.Coordinate.StartsWith("__", StringComparison.Ordinal));

    static IEnumerable<Field> Fields() => Schema.Types.OfType<ObjectType>().SelectMany(type => type.Fields);
}
