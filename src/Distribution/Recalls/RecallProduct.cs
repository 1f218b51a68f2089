using GraphApi.Data.Bindings;
using GraphApi.Data.UseCases;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;
using ChangeKind = GraphApi.Distribution.Changes.ChangeKind;

namespace GraphApi.Distribution.Recalls;

/// <summary>
/// Recalls versions of a product, or corrects them, and tells everybody who has them. What is recalled is gone for all
/// but the center's staff with the same transaction; a correction leaves it as it is.
/// </summary>
static class RecallProduct
{
    static readonly TimeSpan LongestDeadline = TimeSpan.FromDays(365);

    /// <summary>What it takes.</summary>
    public sealed record Input(
        string Id,
        int Revision,
        RecallKind Kind,
        RecallReason Reason,
        string ReasonDetails,
        RequiredAction RequiredAction,
        string Message,
        Tlp MessageTlp,
        DateTime? RespondBy,
        string[]? Versions,
        string? Replacement);

    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(
        UnitOfWork work, Input input, CancellationToken cancellationToken)
    {
        if (NodeIds.KeyOf(input.Id, nameof(Product)) is not { } key
            || await work.Visible<Product>().AsNoTracking()
                .FirstOrDefaultAsync(row => row.Id == key, cancellationToken) is not { } product)
        {
            return Outcome.Refused(NotFoundError.Of("product"));
        }

        if (RecallRules.Check(work.Viewer, product.OriginatorId, input.Reason) is { } denied)
        {
            return Outcome.Refused(denied);
        }

        if (Check(input, work.Now) is { } invalid)
        {
            return Outcome.Refused(invalid);
        }

        var (replacement, unfit) = await ReplacementAsync(work, input, product, cancellationToken);
        if (unfit is not null)
        {
            return Outcome.Refused(unfit);
        }

        var (affected, problem) = await AffectedAsync(work, input, product, replacement, cancellationToken);
        problem ??= product.Revision == input.Revision ? null : RevisionConflictError.Of(product.Revision);
        return problem is null
            ? await ApplyAsync(work, input, product, affected, replacement, cancellationToken)
            : Outcome.Refused(problem);
    }

    static InvalidInputError? Check(Input input, DateTime now)
    {
        if (ReasonText.Check(input.ReasonDetails) is { } reason)
        {
            return reason with { Field = "reasonDetails" };
        }

        if (RecallRules.CheckText("message", input.Message, isRequired: true) is { } message)
        {
            return message;
        }

        if (input.RespondBy is { } deadline && (deadline <= now || deadline > now + LongestDeadline))
        {
            return new InvalidInputError(
                "respondBy", $"The deadline is in the future, within {LongestDeadline.TotalDays:0} days.");
        }

        if (input.Kind == RecallKind.CorrectionNotice
            && input.RequiredAction is not (
                RequiredAction.None or RequiredAction.Replace or RequiredAction.NotifyOnwardRecipients))
        {
            return new InvalidInputError(
                "requiredAction",
                "What is corrected stays valid: it can be replaced, and others told of it, or nothing.");
        }

        return input.Replacement is null
            && (input.Kind == RecallKind.RecallAndReplace || input.RequiredAction == RequiredAction.Replace)
                ? new InvalidInputError("replacement", "Say which version takes its place.")
                : null;
    }

    static async Task<(Guid? Replacement, object? Problem)> ReplacementAsync(
        UnitOfWork work, Input input, Product product, CancellationToken cancellationToken)
    {
        if (input.Replacement is not { } id)
        {
            return (null, null);
        }

        var found = await VersionChange.FindAsync(work, id, cancellationToken);
        return found is null || found.OriginatorId != product.OriginatorId
            ? (null, NotFoundError.Of("version"))
            : found.State != VersionState.Published
                ? (null, new StateConflictError("What takes its place must be published."))
                : (found.Id, null);
    }

    /// <summary>The versions that are meant, the newest first.</summary>
    static async Task<(IReadOnlyList<ProductVersion> Affected, object? Problem)> AffectedAsync(
        UnitOfWork work, Input input, Product product, Guid? replacement, CancellationToken cancellationToken)
    {
        var versions = await work.All<ProductVersion>().AsNoTracking()
            .Where(version => version.ProductId == product.Id)
            .OrderByDescending(version => version.Number)
            .ToListAsync(cancellationToken);
        bool CanBeRecalled(ProductVersion version) => VersionLife.Find(version.State, VersionStep.Recall) is not null;
        if (input.Versions is null or [])
        {
            ProductVersion[] released = [.. versions.Where(CanBeRecalled).Where(v => v.Id != replacement)];
            return released.Length > 0
                ? (released, null)
                : (released, new StateConflictError(
                    versions.Any(version => version.State == VersionState.Recalled)
                        ? "It was recalled."
                        : "Nothing of it was released."));
        }

        var ids = input.Versions.Select(id => NodeIds.KeyOf(id, nameof(ProductVersion))).ToHashSet();
        ProductVersion[] named = [.. versions.Where(version => ids.Contains(version.Id))];
        if (named.Length < ids.Count)
        {
            return ([], NotFoundError.Of("version"));
        }

        if (named.Any(version => version.Id == replacement))
        {
            return ([], new InvalidInputError("versions", "What is recalled cannot take its own place."));
        }

        return Array.Find(named, version => !CanBeRecalled(version)) is { } other
            ? ([], new StateConflictError(VersionChange.MessageOf(other.State)))
            : (named, null);
    }

    static async Task<Outcome> ApplyAsync(
        UnitOfWork work,
        Input input,
        Product product,
        IReadOnlyList<ProductVersion> affected,
        Guid? replacement,
        CancellationToken cancellationToken)
    {
        var isCorrection = input.Kind == RecallKind.CorrectionNotice;
        foreach (var version in isCorrection ? [] : affected)
        {
            var outcome = await VersionChange.ApplyAsync(
                work, version, VersionStep.Recall, input.ReasonDetails, null, cancellationToken);
            if (outcome.Errors is not null)
            {
                return outcome;
            }
        }

        var notice = await NoticeAsync(work, input, product, affected, replacement, cancellationToken);
        var state = !isCorrection && affected.Any(version => version.Id == product.CurrentVersionId)
            ? ProductState.Recalled
            : product.State;
        var changed = await work.All<Product>()
            .Where(row => row.Id == product.Id && row.Revision == product.Revision)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(p => p.State, state)
                    .SetProperty(p => p.RecallId, notice.Id)
                    .SetProperty(p => p.Revision, product.Revision + 1)
                    .SetProperty(p => p.UpdatedAt, notice.IssuedAt),
                cancellationToken);
        if (changed == 0)
        {
            return Outcome.Refused(RevisionConflictError.Of(product.Revision + 1));
        }

        work.Add(notice);
        await work.SaveAsync(cancellationToken);
        var rights = await RightsBeforeAsync(work, affected, isCorrection, cancellationToken);
        Guid[] ids = [.. affected.Select(version => version.Id)];
        // Only the version in force is out to others; those before it have a right of the center's staff alone.
        var audience = rights.Where(right => right.VersionId == product.CurrentVersionId).ToList();
        await RecallRecipients.WriteAsync(work, notice, ids, audience, cancellationToken);
        var ceiling = await RecallRecipients.CeilingAsync(work, notice, ids, audience, cancellationToken);
        if (input.MessageTlp > ceiling)
        {
            return Outcome.Refused(new InvalidInputError(
                "messageTlp",
                $"The message can be {MarkingBanner.TextOf(ceiling)} at most: not everybody who has it may read "
                + "more."));
        }

        await RecallAnnouncements.AnnounceAsync(
            work, notice, affected[0].Id, rights, isCorrection ? ChangeKind.MetadataChanged : ChangeKind.Recalled,
            cancellationToken);
        return Outcome.Done(notice.Id);
    }

    /// <summary>The rights there were; of what is recalled those that are left take their place.</summary>
    static async Task<List<Entitlement>> RightsBeforeAsync(
        UnitOfWork work,
        IReadOnlyList<ProductVersion> affected,
        bool isCorrection,
        CancellationToken cancellationToken)
    {
        if (isCorrection)
        {
            var ids = affected.Select(version => version.Id).ToArray();
            return await work.All<Entitlement>().AsNoTracking()
                .Where(right => ids.Contains(right.VersionId))
                .ToListAsync(cancellationToken);
        }

        var rights = new List<Entitlement>();
        foreach (var version in affected)
        {
            rights.AddRange((await VersionRights.ReplaceAsync(work, version.Id, cancellationToken)).Before);
        }

        return rights;
    }

    static async Task<RecallNotice> NoticeAsync(
        UnitOfWork work,
        Input input,
        Product product,
        IReadOnlyList<ProductVersion> affected,
        Guid? replacement,
        CancellationToken cancellationToken)
    {
        var newest = affected[0];
        return new RecallNotice
        {
            Id = Guid.NewGuid(),
            ProductId = product.Id,
            OriginatorId = product.OriginatorId,
            PublicNumber = product.PublicNumber,
            ProductType = product.Type,
            IsExercise = product.IsExercise,
            PublishedAt = newest.PublishedAt,
            VersionNumbers = [.. affected.Select(version => version.Number).Order()],
            ContentHash = newest.ContentHash,
            HashRequires = newest.RequiresThroughout,
            IsHashDisclosed = newest.DisclosesWithholding,
            IsPublic = await WasPublicAsync(work, product, affected, cancellationToken),
            Kind = input.Kind,
            Reason = input.Reason,
            ReasonDetails = input.ReasonDetails.Trim(),
            RequiredAction = input.RequiredAction,
            Message = input.Message.Trim(),
            MessageTlp = input.MessageTlp,
            RespondBy = input.RespondBy,
            ReplacementId = replacement,
            State = RecallState.Open,
            IssuedById = work.Viewer.PersonId!.Value,
            IssuedByName = await work.ActorNameAsync(cancellationToken),
            IssuedAt = work.Now,
            CreatedAt = work.Now,
            UpdatedAt = work.Now,
        };
    }

    static async Task<bool> WasPublicAsync(
        UnitOfWork work, Product product, IReadOnlyList<ProductVersion> affected, CancellationToken cancellationToken)
    {
        foreach (var version in affected.Where(version => version.IsPublicReleaseApproved))
        {
            var portions = await work.All<Portion>().AsNoTracking()
                .Where(portion => portion.VersionId == version.Id)
                .ToListAsync(cancellationToken);
            if (EntitlementRules.IsPublic(product, version, portions))
            {
                return true;
            }
        }

        return false;
    }
}
