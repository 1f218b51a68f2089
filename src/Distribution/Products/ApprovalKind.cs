namespace GraphApi.Distribution.Products;

/// <summary>As what somebody let a version pass.</summary>
enum ApprovalKind
{
    /// <summary>A supervisor approved what it says.</summary>
    Supervisor,

    /// <summary>A releaser approved whom it goes to.</summary>
    Release,

    /// <summary>A third agency consented to the use of its information.</summary>
    ThirdAgency,

    /// <summary>The first of two who released it for imminent danger.</summary>
    EmergencySupervisor,

    /// <summary>The second of two who released it for imminent danger.</summary>
    EmergencyDirector,
}
