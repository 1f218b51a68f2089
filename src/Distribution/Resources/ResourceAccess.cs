namespace GraphApi.Distribution.Resources;

/// <summary>Who may read a resource.</summary>
enum ResourceAccess
{
    /// <summary>Anyone.</summary>
    Public,

    /// <summary>Active partners, staff, administrators and auditors.</summary>
    Partners,

    /// <summary>Staff of fusion centers, administrators and auditors.</summary>
    Staff,
}
