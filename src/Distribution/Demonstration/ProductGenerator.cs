using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Reference;

namespace GraphApi.Distribution.Demonstration;

/// <summary>
/// Draws products: of which center, what type, about what, marked how, for whom, when, in how many versions. The
/// older a product, the lower its index.
/// </summary>
sealed class ProductGenerator
{
    /// <summary>Where products in preparation stand, in turn.</summary>
    static readonly VersionState[] InPreparation =
        [VersionState.InReview, VersionState.Draft, VersionState.ChangesRequested, VersionState.Approved];

    readonly SeedFrame _frame;
    readonly DistributionList[][] _lists;
    readonly Guid[][] _officers;
    readonly double[] _centers;

    /// <summary>Prepares to draw products for the lists and persons of a set.</summary>
    public ProductGenerator(
        SeedFrame frame,
        DistributionList[][] lists,
        IReadOnlyList<SyntheticOrganization> organizations,
        IReadOnlyList<SyntheticPerson> partners)
    {
        _frame = frame;
        _lists = lists;
        _officers = [.. Enumerable.Range(0, frame.Plan.Centers).Select(center => partners
            .Where(person => person.IsActive
                && organizations[person.Organization].Template.Key == "police"
                && organizations[person.Organization].Center == center)
            .Select(person => person.Id)
            .Take(50)
            .ToArray())];

        // The first ten of eighty centers make four products in ten.
        _centers = new double[frame.Plan.Centers];
        var sum = 0.0;
        for (var center = 0; center < _centers.Length; center++)
        {
            sum += Math.Pow(center + 1, -0.7);
            _centers[center] = sum;
        }
    }

    /// <summary>The product at an index, from 0 (the oldest).</summary>
    public ProductSpec Draw(int index)
    {
        var random = RowIds.Random(RowKind.ProductVersion, -1 - index);
        var center = CenterOf(random.Fraction());
        var type = random.Weighted<ProductType>(ProductMix.Types);
        var tlp = random.Weighted<Tlp>(ProductMix.Tlps);
        var place = PlaceOf(tlp, ref random);
        var template = ListTemplates.All[place];
        var published = PublishedAt(index, ref random);
        var handling = ProductHandling.Draw(tlp, template, published < _frame.Epoch.AddYears(-2), ref random);
        var topic = template.Topics[(int)(random.Fraction() * random.Fraction() * template.Topics.Length)];
        var sectors = SectorsOf(template, ref random);
        var jurisdictions = JurisdictionsOf(center, ref random);
        var isExercise = random.Chance(ProductMix.Exercise);
        var (state, versions) = VersionsOf(
            index, type, handling, template, topic, sectors[0], jurisdictions[0], published, isExercise, ref random);
        return new ProductSpec(
            index,
            center,
            type,
            type == ProductType.RfiResponse && random.Chance(0.2) ? Urgency.Priority : ProductMix.UrgencyOf(type),
            state,
            isExercise,
            ProductMix.HazardsOf(topic),
            sectors,
            [topic],
            [.. jurisdictions.Select(jurisdiction => jurisdiction.FipsCode)],
            DisciplinesOf(template),
            tlp == Tlp.Red ? [] : AudienceOf(center, place, tlp, handling, ref random),
            RecipientsOf(center, tlp, handling, ref random),
            versions);
    }

    int CenterOf(double fraction)
    {
        var found = Array.BinarySearch(_centers, fraction * _centers[^1]);
        return Math.Min(found < 0 ? ~found : found, _centers.Length - 1);
    }

    int PlaceOf(Tlp tlp, ref SeededRandom random)
    {
        // Lists that may not carry the marking are drawn again; the law enforcement list may carry any.
        for (var tries = 0; tries < 20; tries++)
        {
            var place = random.Chance(0.1) ? ListRows.AllPartners
                : random.Chance(0.12) ? ListRows.LawEnforcement : random.Below(_frame.Plan.ListsPerCenter);
            if (ListTemplates.All[place].Ceiling >= tlp)
            {
                return place;
            }
        }

        return ListRows.LawEnforcement;
    }

    DateTime PublishedAt(int index, ref SeededRandom random)
    {
        var minutes = (_frame.Epoch - _frame.Epoch.AddYears(-_frame.Plan.Years)).TotalMinutes;
        var age = (_frame.Plan.Products - 1 - index) * minutes / _frame.Plan.Products;
        var jitter = index == _frame.Plan.Products - 1 ? 0 : random.Fraction() * minutes / _frame.Plan.Products;
        return _frame.Epoch.AddMinutes(-Math.Floor(age + jitter));
    }

    static string[] SectorsOf(ListTemplate template, ref SeededRandom random)
    {
        var first = template.Sectors.Length > 0
            ? random.Pick<string>(template.Sectors)
            : SectorTable.ValidCodes[random.Below(SectorTable.ValidCodes.Count)];
        var other = SectorTable.ValidCodes[random.Below(SectorTable.ValidCodes.Count)];
        return random.Chance(0.2) && other != first ? [first, other] : [first];
    }

    static JurisdictionReference[] JurisdictionsOf(int center, ref SeededRandom random)
    {
        var home = CenterRows.JurisdictionOf(center);
        var other = JurisdictionTable.All[random.Below(JurisdictionTable.All.Count)];
        return random.Chance(0.2) && other != home ? [home, other] : [home];
    }

    static string[] DisciplinesOf(ListTemplate template)
    {
        var sort = OrganizationTemplates.All.FirstOrDefault(sort => template.Members.Contains(sort.Key));
        return sort is null ? ["PUBLIC_SAFETY"] : [sort.Disciplines[0]];
    }

    List<DistributionList> AudienceOf(
        int center,
        int place,
        Tlp tlp,
        ProductHandling handling,
        ref SeededRandom random)
    {
        var lists = new List<DistributionList> { _lists[center][place] };
        var isOpen = tlp <= Tlp.Green;
        if (isOpen && place != ListRows.AllPartners && random.Chance(0.35))
        {
            lists.Add(_lists[center][ListRows.AllPartners]);
        }

        for (var more = isOpen ? random.Below(3) : random.Below(2); more > 0; more--)
        {
            var other = random.Below(_frame.Plan.ListsPerCenter);
            var template = ListTemplates.All[other];
            if (template.Ceiling >= tlp && (template.LawEnforcement || !handling.IsLawEnforcementOnly))
            {
                AddOnce(lists, _lists[center][other]);
            }
        }

        // What concerns neighbors goes to their list of the same sort.
        if (tlp <= Tlp.Amber && _frame.Plan.Centers > 1 && random.Chance(0.25))
        {
            for (var more = random.Between(1, 4); more > 0; more--)
            {
                AddOnce(lists, _lists[random.Chance(0.3) ? 0 : random.Below(_frame.Plan.Centers)][place]);
            }
        }

        return lists;
    }

    static void AddOnce(List<DistributionList> lists, DistributionList list)
    {
        if (!lists.Contains(list))
        {
            lists.Add(list);
        }
    }

    Guid[] RecipientsOf(int center, Tlp tlp, ProductHandling handling, ref SeededRandom random)
    {
        var count = tlp == Tlp.Red ? random.Between(2, 6)
            : tlp == Tlp.Amber && !handling.IsLawEnforcementOnly && random.Chance(0.04) ? 1 : 0;
        var officers = _officers[center].Length > 0 ? _officers[center] : _officers[0];
        var named = tlp == Tlp.Red && center == 0 ? NamedPartner.IdOf("partner-law-enforcement") : Guid.Empty;
        var chosen = new List<Guid>(count);
        if (named != Guid.Empty && random.Chance(0.5))
        {
            chosen.Add(named);
        }

        for (var tries = 0; chosen.Count < count && tries < 20; tries++)
        {
            var person = officers[random.Below(officers.Length)];
            if (!chosen.Contains(person))
            {
                chosen.Add(person);
            }
        }

        return [.. chosen];
    }

    (ProductState State, VersionSpec[] Versions) VersionsOf(
        int index,
        ProductType type,
        ProductHandling handling,
        ListTemplate template,
        string topic,
        string sector,
        JurisdictionReference jurisdiction,
        DateTime published,
        bool isExercise,
        ref SeededRandom random)
    {
        if (random.Chance(ProductMix.InReview))
        {
            var draft = ProductPortions.Draw(
                index, type, handling, template, topic, sector, jurisdiction, number: 1, ref random);
            return (
                ProductState.InPreparation,
                [new VersionSpec(1, InPreparation[index % 4], ChangeKind.Initial, published, null, false, draft)]);
        }

        var count = !random.Chance(ProductMix.Revised) ? 1 : random.Chance(ProductMix.RevisedTwice) ? 3 : 2;
        var isRecalled = random.Chance(ProductMix.Recalled);
        var isPublic = handling.Body.Tlp == Tlp.Clear && !isExercise && random.Chance(0.9);
        var versions = new List<VersionSpec>(count);
        var at = published;
        var state = ProductState.Current;
        for (var number = 1; number <= count; number++)
        {
            var next = at.AddMinutes(random.Between(60, 60 * 24 * 12));
            var isLast = number == count || next > _frame.Epoch;
            var until = at.AddDays(ProductMix.DaysOf(type));
            state = isRecalled ? ProductState.Recalled
                : until <= _frame.Epoch ? ProductState.Expired : ProductState.Current;
            versions.Add(new VersionSpec(
                number,
                !isLast ? VersionState.Superseded
                    : state == ProductState.Recalled ? VersionState.Recalled
                    : state == ProductState.Expired ? VersionState.Expired : VersionState.Published,
                number == 1 ? ChangeKind.Initial
                    : random.Chance(0.7) ? ChangeKind.Substantive : ChangeKind.Administrative,
                at,
                until,
                isPublic,
                ProductPortions.Draw(
                    index, type, handling, template, topic, sector, jurisdiction, number, ref random)));
            if (isLast)
            {
                break;
            }

            at = next;
        }

        return (state, [.. versions]);
    }
}
