namespace GraphApi.Distribution.Administration;

/// <summary>What an administrator did to a principal.</summary>
enum AdministrativeAction
{
    /// <summary>Took all its rights away, for now.</summary>
    Suspend,

    /// <summary>Gave them back.</summary>
    Reinstate,
}
