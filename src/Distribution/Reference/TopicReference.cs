namespace GraphApi.Distribution.Reference;

/// <summary>One topic that products are about.</summary>
/// <param name="Code">Our code; stable.</param>
/// <param name="Name">The name shown.</param>
/// <param name="Parent">The code of the wider topic; null for a topic of the first level.</param>
/// <param name="Successor">
/// The code of the topic used today; null unless this one is only found on old material.
/// </param>
sealed record TopicReference(string Code, string Name, string? Parent = null, string? Successor = null);
