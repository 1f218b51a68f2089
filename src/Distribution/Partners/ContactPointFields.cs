using System.Linq.Expressions;
using GraphApi.Data.Bindings;
using GraphApi.Distribution.Centers;

namespace GraphApi.Distribution.Partners;

/// <summary>
/// The fields of <c>ContactPoint</c> that are not simply a column, reference or collection of their name.
/// </summary>
sealed class ContactPointFields : EntityFields<ContactPoint>
{
    /// <summary>The field that shows the value to who says what for.</summary>
    public const string RevealedValue = "revealedValue";

    /// <summary>
    /// Who is shown the value itself: the person, the liaison of his organization, the privacy officers of its centers;
    /// and of an officer, who is there to be reached, the staff of every center.
    /// </summary>
    static readonly Expression<Func<DistributionContext, ContactPoint, bool>> IsShown = (viewer, contact) =>
        contact.PersonId == viewer.PersonId
        || contact.Person.OrganizationId == viewer.LiaisonOrganizationId
        || viewer.Set<OrganizationCenter>().Any(link =>
            link.OrganizationId == contact.Person.OrganizationId && viewer.PrivacyCenterIds.Contains(link.CenterId))
        || viewer.Set<CenterOfficer>().Any(officer => officer.PersonId == contact.PersonId);

    public ContactPointFields()
    {
        OrderBy(contact => contact.Kind);
        // Reading it leaves an access record, which needs to know whose it is and whether it is masked.
        Computed(
            "value",
            contact => contact.ShownValue,
            ShownValue(),
            contact => contact.PersonId,
            contact => contact.MaskedValue);
        // Whom it is revealed to is said by its policy, CONTACT_REVEALER, which masks it for everybody else.
        Computed(
            RevealedValue,
            contact => contact.RevealedValue,
            (DistributionContext viewer, ContactPoint contact) => viewer.StatesPurpose ? contact.Value : null,
            contact => contact.PersonId);
        Computed(
            "isMasked",
            contact => contact.IsMasked,
            Expression.Lambda<Func<DistributionContext, ContactPoint, bool>>(
                Expression.Not(IsShown.Body), IsShown.Parameters));
    }

    /// <summary>The database decides, so that a value that is not shown is never loaded.</summary>
    static Expression<Func<DistributionContext, ContactPoint, string>> ShownValue()
    {
        var contact = IsShown.Parameters[1];
        return Expression.Lambda<Func<DistributionContext, ContactPoint, string>>(
            Expression.Condition(
                IsShown.Body,
                Expression.Property(contact, nameof(ContactPoint.Value)),
                Expression.Property(contact, nameof(ContactPoint.MaskedValue))),
            IsShown.Parameters);
    }
}
