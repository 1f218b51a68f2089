namespace GraphApi.Distribution.Demonstration;

/// <summary>An organization as the makers of other rows need to know it.</summary>
/// <param name="Index">Its index, from 0.</param>
/// <param name="Id">Its identifier.</param>
/// <param name="Template">Its sort.</param>
/// <param name="Center">The index of its first home center.</param>
/// <param name="SecondCenter">The index of its second home center; null: it has one.</param>
/// <param name="IsActive">Whether it is an active partner.</param>
sealed record SyntheticOrganization(
    int Index,
    Guid Id,
    OrganizationTemplate Template,
    int Center,
    int? SecondCenter,
    bool IsActive);
