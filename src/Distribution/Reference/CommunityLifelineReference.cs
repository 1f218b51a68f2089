namespace GraphApi.Distribution.Reference;

/// <summary>One community lifeline.</summary>
/// <param name="Code">Our code; stable.</param>
/// <param name="Name">The name shown.</param>
/// <param name="Components">What it consists of, in the order of the toolkit.</param>
sealed record CommunityLifelineReference(string Code, string Name, string[] Components);
