namespace GraphApi.Distribution.Resources;

/// <summary>Who may read a resource.</summary>
enum ResourceAccess
{
    /// <summary>Anyone.</summary>
    Public,

    /// <summary>Active partners and staff.</summary>
    Partners,

    /// <summary>Staff of fusion centers.</summary>
    Staff,
}
