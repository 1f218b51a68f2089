namespace GraphApi.Distribution.Access;

/// <summary>Audiences that are no row of a table.</summary>
static class Audience
{
    /// <summary>Everybody, signed in or not.</summary>
    public static readonly Guid Public = new("00000000-0000-4000-8000-000000000001");
}
