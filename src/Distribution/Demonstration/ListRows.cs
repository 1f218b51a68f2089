using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Demonstration;

/// <summary>Makes the distribution lists of all centers.</summary>
static class ListRows
{
    /// <summary>The place of the list that every vetted partner may join.</summary>
    public const int AllPartners = 0;

    /// <summary>The place of the list for law enforcement.</summary>
    public const int LawEnforcement = 1;

    /// <summary>Adds the lists, and says what was made: by center, by place.</summary>
    public static DistributionList[][] Add(SeedFrame frame, RowBatch batch)
    {
        var made = new DistributionList[frame.Plan.Centers][];
        for (var center = 0; center < made.Length; center++)
        {
            made[center] = new DistributionList[frame.Plan.ListsPerCenter];
            for (var place = 0; place < made[center].Length; place++)
            {
                made[center][place] = ListOf(frame, center, place);
                batch.Add(made[center][place]);
            }
        }

        return made;
    }

    static DistributionList ListOf(SeedFrame frame, int center, int place)
    {
        var template = ListTemplates.All[place];
        return new DistributionList
        {
            Id = RowIds.List(center, place),
            Name = $"{SyntheticNames.CenterShort(center + 1)} {template.Name}",
            OwnerId = RowIds.Center(center),
            Purpose = template.Purpose,
            Kind = template.Name.StartsWith("Event:", StringComparison.Ordinal)
                ? DistributionListKind.Event
                : DistributionListKind.Static,
            TlpCeiling = template.Ceiling,
            // A product may go to many for its tearline: its other portions ask for what their own marking requires.
            CeilingSensitivities = template.Ceiling >= Tlp.Amber
                ? [Sensitivity.Les, Sensitivity.Pcii, Sensitivity.Pr]
                : [],
            ProductTypes = Enum.GetValues<ProductType>(),
            JoinPolicy = template.Open ? JoinPolicy.OpenToVetted
                : template.LawEnforcement ? JoinPolicy.InviteOnly : JoinPolicy.Request,
            MembershipVisibility = template.Open
                ? MembershipVisibility.MembersSeeOrganizations
                : MembershipVisibility.OwnerOnly,
            RecertifyEveryDays = template.LawEnforcement ? 180 : 365,
            State = DistributionListState.Active,
            ClientAudienceId = template.Members.Contains("isac")
                ? RowIds.Of(RowKind.ClientAudience, RowIds.ListIndex(center, place))
                : null,
            SyntheticBatch = frame.Batch,
            CreatedAt = frame.Founded,
            UpdatedAt = frame.Founded,
        };
    }
}
