namespace GraphApi.Distribution.Partners;

/// <summary>Whether an agreement holds.</summary>
enum AgreementState
{
    /// <summary>Not signed yet.</summary>
    Draft,

    /// <summary>Signed; holds within its dates.</summary>
    Active,

    /// <summary>Ended before its date.</summary>
    Terminated,
}
