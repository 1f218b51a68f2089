using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Demonstration;

namespace GraphApi.Distribution.Import;

/// <summary>A fusion center.</summary>
/// <param name="Reader">Reports problems of the line.</param>
/// <param name="Key">Its short name.</param>
/// <param name="Make">Makes its row.</param>
/// <param name="Jurisdictions">Its area of responsibility.</param>
sealed record CenterLine(
    LineReader Reader,
    ImportKey Key,
    Func<Guid, DateTime, FusionCenter> Make,
    IReadOnlyList<Guid> Jurisdictions) : ImportLine(Reader, Key)
{
    /// <inheritdoc/>
    public override IEnumerable<(string Field, ImportKey Key)> References => [];

    /// <summary>Reads the fields.</summary>
    public static new CenterLine Read(LineReader reader)
    {
        var shortName = reader.Text("shortName", 40);
        var name = reader.Text("name", 200);
        var designation = reader.Choice<FusionCenterDesignation>("designation");
        var scope = reader.Choice<FusionCenterScope>("scope");
        var missions = reader.Choices<HazardScope>("missionScopes");
        var level = reader.OptionalChoice<EngagementLevel>("engagementLevel") ?? EngagementLevel.None;
        var redress = reader.Text("redressProcedure", 10_000, multiline: true);
        var contact = reader.OptionalObject("publicContact");
        var email = contact?.OptionalText("email", 200);
        var phone = contact?.OptionalText("phone", 40);
        var url = contact?.OptionalText("url", 500);
        contact?.RefuseUnknown();
        var mailbox = reader.OptionalText("privacyMailbox", 200);
        var policy = ReadPolicy(reader);
        FusionCenter Make(Guid id, DateTime now) => new()
        {
            Id = id,
            Name = name,
            ShortName = shortName,
            Designation = designation,
            Scope = scope,
            MissionScopes = [.. missions],
            ContactEmail = email,
            ContactPhone = phone,
            ContactUrl = url,
            PrivacyMailbox = mailbox,
            PrivacyPolicyTitle = policy?.Title,
            PrivacyPolicyVersion = policy?.Version,
            PrivacyPolicyAdoptedOn = policy?.AdoptedOn,
            PrivacyPolicyUrl = policy?.Url,
            EngagementLevel = level,
            RedressProcedure = redress,
            CreatedAt = now,
            UpdatedAt = now,
        };
        return new CenterLine(
            reader,
            ImportKey.OfCenter(shortName),
            Make,
            reader.Codes("areaOfResponsibility", ReferenceCodes.Jurisdictions, minCount: 1));
    }

    static PrivacyPolicy? ReadPolicy(LineReader line)
    {
        if (line.OptionalObject("privacyPolicy") is not { } reader)
        {
            return null;
        }

        var policy = new PrivacyPolicy(
            reader.Text("title", 300),
            reader.Text("version", 40),
            reader.Date("adoptedOn"),
            reader.OptionalText("url", 500));
        reader.RefuseUnknown();
        return policy;
    }

    /// <inheritdoc/>
    public override void AddRows(Guid id, ImportReferences references, DateTime now, RowBatch batch)
    {
        batch.Add(Make(id, now));
        foreach (var jurisdiction in Jurisdictions)
        {
            batch.Add(new CenterJurisdiction { CenterId = id, JurisdictionId = jurisdiction });
        }
    }
}
