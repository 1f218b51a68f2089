using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Partners;

/// <summary>The fields of <c>SharingAgreement</c>.</summary>
sealed class SharingAgreementFields : EntityFields<SharingAgreement>
{
    public SharingAgreementFields()
    {
        OrderByDescending(agreement => agreement.EffectiveOn);
    }
}
