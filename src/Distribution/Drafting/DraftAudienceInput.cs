namespace GraphApi.Distribution.Drafting;

/// <summary>For whom a draft is meant: all of it.</summary>
/// <param name="Lists">The lists, by id.</param>
/// <param name="People">The persons named, by id.</param>
/// <param name="Organizations">The organizations named, by id.</param>
sealed record DraftAudienceInput(string[] Lists, string[] People, string[] Organizations);
