using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Demonstration;

/// <summary>
/// Collects the products of the scenarios. Mutable: each product is begun, described and then published.
/// </summary>
sealed class ScenarioBuilder(SeedFrame frame, DistributionList[][] lists)
{
    readonly List<ProductSpec> _made = [];

    /// <summary>The products that were published, recalled or superseded so far.</summary>
    public IReadOnlyList<ProductSpec> Made => _made;

    /// <summary>Begins a product.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="title">Its title.</param>
    /// <param name="summary">Its summary.</param>
    /// <param name="tlp">The TLP of its body.</param>
    /// <param name="topic">The code of its topic.</param>
    /// <param name="sector">The code of its sector.</param>
    /// <param name="hoursAgo">How many hours before the epoch it was published.</param>
    /// <param name="lists">The places of the lists it goes to; those a set does not have are left out.</param>
    /// <param name="center">The index of its center.</param>
    /// <param name="centers">To the lists of how many centers it goes, from its own on.</param>
    /// <param name="release">The TLP of title, summary and tearline; null: the body's.</param>
    /// <param name="lawEnforcement">Whether it is law enforcement sensitive.</param>
    /// <param name="isExercise">Whether it is exercise material.</param>
    /// <param name="isPublic">Whether release to the public was approved.</param>
    public Draft Add(
        ProductType type,
        string title,
        string summary,
        Tlp tlp,
        string topic,
        string sector,
        double hoursAgo,
        int[] lists,
        int center = 0,
        int centers = 1,
        Tlp? release = null,
        bool lawEnforcement = false,
        bool isExercise = false,
        bool isPublic = false)
    {
        var draft = new Draft(this)
        {
            Type = type,
            Topic = topic,
            Sector = sector,
            At = frame.Epoch.AddHours(-hoursAgo),
            Center = center,
            Audience = AudienceOf(lists, center, centers),
            Body = Mark(tlp, lawEnforcement),
            Release = Mark(release ?? tlp, lawEnforcement),
            IsExercise = isExercise,
            IsPublic = isPublic,
        };
        draft.Portions.Add(new PortionSpec(PortionKind.Title, title, draft.Release));
        draft.Portions.Add(new PortionSpec(PortionKind.Summary, summary, draft.Release));
        return draft;
    }

    static PortionMarking Mark(Tlp tlp, bool lawEnforcement)
    {
        var plain = PortionMarking.Plain(tlp);
        return lawEnforcement
            ? plain with { CuiBasic = [CuiCategory.Lei], Sensitivities = [Sensitivity.Les] }
            : plain;
    }

    DistributionList[] AudienceOf(int[] places, int center, int centers) =>
    [
        .. Enumerable.Range(center, Math.Min(centers, frame.Plan.Centers))
            .SelectMany(home => places
                .Where(place => place < frame.Plan.ListsPerCenter)
                .Select(place => lists[home % frame.Plan.Centers][place])),
    ];

    /// <summary>A product that is being described. Mutable until it is published, recalled or superseded.</summary>
    internal sealed class Draft(ScenarioBuilder builder)
    {
        readonly List<VersionSpec> _earlier = [];

        /// <summary>Its type.</summary>
        public required ProductType Type { get; init; }

        /// <summary>The code of its topic.</summary>
        public required string Topic { get; init; }

        /// <summary>The code of its sector.</summary>
        public required string Sector { get; init; }

        /// <summary>When the version being described is published, UTC.</summary>
        public required DateTime At { get; set; }

        /// <summary>The index of its center.</summary>
        public required int Center { get; init; }

        /// <summary>The lists it goes to.</summary>
        public required DistributionList[] Audience { get; init; }

        /// <summary>The marking of its body.</summary>
        public required PortionMarking Body { get; init; }

        /// <summary>The marking of title, summary and tearline.</summary>
        public required PortionMarking Release { get; init; }

        /// <summary>Whether it is exercise material.</summary>
        public required bool IsExercise { get; init; }

        /// <summary>Whether release to the public was approved.</summary>
        public required bool IsPublic { get; init; }

        /// <summary>Its portions so far.</summary>
        public List<PortionSpec> Portions { get; } = [];

        /// <summary>Adds a portion; protective measures and reporting instructions carry the release marking.</summary>
        public Draft Portion(PortionKind kind, string text, bool pcii = false)
        {
            var marking = kind is PortionKind.ProtectiveMeasures or PortionKind.ReportingInstructions ? Release : Body;
            Portions.Add(new PortionSpec(kind, text, pcii
                ? marking with { CuiSpecified = [CuiCategory.Pcii], Sensitivities = [Sensitivity.Pcii] }
                : marking));
            return this;
        }

        /// <summary>Lets a second version follow the one described so far.</summary>
        public Draft Revise(double hoursLater, string change)
        {
            _earlier.Add(Version(VersionState.Superseded));
            At = At.AddHours(hoursLater);
            Portions.Insert(2, new PortionSpec(PortionKind.ChangeNotice, change, Release));
            return this;
        }

        /// <summary>Ends the description: the product is in force, or expired where its time is over.</summary>
        public void Publish()
        {
            var hasExpired = At.AddDays(ProductMix.DaysOf(Type)) <= builder.Epoch;
            End(
                hasExpired ? ProductState.Expired : ProductState.Current,
                hasExpired ? VersionState.Expired : VersionState.Published);
        }

        /// <summary>Ends the description: the product was recalled.</summary>
        public void Recall() => End(ProductState.Recalled, VersionState.Recalled);

        /// <summary>Ends the description: another product took its place.</summary>
        public void Supersede() => End(ProductState.SupersededByNewer, VersionState.Superseded);

        void End(ProductState state, VersionState version) => builder._made.Add(new ProductSpec(
            builder._made.Count,
            Center,
            Type,
            ProductMix.UrgencyOf(Type),
            state,
            IsExercise,
            ProductMix.HazardsOf(Topic),
            [Sector],
            [Topic],
            [.. Audience
                .Select(list => CenterRows.JurisdictionOf(builder.CenterOf(list)).FipsCode)
                .Append(CenterRows.JurisdictionOf(Center).FipsCode)
                .Distinct()],
            ["CRITICAL_INFRASTRUCTURE"],
            Audience,
            [],
            [.. _earlier, Version(version)]));

        VersionSpec Version(VersionState state) => new(
            _earlier.Count + 1,
            state,
            _earlier.Count == 0 ? ChangeKind.Initial : ChangeKind.Substantive,
            At,
            At.AddDays(ProductMix.DaysOf(Type)),
            IsPublic,
            [.. Portions]);
    }

    DateTime Epoch => frame.Epoch;

    int CenterOf(DistributionList list) => Array.FindIndex(lists, own => own.Contains(list));
}
