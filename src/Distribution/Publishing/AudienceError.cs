namespace GraphApi.Distribution.Publishing;

/// <summary>
/// Somebody of the audience may not have the version. What is wrong is named by id, and shown as far as the caller may
/// see it.
/// </summary>
/// <param name="Message">The message for the client; it names nobody.</param>
/// <param name="ListId">The list; null: it is none.</param>
/// <param name="PersonId">The person; null: it is none.</param>
/// <param name="OrganizationId">The organization; null: it is none.</param>
sealed record AudienceError(
    string Message, Guid? ListId = null, Guid? PersonId = null, Guid? OrganizationId = null);
