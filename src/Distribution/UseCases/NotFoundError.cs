namespace GraphApi.Distribution.UseCases;

/// <summary>There is nothing with this id, or the caller may not see it: the two cannot be told apart.</summary>
/// <param name="Message">The message for the client.</param>
sealed record NotFoundError(string Message)
{
    /// <summary>For a thing, as <c>access grant</c>.</summary>
    public static NotFoundError Of(string thing) => new($"There is no {thing} with this id.");
}
