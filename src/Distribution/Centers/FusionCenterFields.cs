using GraphApi.Data.Bindings;
using GraphApi.Distribution.Partners;

namespace GraphApi.Distribution.Centers;

/// <summary>
/// The fields of <c>FusionCenter</c> that are not simply a column, reference or collection of their name.
/// </summary>
sealed class FusionCenterFields : EntityFields<FusionCenter>
{
    public FusionCenterFields()
    {
        OrderBy(center => center.Name);
        Column("displayName", center => center.Name);
        Memory("kind", _ => StakeholderKind.FusionCenter);
        Children("jurisdictions", center => center.AreaOfResponsibility.Select(link => link.Jurisdiction));
        Memory(
            "publicContact",
            center => new PublicContact(center.ContactEmail, center.ContactPhone, center.ContactUrl),
            center => center.ContactEmail,
            center => center.ContactPhone,
            center => center.ContactUrl);
        Column("pcrclContact", center => center.PrivacyMailbox);
        Memory(
            "privacyPolicy",
            PrivacyPolicy.Of,
            center => center.PrivacyPolicyTitle,
            center => center.PrivacyPolicyUrl,
            center => center.PrivacyPolicyVersion,
            center => center.PrivacyPolicyAdoptedOn);
        Memory(
            "privateSectorEngagement",
            center => new EngagementPolicy(
                center.EngagementLevel,
                center.EngagementProcess,
                center.EngagementRestrictions),
            center => center.EngagementLevel,
            center => center.EngagementProcess,
            center => center.EngagementRestrictions);
    }
}
