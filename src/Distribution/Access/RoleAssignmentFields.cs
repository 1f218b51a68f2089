using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Access;

/// <summary>The fields of <c>RoleAssignment</c>.</summary>
sealed class RoleAssignmentFields : EntityFields<RoleAssignment>
{
    public RoleAssignmentFields()
    {
        OrderBy(assignment => assignment.StartsOn);
    }
}
