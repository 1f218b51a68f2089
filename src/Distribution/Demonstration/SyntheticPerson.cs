namespace GraphApi.Distribution.Demonstration;

/// <summary>A partner's person as the makers of memberships and products need to know it.</summary>
/// <param name="Index">Its index, from 0.</param>
/// <param name="Id">Its identifier.</param>
/// <param name="Organization">The index of its organization.</param>
/// <param name="IsActive">Whether it is active.</param>
readonly record struct SyntheticPerson(int Index, Guid Id, int Organization, bool IsActive);
