using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Partners;

/// <summary>The fields of <c>Person</c> that are not simply a column, reference or collection of their name.</summary>
sealed class PersonFields : EntityFields<Person>
{
    public PersonFields()
    {
        OrderBy(person => person.DisplayName);
        Batch<DistributionSession, CitizenshipClass?>(
            "citizenship",
            ReadCitizenship,
            person => person.Id,
            person => person.Citizenship);
    }

    /// <summary>It is told to the person alone.</summary>
    static ValueTask<IReadOnlyList<CitizenshipClass?>> ReadCitizenship(
        DistributionSession session,
        IReadOnlyList<Person> people,
        CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<CitizenshipClass?>>(
            [.. people.Select(p => p.Id == session.Viewer.PersonId ? p.Citizenship : (CitizenshipClass?)null)]);
}
