using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.Partners;

/// <summary>The fields of <c>Person</c> that are not simply a column, reference or collection of their name.</summary>
sealed class PersonFields : EntityFields<Person>
{
    public PersonFields()
    {
        OrderBy(person => person.DisplayName);
        Computed("hasVerifiedAttributes", person => person.HasVerifiedAttributes, person => person.Attributes.Any());
        Computed(
            "isTrainingCurrent",
            person => person.IsTrainingCurrent,
            (DistributionContext viewer, Person person) =>
                person.TrainingRecords.Any(record =>
                    record.CompletedOn <= viewer.Today && record.ExpiresOn > viewer.Today)
                && !person.TrainingRecords.Any(lapsed =>
                    lapsed.ExpiresOn <= viewer.Today
                    && !person.TrainingRecords.Any(renewed =>
                        renewed.Course == lapsed.Course
                        && renewed.CompletedOn <= viewer.Today
                        && renewed.ExpiresOn > viewer.Today)));
    }
}
