namespace GraphApi.Distribution.Resources;

/// <summary>The ten functions of a privacy, civil rights and civil liberties officer.</summary>
enum PcrclFunction
{
    /// <summary>Policy development.</summary>
    PolicyDevelopment,

    /// <summary>Policy implementation.</summary>
    PolicyImplementation,

    /// <summary>Operations, product review included.</summary>
    Operations,

    /// <summary>Compliance.</summary>
    Compliance,

    /// <summary>Oversight.</summary>
    Oversight,

    /// <summary>Redress.</summary>
    Redress,

    /// <summary>Outreach.</summary>
    Outreach,

    /// <summary>Coordination.</summary>
    Coordination,

    /// <summary>Subject-matter expertise.</summary>
    SubjectMatterExpert,

    /// <summary>Training.</summary>
    Training,
}
