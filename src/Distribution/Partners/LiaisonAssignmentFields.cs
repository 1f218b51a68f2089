using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Partners;

/// <summary>The fields of <c>LiaisonAssignment</c>.</summary>
sealed class LiaisonAssignmentFields : EntityFields<LiaisonAssignment>
{
    public LiaisonAssignmentFields()
    {
        OrderBy(assignment => assignment.StartsOn);
    }
}
