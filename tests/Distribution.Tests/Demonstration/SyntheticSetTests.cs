using System.Text.Json;
using System.Text.RegularExpressions;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.PrivacyReviews;
using GraphApi.Distribution.Products;

namespace GraphApi.Distribution.Tests.Demonstration;

public sealed class SyntheticSetTests
{
    static readonly Lazy<Rows> M = new(() => new Rows(SeedSize.M));

    [Fact]
    public void The_same_size_and_day_give_the_same_rows_on_every_machine()
    {
        var first = Fingerprint(SeedSize.S);

        Assert.Equal(first, Fingerprint(SeedSize.S));
        Assert.NotEqual(first, Fingerprint(SeedSize.S, days: 1));
    }

    [Fact]
    public void No_identifier_and_no_number_is_given_twice()
    {
        var ids = LoadOrder.Types
            .Where(type => type.GetProperty("Id") is not null)
            .SelectMany(type => M.Value.Of(type).Select(row => (Guid)type.GetProperty("Id")!.GetValue(row)!))
            .ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var numbers = M.Value.Of<Product>().Select(product => product.PublicNumber).OfType<string>().ToList();
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
    }

    [Fact]
    public void Numbers_of_a_center_neither_follow_one_another_nor_tell_how_many_there_are()
    {
        foreach (var center in M.Value.Of<Product>().Where(product => product.PublicNumber is not null)
            .GroupBy(product => product.OriginatorId))
        {
            var serials = center.OrderBy(product => product.PublishedAt)
                .Select(product => product.PublicNumber!.Split('-')[^1])
                .ToList();
            var steps = serials.Zip(serials.Skip(1), string.CompareOrdinal).ToList();
            Assert.All(serials, serial => Assert.Matches("^[2-9A-HJ-NP-Z]{7}$", serial));
            // Of numbers that say nothing, about every other one is greater than the one before.
            Assert.InRange((double)steps.Count(step => step < 0) / Math.Max(1, steps.Count), 0.2, 0.8);
            Assert.Equal(serials.Count, serials.Select(serial => serial[..5]).Distinct().Count());
        }
    }

    [Fact]
    public void Types_traffic_lights_and_revisions_are_mixed_as_planned()
    {
        var products = M.Value.Of<Product>().ToList();
        Assert.Equal(4_000, products.Count);
        foreach (var (type, percent) in ProductMix.Types)
        {
            Assert.InRange(products.Count(product => product.Type == type) * 100.0 / 4_000, percent - 2, percent + 2);
        }

        var narrowest = M.Value.Of<Portion>().GroupBy(portion => portion.VersionId)
            .ToDictionary(version => version.Key, version => version.Max(portion => portion.Tlp));
        foreach (var (tlp, percent) in ProductMix.Tlps)
        {
            Assert.InRange(
                narrowest.Values.Count(value => value == tlp) * 100.0 / narrowest.Count, percent - 2.5, percent + 2.5);
        }

        var versions = M.Value.Of<ProductVersion>().CountBy(version => version.ProductId).ToDictionary();
        Assert.InRange(versions.Values.Count(count => count > 1) / 4_000.0, 0.13, 0.17);
        Assert.InRange(versions.Values.Count(count => count > 2) / 4_000.0, 0.02, 0.04);
        var byCenter = products.CountBy(product => product.OriginatorId).Select(pair => pair.Value).OrderDescending();
        Assert.InRange(byCenter.Take(10).Sum() / 4_000.0, 0.35, 0.45);
        Assert.Equal(SeedDay, products.Max(product => product.PublishedAt));
        Assert.True(products.Min(product => product.PublishedAt) > SeedDay.AddYears(-1).AddDays(-1));
    }

    [Fact]
    public void A_list_carries_no_sensitivity_beyond_its_ceiling()
    {
        var ceilings = M.Value.Of<DistributionList>().ToDictionary(list => list.Id);
        var versions = M.Value.Of<Publication>().ToDictionary(release => release.Id, release => release.VersionId);
        var portions = M.Value.Of<Portion>().ToLookup(portion => portion.VersionId);
        var beyond =
            from link in M.Value.Of<PublicationList>()
            from portion in portions[versions[link.PublicationId]]
            from sensitivity in portion.Sensitivities.Except(ceilings[link.ListId].CeilingSensitivities)
            select $"{sensitivity} on {ceilings[link.ListId].Name}";
        Assert.Empty(beyond.CountBy(what => what));
    }

    [Fact]
    public void A_portion_keeps_its_key_from_version_to_version_and_no_other_has_it()
    {
        var products = M.Value.Of<ProductVersion>().ToDictionary(version => version.Id, version => version.ProductId);
        var seen = new HashSet<(Guid, string)>();
        Assert.All(M.Value.Of<Portion>(), portion => Assert.True(seen.Add((portion.VersionId, portion.Key))));
        var kinds = M.Value.Of<Portion>()
            .GroupBy(portion => (products[portion.VersionId], portion.Key), portion => portion.Kind)
            .Select(key => key.Distinct().Count());
        Assert.All(kinds, count => Assert.Equal(1, count));
        Assert.Contains(
            M.Value.Of<Portion>().CountBy(portion => (products[portion.VersionId], portion.Key)),
            pair => pair.Key.Key.Length == 8 && pair.Value > 1);
    }

    [Fact]
    public void List_sizes_are_heavy_tailed_and_a_member_is_on_a_list_once()
    {
        var memberships = M.Value.Of<ListMembership>().ToList();
        Assert.InRange(memberships.Count, 28_500, 31_500);
        var sizes = memberships.CountBy(membership => membership.ListId).Select(pair => pair.Value).ToList();
        Assert.Equal(800, sizes.Count);
        Assert.True(sizes.Max() > 15 * sizes.Average());
        Assert.Equal(
            memberships.Count,
            memberships.DistinctBy(m => (m.ListId, m.PersonId, m.OrganizationId, m.ServiceClientId)).Count());
        Assert.InRange(
            memberships.Count(m => m.State == MembershipState.Suspended) / (double)memberships.Count, 0.03, 0.05);
        Assert.InRange(
            M.Value.Of<Person>().Count(p => p.Citizenship == CitizenshipClass.NonUs) / 5_200.0, 0.01, 0.03);
    }

    [Fact]
    public void Every_released_version_has_a_concurring_review_by_somebody_who_did_not_write_it()
    {
        var authors = M.Value.Of<VersionAuthor>().ToLookup(author => author.VersionId, author => author.PersonId);
        var reviews = M.Value.Of<PrivacyReview>().ToLookup(review => review.VersionId);
        var releases = M.Value.Of<Publication>().ToLookup(publication => publication.VersionId);
        foreach (var version in M.Value.Of<ProductVersion>().Where(version => version.PublishedAt is not null))
        {
            var review = Assert.Single(reviews[version.Id]);
            Assert.True(review.Outcome is ReviewOutcome.Concur or ReviewOutcome.ConcurWithChanges);
            Assert.True(review.SignedAt < version.PublishedAt);
            Assert.DoesNotContain(review.ReviewerId!.Value, authors[version.Id]);
            Assert.DoesNotContain(Assert.Single(releases[version.Id]).ReleasedById, authors[version.Id]);
            Assert.NotEmpty(authors[version.Id]);
        }
    }

    [Fact]
    public void Whoever_may_read_a_portion_may_read_the_title_above_it()
    {
        var versions = M.Value.Of<ProductVersion>().ToDictionary(version => version.Id);
        Assert.All(M.Value.Of<Portion>(), portion =>
        {
            Assert.Equal((long)MarkingRequirements.Of(PortionMarking.Of(portion)), portion.Requires);
            Assert.Equal(0, versions[portion.VersionId].Requires & ~portion.Requires);
        });
    }

    static bool IsOfRelease(Entitlement right) =>
        right.Kind is not (EntitlementKind.Home or EntitlementKind.Draft);

    [Fact]
    public void Rights_stay_within_the_markings()
    {
        var portions = M.Value.Of<Portion>().ToLookup(portion => portion.VersionId);
        var lists = M.Value.Of<DistributionList>().ToDictionary(list => list.Id);
        var people = M.Value.Of<Person>().Select(person => person.Id).ToHashSet();
        Assert.All(M.Value.Of<Entitlement>().Where(IsOfRelease), right =>
        {
            var narrowest = portions[right.VersionId].Max(portion => portion.Tlp);
            switch (right.Kind)
            {
                case EntitlementKind.List:
                    Assert.True(narrowest <= lists[right.AudienceId].TlpCeiling && narrowest < Tlp.Red);
                    break;
                case EntitlementKind.Public:
                    Assert.Equal((Tlp.Clear, 0L), (narrowest, right.Requires & ~TypeRequirements.All));
                    break;
                case EntitlementKind.ExplicitRecipient:
                    Assert.Contains(right.AudienceId, people);
                    break;
                default:
                    Assert.True(narrowest < Tlp.AmberStrict);
                    break;
            }
        });
        var current = M.Value.Of<Entitlement>().Where(right => right.IsCurrent).ToList();
        Assert.Equal(current.Count, current.DistinctBy(right => (right.ProductId, right.AudienceId)).Count());
    }

    [Fact]
    public void Nothing_looks_like_a_real_person_place_to_write_to_or_number()
    {
        var synthetic = LoadOrder.Types.Where(type => type != typeof(Resources.ResourceDocument));
        foreach (var rows in synthetic.Select(M.Value.Of))
        {
            foreach (var text in rows.SelectMany(Texts))
            {
                Assert.DoesNotMatch(@"\b\d{3}-\d{2}-\d{4}\b", text);
                Assert.DoesNotMatch(@"@(?!example\.org\b)", text);
                Assert.DoesNotMatch(@"https?://(?!www\.example\.org\b)", text);
                Assert.All(
                    Regex.Matches(text, @"\+?\d[\d-]{9,}\d").Select(match => match.Value)
                        .Where(number => !Guid.TryParse(text, out _) && number.StartsWith('+')),
                    number => Assert.Matches(@"^\+1-202-555-01\d\d$", number));
            }
        }

        Assert.All(M.Value.Of<Organization>(), row => Assert.EndsWith("(synthetic)", row.DisplayName));
        Assert.All(M.Value.Of<Person>(), row => Assert.EndsWith("(synthetic)", row.DisplayName));
        Assert.All(
            M.Value.Of<Portion>().Where(row => row.Kind == PortionKind.Title),
            row => Assert.EndsWith("(synthetic)", row.Text));
        Assert.All(M.Value.Of<Product>(), row => Assert.Equal("demonstration-M", row.SyntheticBatch));
    }

    [Fact]
    public void The_feeds_of_the_named_partners_are_long_and_differ()
    {
        var hospital = M.Value.FeedOf("partner-hospital");
        var water = M.Value.FeedOf("partner-water");
        Assert.True(hospital.Count >= 60, $"{hospital.Count}");
        Assert.True(water.Count >= 60, $"{water.Count}");
        Assert.True(hospital.Except(water).Count() >= 20, $"{hospital.Except(water).Count()} {hospital.Count}");
        Assert.True(water.Except(hospital).Count() >= 20, $"{water.Except(hospital).Count()} {water.Count}");

        var les = M.Value.Of<ProductVersion>()
            .Where(version => (version.Requires & (long)Requirement.LawEnforcement) != 0)
            .Select(version => version.ProductId).ToHashSet();
        Assert.Contains(M.Value.FeedOf("partner-law-enforcement"), les.Contains);
        foreach (var partner in NamedPartner.All.Where(partner => partner.Subject != "partner-law-enforcement"))
        {
            var feed = M.Value.FeedOf(partner.Subject);
            Assert.DoesNotContain(feed, les.Contains);
            Assert.True(feed.Count >= 40 || partner.IsSuspended, $"{partner.Subject} {feed.Count}");
        }
    }

    static DateTime SeedDay => FixedTime.Now.UtcDateTime.Date;

    static string Fingerprint(SeedSize size, int days = 0)
    {
        var frame = new SeedFrame(size, FixedTime.Now.UtcDateTime.AddDays(days));
        var rows = SyntheticSet.Batches(frame).SelectMany(batch => LoadOrder.Types.SelectMany(batch.Of));
        return string.Join('\n', rows.Select(row => JsonSerializer.Serialize(row, row.GetType())));
    }

    static IEnumerable<string> Texts(object row) => row.GetType().GetProperties()
        .Where(property => property.PropertyType == typeof(string))
        .Select(property => (string?)property.GetValue(row))
        .OfType<string>();

    sealed class Rows
    {
        readonly List<RowBatch> _batches;

        public Rows(SeedSize size) =>
            _batches = [.. SyntheticSet.Batches(new SeedFrame(size, FixedTime.Now.UtcDateTime))];

        public IEnumerable<object> Of(Type type) => _batches.SelectMany(batch => batch.Of(type));

        public IEnumerable<T> Of<T>() => _batches.SelectMany(batch => batch.Of<T>());

        public HashSet<Guid> FeedOf(string subject)
        {
            var person = Of<Person>().Single(row => row.Subject == subject);
            var audiences = Of<ListMembership>()
                .Where(row => row.PersonId == person.Id && row.State == MembershipState.Active)
                .Select(row => row.ListId)
                .Append(person.Id)
                .ToHashSet();
            var holds = Requirement.AnyTlp;
            foreach (var attribute in Of<VerifiedAttribute>().Where(row => row.PersonId == person.Id))
            {
                holds |= attribute.Kind switch
                {
                    AttributeKind.LawEnforcementOfficer => Requirement.LawEnforcement,
                    AttributeKind.PciiCertified => Requirement.Pcii,
                    AttributeKind.UsPerson => Requirement.UsPerson,
                    _ => Requirement.None,
                };
            }

            return [.. Of<Entitlement>()
                .Where(right => right.IsCurrent
                    && audiences.Contains(right.AudienceId)
                    && (right.Requires & ~(long)holds & ~TypeRequirements.All) == 0
                    && (right.ExpiresAt is null || right.ExpiresAt > FixedTime.Now.UtcDateTime))
                .Select(right => right.ProductId)];
        }
    }
}
