namespace GraphApi.Distribution.Changes;

/// <summary>An audience that is told of a change.</summary>
/// <param name="AudienceId">
/// A list, a list's clients, a person, an organization, a machine client, a center or the public.
/// </param>
/// <param name="Requires">What a reader must hold besides: bits of <see cref="Access.Requirement"/>.</param>
/// <param name="Since">From when on the audience has, or had, the right that this is about, UTC.</param>
/// <param name="IsHome">Whether it is the originating center's own staff.</param>
sealed record AnnouncementAudience(Guid AudienceId, long Requires, DateTime Since, bool IsHome);
