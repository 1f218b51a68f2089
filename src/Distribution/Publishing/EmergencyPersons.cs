namespace GraphApi.Distribution.Publishing;

/// <summary>The two persons of an emergency release: neither wrote the version, and one is the director.</summary>
/// <param name="FirstId">Who asked for it.</param>
/// <param name="SecondId">Who confirmed it.</param>
/// <param name="DirectorId">Which of the two is the director.</param>
sealed record EmergencyPersons(Guid FirstId, Guid SecondId, Guid DirectorId);
