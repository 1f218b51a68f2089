using GraphApi.Distribution.Access;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Ledger;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Publishing;
using GraphApi.Distribution.Recalls;
using GraphApi.Distribution.Receipts;
using GraphApi.Distribution.Tests.Demonstration;

namespace GraphApi.Distribution.Tests.Access.Law;

/// <summary>
/// What became of the versions of a random database: the steps they took, whom they were delivered to, what was
/// acknowledged, said and recalled, and who called an emergency.
/// </summary>
sealed class RandomLedger(Draw draw, RowBatch rows)
{
    static readonly DateTime Now = FixedTime.Now.UtcDateTime;

    readonly List<Person> _people = [.. rows.Of<Person>()];
    readonly List<Organization> _organizations = [.. rows.Of<Organization>()];
    readonly List<ServiceClient> _clients = [.. rows.Of<ServiceClient>()];
    readonly List<DistributionList> _lists = [.. rows.Of<DistributionList>()];

    public void Add()
    {
        var versions = rows.Of<ProductVersion>().ToLookup(version => version.ProductId);
        foreach (var version in versions.SelectMany(same => same))
        {
            AddSteps(version);
            AddFeedback(version);
            if (version.PublishedAt is { } at)
            {
                AddDeliveries(version, at);
            }
            else if (draw.Chance(0.3))
            {
                AddEmergency(version);
            }
        }

        foreach (var product in rows.Of<Product>().Where(product => product.RecallId is not null).ToList())
        {
            AddNotice(product, product.RecallId!.Value, [.. versions[product.Id]]);
            if (draw.Chance(0.2))
            {
                AddNotice(product, draw.Id(), [.. versions[product.Id]]);
            }
        }
    }

    void AddSteps(ProductVersion version)
    {
        for (var revision = draw.Between(0, 3); revision > 0; revision--)
        {
            var step = draw.Pick<VersionStep>();
            rows.Add(new VersionEvent
            {
                Id = draw.Id(),
                VersionId = version.Id,
                OriginatorId = version.OriginatorId,
                Step = step,
                FromState = step == VersionStep.Create ? null : draw.Pick<VersionState>(),
                ToState = draw.Pick<VersionState>(),
                Revision = revision,
                ActorId = draw.Chance(0.8) ? draw.Pick(_people).Id : null,
                ActorName = draw.Text("Actor"),
                Reason = draw.Chance(0.5) ? draw.Text("Reason") : null,
                OccurredAt = draw.Past(),
            });
        }
    }

    void AddEmergency(ProductVersion version) => rows.Add(new EmergencyRequest
    {
        VersionId = version.Id,
        OriginatorId = version.OriginatorId,
        VersionRevision = 1,
        RequestedById = draw.Pick(_people).Id,
        Reason = draw.Text("A reason that is long enough"),
        RequestedAt = draw.Past(),
        ExpiresAt = draw.Mostly(draw.Future(), 0.5, draw.Past()),
    });

    void AddDeliveries(ProductVersion version, DateTime at)
    {
        var isRequired = draw.Chance(0.5);
        foreach (var to in Recipients(0, 4))
        {
            var isNamed = draw.Chance(0.4);
            var delivery = new Delivery
            {
                Id = draw.Id(),
                PublicationId = draw.Id(),
                VersionId = version.Id,
                ProductId = version.ProductId,
                OriginatorId = version.OriginatorId,
                RecipientId = to.Id,
                PersonId = to.Person,
                OrganizationId = to.Organization,
                ServiceClientId = to.Client,
                RecipientOrganizationId = to.Employer,
                Rule = isNamed
                    ? DeliveryRule.ExplicitRecipient
                    : draw.Pick([DeliveryRule.ListMembership, DeliveryRule.ClientGrant]),
                ListId = isNamed ? null : draw.Pick(_lists).Id,
                Channel = to.Client is null ? DeliveryChannel.Portal : DeliveryChannel.Api,
                Portions = [1],
                Requires = version.Requires,
                IsAcknowledgementRequired = isRequired,
                DeliveredAt = at,
            };
            rows.Add(delivery);
            foreach (var (person, client) in draw.Chance(0.5) ? Readers(1, 2) : [])
            {
                rows.Add(new Receipt
                {
                    Id = draw.Id(),
                    DeliveryId = delivery.Id,
                    VersionId = version.Id,
                    OriginatorId = version.OriginatorId,
                    PersonId = person?.Id,
                    ServiceClientId = client?.Id,
                    RecipientOrganizationId = to.Employer,
                    Note = draw.Chance(0.5) ? draw.Text("Note") : null,
                    AcknowledgedAt = draw.Past(),
                });
            }
        }
    }

    void AddFeedback(ProductVersion version)
    {
        int? Score() => draw.Chance(0.5) ? draw.Between(1, 5) : null;
        foreach (var (person, client) in Readers(0, 2))
        {
            var organization = person is null ? client!.OrganizationId : person.OrganizationId;
            rows.Add(new Feedback
            {
                Id = draw.Id(),
                VersionId = version.Id,
                ProductId = version.ProductId,
                OriginatorId = version.OriginatorId,
                AuthorId = person?.Id ?? client!.Id,
                PersonId = person?.Id,
                ServiceClientId = client?.Id,
                OrganizationId = organization,
                OrganizationKind = _organizations.SingleOrDefault(row => row.Id == organization)?.Kind,
                IsNamed = draw.Chance(0.5),
                Helpful = draw.Chance(0.5) ? draw.Chance(0.5) : null,
                Timely = Score(),
                Relevant = Score(),
                Accurate = Score(),
                Actionable = Score(),
                UsedFor = [.. draw.Some(Enum.GetValues<IntendedUse>(), 0, 2)],
                Comment = draw.Chance(0.5) ? draw.Text("Comment") : null,
                CommentTlp = draw.Pick<Tlp>(),
                CreatedAt = draw.Past(),
                UpdatedAt = draw.Past(),
            });
        }
    }

    void AddNotice(Product product, Guid id, List<ProductVersion> versions)
    {
        var about = draw.Pick(versions);
        var isClosed = draw.Chance(0.3);
        var notice = new RecallNotice
        {
            Id = id,
            ProductId = product.Id,
            OriginatorId = product.OriginatorId,
            PublicNumber = product.PublicNumber,
            ProductType = product.Type,
            IsExercise = product.IsExercise,
            PublishedAt = about.PublishedAt,
            VersionNumbers = [about.Number],
            ContentHash = draw.Hash(),
            HashRequires = about.RequiresThroughout,
            IsHashDisclosed = draw.Chance(0.5),
            IsPublic = draw.Chance(0.2),
            Kind = draw.Pick([RecallKind.Recall, RecallKind.CorrectionNotice]),
            Reason = draw.Pick<RecallReason>(),
            ReasonDetails = draw.Text("Details that are long enough"),
            RequiredAction = draw.Pick<RequiredAction>(),
            Message = draw.Text("Message"),
            MessageTlp = draw.Pick<Tlp>(),
            RespondBy = draw.Chance(0.7) ? draw.Mostly(draw.Future(), 0.5, draw.Past()) : null,
            ReplacementId = draw.Chance(0.4) ? draw.Pick([.. rows.Of<ProductVersion>()]).Id : null,
            State = isClosed ? RecallState.Closed : RecallState.Open,
            IssuedById = draw.Pick(_people).Id,
            IssuedByName = draw.Text("Issuer"),
            IssuedAt = draw.Past(),
            ClosedById = isClosed ? draw.Pick(_people).Id : null,
            ClosedByName = isClosed ? draw.Text("Closer") : null,
            ClosedAt = isClosed ? draw.Past() : null,
            ClosingReason = isClosed ? draw.Text("Reason") : null,
            CreatedAt = Now.AddDays(-70),
            UpdatedAt = draw.Past(),
        };
        rows.Add(notice);
        foreach (var to in Recipients(0, 5))
        {
            AddResponse(notice, to);
        }
    }

    void AddResponse(RecallNotice notice, Recipient to)
    {
        var isSettled = draw.Chance(0.4);
        var isEscalated = draw.Chance(0.2);
        var response = new RecallResponse
        {
            Id = draw.Id(),
            NoticeId = notice.Id,
            OriginatorId = notice.OriginatorId,
            RecipientId = to.Id,
            PersonId = to.Person,
            OrganizationId = to.Organization,
            ServiceClientId = to.Client,
            RecipientOrganizationId = to.Employer,
            Basis = draw.Pick<RecallBasis>(),
            WasEntitled = draw.Chance(0.5),
            State = draw.Pick<RecallResponseState>(),
            IsSettled = isSettled,
            SeenAt = draw.Chance(0.5) ? draw.Past() : null,
            AcknowledgedAt = draw.Chance(0.5) ? draw.Past() : null,
            SettledAt = isSettled ? draw.Past() : null,
            EscalatedAt = isEscalated ? draw.Past() : null,
            EscalatedTo = isEscalated ? draw.Pick<RecallEscalation>() : null,
            ForwardedTo = draw.Chance(0.3) ? [draw.Text("Forwarded")] : [],
            Note = draw.Chance(0.4) ? draw.Text("Note") : null,
            DestroyedCopies = draw.Chance(0.4) ? draw.Between(0, 9) : null,
            DestructionHash = draw.Chance(0.3) ? draw.Hash() : null,
            CreatedAt = notice.IssuedAt,
            UpdatedAt = draw.Past(),
        };
        rows.Add(response);
        for (var revision = draw.Between(0, 2); revision > 0; revision--)
        {
            var isRecorded = draw.Chance(0.4);
            rows.Add(new RecallResponseEvent
            {
                Id = draw.Id(),
                ResponseId = response.Id,
                NoticeId = notice.Id,
                State = draw.Pick<RecallResponseState>(),
                Revision = revision,
                PersonId = draw.Pick(_people).Id,
                ActorName = draw.Text("Actor"),
                Note = draw.Chance(0.4) ? draw.Text("Note") : null,
                OccurredAt = draw.Past(),
                RecordedByName = isRecorded ? draw.Text("Recorder") : null,
                ToldAt = isRecorded ? draw.Past() : null,
                Means = isRecorded ? draw.Pick<RecallAnswerMeans>() : null,
            });
        }
    }

    List<(Person? Person, ServiceClient? Client)> Readers(int low, int high) =>
        draw.Some<(Person?, ServiceClient?)>(
            [.. _people.Select(person => (person, (ServiceClient?)null)), .. _clients.Select(c => ((Person?)null, c))],
            low,
            high);

    List<Recipient> Recipients(int low, int high) => draw.Some<Recipient>(
        [
            .. _people.Select(person => new Recipient(person.Id, person.OrganizationId, Person: person.Id)),
            .. _organizations.Select(row => new Recipient(row.Id, row.Id, Organization: row.Id)),
            .. _clients.Select(client => new Recipient(client.Id, client.OrganizationId, Client: client.Id)),
        ],
        low,
        high);

    sealed record Recipient(
        Guid Id, Guid? Employer, Guid? Person = null, Guid? Organization = null, Guid? Client = null);
}
