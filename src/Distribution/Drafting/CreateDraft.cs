using GraphApi.Data.Bindings;
using GraphApi.Data.UseCases;
using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Drafting.Readiness;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Drafting;

/// <summary>
/// Begins a product, or a new version of one that was released. Type, title and the marking of every portion are there
/// from the first moment, so that nothing is ever wider than it is meant to be.
/// </summary>
static class CreateDraft
{
    /// <summary>What it takes.</summary>
    /// <param name="Originator">The center; null: the one at which the caller is an analyst, or the product's.</param>
    /// <param name="Product">The product of which it is a new version; null: a new product.</param>
    /// <param name="Type">The type of a new product; null: of a new version.</param>
    /// <param name="IsExercise">Whether a new product is made for an exercise.</param>
    /// <param name="ChangeKind">What a new version changes; null: of a new product.</param>
    /// <param name="CopiesCurrent">Whether a new version begins with what the current one says, and for whom.</param>
    /// <param name="Portions">The portions, to be added to or changed in what is copied.</param>
    /// <param name="RemovePortions">The keys of copied portions to be left out.</param>
    /// <param name="Sources">The sources of the whole; null: those that are copied.</param>
    /// <param name="Subject">What a new product is about.</param>
    /// <param name="Terms">What it says about itself.</param>
    /// <param name="Authors">Who works on it, the caller among them; null: he alone.</param>
    /// <param name="Audience">For whom it is meant; null: not said yet, or copied.</param>
    public sealed record Input(
        string? Originator,
        string? Product,
        ProductType? Type,
        bool IsExercise,
        ChangeKind? ChangeKind,
        bool CopiesCurrent,
        DraftPortionInput[] Portions,
        string[] RemovePortions,
        DraftSourceInput[]? Sources,
        DraftSubjectInput? Subject,
        DraftTermsInput? Terms,
        string[]? Authors,
        DraftAudienceInput? Audience);

    /// <summary>Runs it.</summary>
    public static async ValueTask<Outcome> RunAsync(UnitOfWork work, Input input, CancellationToken cancellationToken)
    {
        var (place, refused) = input.Product is null
            ? await FindCenterAsync(work, input, cancellationToken)
            : await FindProductAsync(work, input, cancellationToken);
        if (refused is not null)
        {
            return Outcome.Refused(refused);
        }

        var current = place!.Current;
        var copied = current is not null && input.CopiesCurrent
            ? await DraftContent.ReadAsync(work, current.Id, cancellationToken)
            : DraftContent.Empty;
        var (content, wrong) = DraftEdits.Apply(copied, input.Portions, input.RemovePortions, input.Sources);
        var terms = (current is null ? DraftTerms.New : DraftTerms.After(current, place.IsAuthorOfCurrent))
            .With(input.Terms);
        var problem = wrong
            ?? DraftTerms.Check(input.Terms, work.Now)
            ?? (object?)DraftProblemsError.Of(
                ReviewReadiness.CheckKept(new DraftInReadiness(content, terms.AnalystNotes, HasAudience: false)));
        return problem is null
            ? await WriteAsync(work, input, place, content, terms, cancellationToken)
            : Outcome.Refused(problem);
    }

    static async Task<(Place? Place, object? Refused)> FindCenterAsync(
        UnitOfWork work, Input input, CancellationToken cancellationToken)
    {
        var centers = work.Viewer.StaffCenterIds
            .Where(id => VersionChange.Is(work.Viewer, VersionActor.Analyst, id, isAuthor: false)).ToArray();
        var named = NodeIds.KeyOf(input.Originator, nameof(FusionCenter));
        if (input.Originator is not null
            && (named is not { } wanted
                || !await work.Visible<FusionCenter>().AnyAsync(row => row.Id == wanted, cancellationToken)))
        {
            return (null, NotFoundError.Of("center"));
        }

        var center = named ?? (centers.Length == 1 ? centers[0] : null);
        return center switch
        {
            null when centers.Length > 1 =>
                (null, new InvalidInputError("originator", "You are an analyst of several centers: name one.")),
            { } id when centers.Contains(id) => input switch
            {
                { Type: null } => (null, new InvalidInputError("type", "A new product has a type from the beginning.")),
                { ChangeKind: not (null or Products.ChangeKind.Initial) } =>
                    (null, new InvalidInputError("changeKind", "The first version of a product changes nothing.")),
                _ => (new Place(id, null, null, 0, false), null),
            },
            _ => (null, new NotPermittedError("Analysts of the center write its products.")),
        };
    }

    static async Task<(Place? Place, object? Refused)> FindProductAsync(
        UnitOfWork work, Input input, CancellationToken cancellationToken)
    {
        var key = NodeIds.KeyOf(input.Product, nameof(Products.Product));
        var product = await work.Visible<Product>().AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == key, cancellationToken);
        if (product is null)
        {
            return (null, NotFoundError.Of("product"));
        }

        if (!VersionChange.Is(work.Viewer, VersionActor.Analyst, product.OriginatorId, isAuthor: false))
        {
            return (null, new NotPermittedError("Analysts of the center write its products."));
        }

        if (input.Originator is not null
            && NodeIds.KeyOf(input.Originator, nameof(FusionCenter)) != product.OriginatorId)
        {
            return (null, new InvalidInputError("originator", "A new version is made by the center of the product."));
        }

        if ((input.Type is { } type && type != product.Type) || (input.IsExercise && !product.IsExercise))
        {
            return (null, new InvalidInputError(
                "type", "Of what type a product is, and whether it is for an exercise, does not change."));
        }

        if (input.ChangeKind is null or Products.ChangeKind.Initial)
        {
            return (null, new InvalidInputError("changeKind", "Say what the new version changes."));
        }

        if (product.CurrentVersionId is not { } currentId || product.State == ProductState.Archived)
        {
            return (null, new StateConflictError(
                "A new version follows a released one: this product has none, or is archived."));
        }

        if (await work.All<ProductVersion>().AnyAsync(
            version => version.ProductId == product.Id
                && (version.State == VersionState.Draft
                    || version.State == VersionState.InReview
                    || version.State == VersionState.ChangesRequested
                    || version.State == VersionState.Approved
                    || version.State == VersionState.Scheduled),
            cancellationToken))
        {
            return (null, new StateConflictError("Another version of it is in preparation."));
        }

        var current = await work.All<ProductVersion>().AsNoTracking()
            .SingleAsync(version => version.Id == currentId, cancellationToken);
        var last = await work.All<ProductVersion>().Where(version => version.ProductId == product.Id)
            .MaxAsync(version => version.Number, cancellationToken);
        var isAuthor = await PrivacyReviews.ReviewChange.IsAuthorAsync(
            work, currentId, work.Viewer.PersonId, cancellationToken);
        return (new Place(product.OriginatorId, product, current, last, isAuthor), null);
    }

    static async Task<Outcome> WriteAsync(
        UnitOfWork work,
        Input input,
        Place place,
        DraftContent content,
        DraftTerms terms,
        CancellationToken cancellationToken)
    {
        var product = place.Product ?? NewProduct(work, input, place.Center, terms);
        if (place.Product is null)
        {
            work.Add(product);
        }

        var version = NewVersion(work, input, place, product, terms);
        work.Add(version);
        await work.SaveAsync(cancellationToken);
        var set = await DraftWriter.WriteAsync(work, version.Id, place.Center, content, cancellationToken);
        await work.All<ProductVersion>().Where(row => row.Id == version.Id)
            .ExecuteUpdateAsync(row => set(row), cancellationToken);
        work.Add(new VersionAuthor
        {
            VersionId = version.Id,
            PersonId = work.Viewer.PersonId!.Value,
            OriginatorId = place.Center,
        });
        await work.SaveAsync(cancellationToken);
        if (place.Current is { } current && input.CopiesCurrent && input.Audience is null)
        {
            await DraftAudience.CopyAsync(work, current.Id, version.Id, cancellationToken);
        }

        var problem =
            await DraftSubject.WriteAsync(work, product, input.Subject, cancellationToken)
            ?? await DraftAudience.WriteAsync(work, version.Id, input.Audience, cancellationToken)
            ?? await DraftAuthors.WriteAsync(work, version.Id, place.Center, input.Authors, cancellationToken);
        if (problem is not null)
        {
            return Outcome.Refused(problem);
        }

        await VersionChange.RecordAsync(
            work, version, VersionStep.Create, VersionState.Draft, version.Revision, reason: null, cancellationToken);
        await VersionRights.ReplaceAsync(work, version.Id, cancellationToken);
        return Outcome.Done(version.Id);
    }

    static Product NewProduct(UnitOfWork work, Input input, Guid center, DraftTerms terms) => new()
    {
        Id = Guid.NewGuid(),
        Type = input.Type!.Value,
        OriginatorId = center,
        State = ProductState.InPreparation,
        Urgency = terms.Urgency,
        IsExercise = input.IsExercise,
        HazardScopes = [],
        CreatedAt = work.Now,
        UpdatedAt = work.Now,
    };

    static ProductVersion NewVersion(
        UnitOfWork work, Input input, Place place, Product product, DraftTerms terms) => new()
        {
            Id = Guid.NewGuid(),
            ProductId = product.Id,
            OriginatorId = place.Center,
            Number = place.LastNumber + 1,
            State = VersionState.Draft,
            ChangeKind = input.ChangeKind ?? Products.ChangeKind.Initial,
            Urgency = terms.Urgency,
            IntendedUses = terms.IntendedUses,
            ValidUntil = terms.ValidUntil,
            DisclosesWithholding = terms.DisclosesWithholding,
            AnalystNotes = terms.AnalystNotes,
            ContentHash = "",
            CreatedAt = work.Now,
            UpdatedAt = work.Now,
        };

    /// <summary>Where the draft belongs.</summary>
    /// <param name="Center">The center.</param>
    /// <param name="Product">The product; null: a new one.</param>
    /// <param name="Current">Its current version; null: a new product.</param>
    /// <param name="LastNumber">The highest number of its versions; 0: a new product.</param>
    /// <param name="IsAuthorOfCurrent">Whether the caller wrote the current version.</param>
    sealed record Place(
        Guid Center, Product? Product, ProductVersion? Current, int LastNumber, bool IsAuthorOfCurrent);
}
