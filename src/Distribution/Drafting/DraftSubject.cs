using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Disciplines;
using GraphApi.Distribution.Jurisdictions;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using GraphApi.Distribution.Sectors;
using GraphApi.Distribution.UseCases;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Drafting;

/// <summary>Writes what a new product is about.</summary>
static class DraftSubject
{
    /// <summary>
    /// Replaces what the input names. The product must not have been released: what it is about is read with it.
    /// </summary>
    /// <returns>What cannot be used; null: it was done.</returns>
    public static async Task<InvalidInputError?> WriteAsync(
        UnitOfWork work, Product product, DraftSubjectInput? input, CancellationToken cancellationToken)
    {
        if (input is null)
        {
            return null;
        }

        if (product.CurrentVersionId is not null)
        {
            return new InvalidInputError(
                "subject", "What a product is about was released with it, and is not changed by a draft.");
        }

        var problem =
            await LinkAsync<Topic, ProductTopic>(
                work,
                input.Topics,
                "subject.topics",
                link => link.ProductId == product.Id,
                key => new ProductTopic { ProductId = product.Id, TopicId = key },
                cancellationToken)
            ?? await LinkAsync<Sector, ProductSector>(
                work,
                input.Sectors,
                "subject.sectors",
                link => link.ProductId == product.Id,
                key => new ProductSector { ProductId = product.Id, SectorId = key },
                cancellationToken)
            ?? await LinkAsync<CommunityLifeline, ProductLifeline>(
                work,
                input.Lifelines,
                "subject.lifelines",
                link => link.ProductId == product.Id,
                key => new ProductLifeline { ProductId = product.Id, LifelineId = key },
                cancellationToken)
            ?? await LinkAsync<Jurisdiction, ProductJurisdiction>(
                work,
                input.Jurisdictions,
                "subject.jurisdictions",
                link => link.ProductId == product.Id,
                key => new ProductJurisdiction { ProductId = product.Id, JurisdictionId = key },
                cancellationToken)
            ?? await LinkAsync<Discipline, ProductDiscipline>(
                work,
                input.Disciplines,
                "subject.disciplines",
                link => link.ProductId == product.Id,
                key => new ProductDiscipline { ProductId = product.Id, DisciplineId = key },
                cancellationToken)
            ?? await LinkAsync<FusionCenter, ProductCoOriginator>(
                work,
                input.CoOriginators,
                "subject.coOriginators",
                link => link.ProductId == product.Id,
                key => new ProductCoOriginator { ProductId = product.Id, CenterId = key },
                cancellationToken);
        return problem ?? await WriteColumnsAsync(work, product, input, cancellationToken);
    }

    static async Task<InvalidInputError?> WriteColumnsAsync(
        UnitOfWork work, Product product, DraftSubjectInput input, CancellationToken cancellationToken)
    {
        var protectedFor = product.OnBehalfOfId;
        if (input.OnBehalfOf.IsGiven)
        {
            string[] ids = input.OnBehalfOf.Value is { } id ? [id] : [];
            var (keys, problem) = await DraftIds.FindAsync<Organization>(
                work, ids, "subject.onBehalfOf", isUsable: null, cancellationToken);
            if (problem is not null)
            {
                return problem with { Field = "subject.onBehalfOf" };
            }

            protectedFor = keys.Length == 0 ? null : keys[0];
        }

        var hazards = input.HazardScopes is null
            ? product.HazardScopes
            : input.HazardScopes.Distinct().Order().ToArray();
        await work.All<Product>().Where(row => row.Id == product.Id)
            .ExecuteUpdateAsync(
                row => row.SetProperty(p => p.HazardScopes, hazards).SetProperty(p => p.OnBehalfOfId, protectedFor),
                cancellationToken);
        return null;
    }

    static async Task<InvalidInputError?> LinkAsync<TEntity, TLink>(
        UnitOfWork work,
        string[]? ids,
        string field,
        System.Linq.Expressions.Expression<Func<TLink, bool>> isOfProduct,
        Func<Guid, TLink> link,
        CancellationToken cancellationToken)
        where TEntity : class
        where TLink : class
    {
        if (ids is null)
        {
            return null;
        }

        var (keys, problem) = await DraftIds.FindAsync<TEntity>(work, ids, field, isUsable: null, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        await work.All<TLink>().Where(isOfProduct).ExecuteDeleteAsync(cancellationToken);
        foreach (var key in keys)
        {
            work.Add(link(key));
        }

        return null;
    }
}
