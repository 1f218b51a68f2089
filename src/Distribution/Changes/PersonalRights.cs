using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GraphApi.Distribution.Access;

namespace GraphApi.Distribution.Changes;

/// <summary>
/// What of a viewer tells who he is, and what he may share with others who have the same rights to what is read.
/// Immutable.
/// </summary>
sealed class PersonalRights
{
    /// <summary>
    /// What tells who asks, or where he belongs, and not what he may read: no rule of what is shared asks for it, but
    /// for whether there is any. Every other property is compared, also one that is added later. A test reads the
    /// rules.
    /// </summary>
    public static readonly IReadOnlySet<string> Person = new HashSet<string>
    {
        nameof(Viewer.PersonId), nameof(Viewer.ServiceClientId), nameof(Viewer.ClientId), nameof(Viewer.ActorId),
        nameof(Viewer.TokenId), nameof(Viewer.Address), nameof(Viewer.Now), nameof(Viewer.SteppedUpUntil),
        nameof(Viewer.DailyQuota), nameof(Viewer.RecallPersonId), nameof(Viewer.RecallClientId),
        nameof(Viewer.RecallIds), nameof(Viewer.OrganizationId), nameof(Viewer.ListIds), nameof(Viewer.OwnListIds),
        nameof(Viewer.TermIds),
    };

    /// <summary>Of what is read, those that it is for are compared, and no others.</summary>
    static readonly HashSet<string> ByAudience =
    [
        nameof(Viewer.AudienceIds), nameof(Viewer.FeedAudienceIds), nameof(Viewer.DraftAudienceIds),
        nameof(Viewer.RecallEmployerId),
    ];

    /// <summary>Of the moment, and told apart by whoever asks.</summary>
    static readonly HashSet<string> OfTheMoment = [nameof(Viewer.IsSteppedUp), nameof(Viewer.AuditsRecords)];

    // Roles are tuples, which have fields.
    static readonly JsonSerializerOptions Json = new() { IncludeFields = true };

    static readonly PropertyInfo[] Compared =
    [
        .. typeof(Viewer).GetProperties().Where(property =>
            !Person.Contains(property.Name)
            && !ByAudience.Contains(property.Name)
            && !OfTheMoment.Contains(property.Name)),
    ];

    // A viewer that is kept has the same arrays whenever it is asked for, at whatever moment.
    static readonly ConditionalWeakTable<Guid[], PersonalRights> Keys = [];

    // Of it, the moment and the token are left out.
    readonly Viewer _viewer;
    readonly string _key;

    PersonalRights(Viewer viewer)
    {
        _viewer = viewer;
        Audiences = [.. viewer.RecallIds.Concat(viewer.Grants.Select(grant => grant.Id))];
        _key = Digest(viewer);
    }

    /// <summary>
    /// The audiences that are the viewer himself, also where he has no rights but recalls are addressed to him, or his
    /// by a grant to him.
    /// </summary>
    public IReadOnlyCollection<Guid> Audiences { get; }

    /// <summary>Those of a viewer.</summary>
    public static PersonalRights Of(Viewer viewer)
    {
        var same = viewer with { Now = default, TokenId = null, Address = null };
        // Where there is none, all have the same array.
        if (viewer.AudienceIds.Length == 0)
        {
            return new PersonalRights(same);
        }

        var known = Keys.GetValue(viewer.AudienceIds, _ => new PersonalRights(same));
        return known._viewer == same ? known : new PersonalRights(same);
    }

    /// <summary>Equal for viewers to whom a rule gives the same of what some rights are to.</summary>
    /// <param name="viewer">The viewer that these are of, at any moment.</param>
    /// <param name="concerned">The rights to what is read. The key is good for these only.</param>
    public string KeyOf(Viewer viewer, ConcernedRights concerned)
    {
        var text = new StringBuilder(_key).Append(viewer.IsSteppedUp ? '+' : '-')
            .AppendJoin(' ', concerned.To(viewer));
        return viewer.RecallEmployerId is { } employer && concerned.Concerns(employer)
            ? text.Append('@').Append(employer).ToString()
            : text.ToString();
    }

    /// <summary>
    /// The viewer as nobody in person, with his rights to what is read and with no others.
    /// </summary>
    public static Viewer Without(Viewer viewer, ConcernedRights concerned) => viewer with
    {
        PersonId = Blank(viewer.PersonId),
        ServiceClientId = Blank(viewer.ServiceClientId),
        RecallPersonId = Blank(viewer.RecallPersonId),
        RecallClientId = Blank(viewer.RecallClientId),
        OrganizationId = Blank(viewer.OrganizationId),
        RecallEmployerId = viewer.RecallEmployerId is { } employer && concerned.Concerns(employer)
            ? employer
            : Blank(viewer.RecallEmployerId),
        ClientId = null,
        ActorId = null,
        TokenId = null,
        Address = null,
        DailyQuota = null,
        AudienceIds = [.. viewer.AudienceIds.Where(concerned.Concerns)],
        DraftAudienceIds = [.. viewer.DraftAudienceIds.Where(concerned.Concerns)],
        ListIds = [],
        OwnListIds = [],
        TermIds = [],
    };

    // That there is one is told, and not who.
    static Guid? Blank(Guid? id) => id is null ? null : Guid.Empty;

    static string Digest(Viewer viewer)
    {
        var text = new StringBuilder();
        foreach (var property in Compared)
        {
            var value = property.GetValue(viewer);
            text.Append(property.Name)
                .Append(JsonSerializer.Serialize(value is Guid[] ids ? ids.Order().ToArray() : value, Json));
        }

        // Of the rest that there is something: a rule may ask for that.
        foreach (var id in (Guid?[])[viewer.PersonId, viewer.ServiceClientId, viewer.OrganizationId])
        {
            text.Append(id is null ? '0' : '1');
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
