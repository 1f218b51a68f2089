namespace GraphApi.Distribution.Access;

/// <summary>One line of what a principal's rights are made of, as <see cref="PrincipalFacts"/> reads it.</summary>
/// <param name="Kind">Role, Attribute, Liaison, Training, Center, Term, OwnList, OrganizationList, ClientsOfList or
/// GrantedList.</param>
/// <param name="Name">What the kind is about: a role, an attribute, a membership's role; else empty.</param>
/// <param name="Id">The center, list, audience, organization or term; the empty id: none.</param>
sealed record PrincipalFact(string Kind, string Name, Guid Id);
