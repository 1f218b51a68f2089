using GraphApi.Distribution.Products;
using GraphApi.Distribution.Recalls;

namespace GraphApi.Distribution.Demonstration;

/// <summary>
/// Makes the notices of products that were recalled, a day after they were published, whom they reached and what those
/// answered. Older ones are closed; of the others some are overdue, as the clock would have left them.
/// </summary>
static class RecallRows
{
    const int DaysToAnswer = 7;
    const int DaysToClose = 30;

    static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    static readonly RecallReason[] Reasons =
    [
        RecallReason.FactualError, RecallReason.SourceRetracted, RecallReason.MarkingError,
        RecallReason.OverDissemination, RecallReason.IssuedInError,
    ];

    /// <summary>The id of the notice of a product; null: it was not recalled.</summary>
    public static Guid? NoticeOf(ProductSpec spec) => spec.State == ProductState.Recalled
        ? RowIds.Of(RowKind.RecallNotice, spec.Index)
        : null;

    /// <summary>
    /// Adds the notice of a recalled product, a response for each of its recipients, and their answers.
    /// </summary>
    public static void Add(
        SeedFrame frame,
        ProductSpec spec,
        Product product,
        ProductVersion version,
        IReadOnlyList<Portion> portions,
        RecallAudience audience,
        RowBatch batch)
    {
        var notice = OfProduct(frame, spec, product, version, portions);
        batch.Add(notice);
        var place = 0;
        foreach (var reader in audience.Of(spec.Lists, spec.Recipients, version.Requires, portions[0].Tlp))
        {
            AddResponse(frame, spec, notice, reader, ((long)spec.Index << 20) | (uint)place++, batch);
        }
    }

    static RecallNotice OfProduct(
        SeedFrame frame, ProductSpec spec, Product product, ProductVersion version, IReadOnlyList<Portion> portions)
    {
        var random = RowIds.Random(RowKind.RecallNotice, spec.Index);
        var id = random.NextId();
        var isPublic = EntitlementRules.IsPublic(product, version, portions);
        var reason = spec.IsExercise ? RecallReason.OverDissemination
            : isPublic ? RecallReason.FactualError : random.Pick<RecallReason>(Reasons);
        var next = version.PublishedAt!.Value.AddDays(1);
        var issued = next < frame.Epoch ? next : frame.Epoch;
        var isClosed = issued < frame.Epoch.AddDays(-DaysToClose);
        var ended = issued.AddDays(DaysToAnswer + 1);
        return new RecallNotice
        {
            Id = id,
            ProductId = product.Id,
            OriginatorId = product.OriginatorId,
            PublicNumber = product.PublicNumber,
            ProductType = product.Type,
            IsExercise = product.IsExercise,
            PublishedAt = version.PublishedAt,
            VersionNumbers = [version.Number],
            ContentHash = version.ContentHash,
            HashRequires = version.RequiresThroughout,
            IsHashDisclosed = version.DisclosesWithholding,
            IsPublic = isPublic,
            Kind = RecallKind.Recall,
            Reason = reason,
            ReasonDetails = $"{TextOf(reason)} Found by the center itself (synthetic).",
            RequiredAction = ActionOf(reason),
            Message = $"Do not use this product any more. {TextOf(reason)} Synthetic demonstration text.",
            MessageTlp = Tlp.Clear,
            RespondBy = issued.AddDays(DaysToAnswer),
            State = isClosed ? RecallState.Closed : RecallState.Open,
            IssuedById = Staff.Of(spec.Center, Staff.Supervisor),
            IssuedByName = PeopleRows.NameOfStaff(spec.Center, Staff.Supervisor),
            IssuedAt = issued,
            ClosedById = isClosed ? Staff.Of(spec.Center, Staff.Director) : null,
            ClosedByName = isClosed ? PeopleRows.NameOfStaff(spec.Center, Staff.Director) : null,
            ClosedAt = isClosed ? ended : null,
            ClosingReason = isClosed ? "All of its recipients answered (synthetic)." : null,
            Revision = isClosed ? 2 : 1,
            CreatedAt = issued,
            UpdatedAt = isClosed ? ended : issued,
        };
    }

    static void AddResponse(
        SeedFrame frame, ProductSpec spec, RecallNotice notice, RecallReader reader, long index, RowBatch batch)
    {
        var random = RowIds.Random(RowKind.RecallResponse, index);
        var id = random.NextId();
        var answers = notice.IssuedAt + (2 * RecallAnswers.Slowest) < frame.Epoch
            ? RecallAnswers.Draw(notice, reader.IsClient, ref random)
            : [];
        var (at, times) = (notice.IssuedAt, new List<DateTime>());
        foreach (var answer in answers)
        {
            at = at.AddMinutes(random.Between(30, (int)RecallAnswers.Slowest.TotalMinutes));
            times.Add(at);
            batch.Add(OfAnswer(spec, notice, reader, id, answer, at, index, times.Count, ref random));
        }

        var last = answers is [.., var given] ? given : RecallResponseState.Notified;
        var isSettled = RecallSteps.Settles(notice.RequiredAction, last);
        DateTime? TimeOf(Func<RecallResponseState, bool> isIt) =>
            Array.FindIndex(answers, answer => isIt(answer)) is >= 0 and var found ? times[found] : null;
        // The liaison of the organization is told first, and the center a day later.
        var isLate = !isSettled && notice.RespondBy <= frame.Epoch;
        var isForCenter = isLate && notice.RespondBy + Patience <= frame.Epoch;
        var escalated = isForCenter ? notice.RespondBy + Patience : isLate ? notice.RespondBy : null;
        var isDestroyed = answers.Contains(RecallResponseState.Destroyed);
        batch.Add(new RecallResponse
        {
            Id = id,
            NoticeId = notice.Id,
            OriginatorId = notice.OriginatorId,
            RecipientId = reader.Id,
            PersonId = reader.IsClient || reader.IsOrganization ? null : reader.Id,
            OrganizationId = reader.IsOrganization ? reader.Id : null,
            ServiceClientId = reader.IsClient ? reader.Id : null,
            RecipientOrganizationId = reader.Organization,
            Basis = RecallBasis.Audience,
            WasEntitled = true,
            State = isLate ? RecallResponseState.Escalated : last,
            IsSettled = isSettled,
            SeenAt = times is [var first, ..] ? first : null,
            AcknowledgedAt = TimeOf(answer => answer != RecallResponseState.Seen),
            SettledAt = TimeOf(answer => RecallSteps.Settles(notice.RequiredAction, answer)),
            EscalatedAt = escalated,
            EscalatedTo = isForCenter ? RecallEscalation.Center : isLate ? RecallEscalation.Organization : null,
            ForwardedTo = answers.Contains(RecallResponseState.ForwardedNotified)
                ? ["Exercise utility next door (synthetic)"]
                : [],
            Note = NoteOf(last),
            DestroyedCopies = isDestroyed ? random.Between(1, 4) : null,
            DestructionHash = isDestroyed && reader.IsClient ? notice.ContentHash : null,
            Revision = 1 + answers.Length + (isForCenter ? 2 : isLate ? 1 : 0),
            CreatedAt = notice.IssuedAt,
            UpdatedAt = escalated ?? at,
        });
    }

    // Some answer by telephone, and the center's supervisor writes it down.
    static RecallResponseEvent OfAnswer(
        ProductSpec spec,
        RecallNotice notice,
        RecallReader reader,
        Guid response,
        RecallResponseState answer,
        DateTime at,
        long index,
        int place,
        ref SeededRandom random)
    {
        var isRecorded = !reader.IsClient && random.Chance(0.1);
        return new RecallResponseEvent
        {
            Id = RowIds.Of(RowKind.RecallResponseEvent, (index << 4) | (uint)place),
            ResponseId = response,
            NoticeId = notice.Id,
            State = answer,
            Revision = 1 + place,
            PersonId = isRecorded ? notice.IssuedById : reader.AnsweredById,
            ServiceClientId = reader.IsClient ? reader.Id : null,
            ActorName = reader.AnsweredByName,
            RecordedByName = isRecorded ? PeopleRows.NameOfStaff(spec.Center, Staff.Supervisor) : null,
            ToldAt = isRecorded ? at.AddMinutes(-10) : null,
            Means = isRecorded ? RecallAnswerMeans.Telephone : null,
            Note = NoteOf(answer),
            OccurredAt = at,
        };
    }

    static string? NoteOf(RecallResponseState answer) => answer == RecallResponseState.CannotComply
        ? "A copy is in a backup that cannot be changed before next month (synthetic)."
        : null;

    static RequiredAction ActionOf(RecallReason reason) => reason switch
    {
        RecallReason.MarkingError or RecallReason.OverDissemination => RequiredAction.DestroyAndConfirm,
        RecallReason.SourceRetracted => RequiredAction.NotifyOnwardRecipients,
        _ => RequiredAction.StopUse,
    };

    static string TextOf(RecallReason reason) => reason switch
    {
        RecallReason.SourceRetracted => "A source took back what it had said.",
        RecallReason.MarkingError => "It was marked wrongly.",
        RecallReason.OverDissemination => "It went to somebody who should not have it.",
        RecallReason.IssuedInError => "It was not to be released.",
        _ => "What it says is wrong.",
    };
}
