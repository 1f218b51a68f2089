using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Disciplines;

/// <summary>The fields of <c>Discipline</c>.</summary>
sealed class DisciplineFields : EntityFields<Discipline>
{
    public DisciplineFields()
    {
        OrderBy(discipline => discipline.Name);
    }
}
