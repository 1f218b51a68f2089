using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GraphApi.Distribution.Access;

namespace GraphApi.Distribution.Changes;

/// <summary>
/// What of a viewer's rights is about his person, and what he may share with others who have the same.
/// </summary>
static class PersonalRights
{
    // What tells who asks and not what he may read. Every other property is compared, also one that is added later.
    static readonly HashSet<string> Person =
    [
        nameof(Viewer.PersonId), nameof(Viewer.ServiceClientId), nameof(Viewer.ClientId), nameof(Viewer.ActorId),
        nameof(Viewer.TokenId), nameof(Viewer.Address), nameof(Viewer.Now), nameof(Viewer.SteppedUpUntil),
        nameof(Viewer.DailyQuota), nameof(Viewer.RecallPersonId), nameof(Viewer.RecallClientId),
        nameof(Viewer.RecallIds),
    ];

    // Roles are tuples, which have fields.
    static readonly JsonSerializerOptions Json = new() { IncludeFields = true };

    static readonly PropertyInfo[] Shared =
        [.. typeof(Viewer).GetProperties().Where(property => !Person.Contains(property.Name))];

    // A viewer that is kept has the same arrays whenever it is asked for, at whatever moment.
    static readonly ConditionalWeakTable<Guid[], Known> Keys = [];

    /// <summary>
    /// The audiences that are the viewer himself, also where he has no rights but recalls are addressed to him, or his
    /// by a grant to him.
    /// </summary>
    public static IReadOnlySet<Guid> AudiencesOf(Viewer viewer) => Of(viewer).Own;

    /// <summary>Equal for viewers who differ in their person alone.</summary>
    public static string KeyWithout(Viewer viewer) => viewer.IsSteppedUp ? Of(viewer).Key + '+' : Of(viewer).Key;

    /// <summary>The viewer without the rights that are about his person.</summary>
    public static Viewer Without(Viewer viewer)
    {
        var own = AudiencesOf(viewer);
        return viewer with { AudienceIds = [.. viewer.AudienceIds.Where(audience => !own.Contains(audience))] };
    }

    static Known Of(Viewer viewer) => Keys.GetValue(viewer.AudienceIds, _ => Make(viewer));

    static Known Make(Viewer viewer)
    {
        var own = viewer.RecallIds.Concat(viewer.Grants.Select(grant => grant.Id)).ToHashSet();
        var text = new StringBuilder();
        foreach (var property in Shared)
        {
            // Of the moment, and told apart by whoever asks.
            if (property.Name is not (nameof(Viewer.IsSteppedUp) or nameof(Viewer.AuditsRecords)))
            {
                var value = property.GetValue(viewer);
                var shared = value is Guid[] ids ? ids.Where(id => !own.Contains(id)).Order().ToArray() : value;
                text.Append(property.Name).Append(JsonSerializer.Serialize(shared, Json));
            }
        }

        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        return new Known(own, key);
    }

    sealed record Known(IReadOnlySet<Guid> Own, string Key);
}
