namespace GraphApi.Distribution.UseCases;

/// <summary>Somebody changed it since the caller read it.</summary>
/// <param name="Revision">The revision it has now.</param>
/// <param name="Message">The message for the client.</param>
sealed record RevisionConflictError(int Revision, string Message)
{
    /// <summary>For what has a revision now.</summary>
    public static RevisionConflictError Of(int revision) =>
        new(revision, $"It was changed meanwhile and has revision {revision} now. Read it again, then decide.");
}
