using GraphApi.Distribution.Access;
using GraphApi.Distribution.Centers;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Import;

/// <summary>
/// What import lines refer to: rows of the database, looked up a batch at a time with one statement a kind, and rows
/// of earlier lines of the file. Mutable: it grows with the file.
/// </summary>
sealed class ImportReferences(AccessContext context)
{
    readonly Dictionary<ImportKey, Guid> _ids = [];
    readonly Dictionary<Guid, DistributionList> _lists = [];
    readonly HashSet<ImportKey> _asked = [];

    /// <summary>The row of a key that was looked up or defined; null where there is none.</summary>
    public Guid? Find(ImportKey key) => _ids.TryGetValue(key, out var id) ? id : null;

    /// <summary>The row of a key that is known to be there.</summary>
    public Guid this[ImportKey key] => _ids[key];

    /// <summary>The list of a key that is known to be there.</summary>
    public DistributionList List(ImportKey key) => _lists[_ids[key]];

    /// <summary>Makes the row of an earlier line known.</summary>
    public void Define(ImportKey key, Guid id) => _ids[key] = id;

    /// <summary>Makes the list of an earlier line known.</summary>
    public void Define(DistributionList list) => _lists[list.Id] = list;

    /// <summary>Looks the keys up that were not looked up before.</summary>
    public async Task LookUpAsync(IEnumerable<ImportKey> keys, CancellationToken cancellationToken)
    {
        var wanted = keys.Where(_asked.Add).ToLookup(key => key.Kind);
        string[] Wanted(string kind) => [.. wanted[kind].Select(key => key.Reference)];
        await FindCentersAsync(Wanted(ImportKey.Center), cancellationToken);
        await FindOrganizationsAsync(Wanted(ImportKey.Organization), cancellationToken);
        await FindPeopleAsync(Wanted(ImportKey.Person), cancellationToken);
        await FindListsAsync(Wanted(ImportKey.List), cancellationToken);
        await FindProductsAsync(Wanted(ImportKey.Product), cancellationToken);
    }

    async Task FindCentersAsync(string[] names, CancellationToken cancellationToken)
    {
        if (names.Length == 0)
        {
            return;
        }

        var found = context.Set<FusionCenter>()
            .Where(center => names.Contains(center.ShortName))
            .Select(center => new { center.ShortName, center.Id });
        await foreach (var center in found.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            _ids.TryAdd(ImportKey.OfCenter(center.ShortName), center.Id);
        }
    }

    async Task FindOrganizationsAsync(string[] references, CancellationToken cancellationToken)
    {
        if (references.Length == 0)
        {
            return;
        }

        var found = context.Set<Organization>()
            .Where(organization => references.Contains(organization.ExternalReference))
            .Select(organization => new { organization.ExternalReference, organization.Id });
        await foreach (var organization in found.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            _ids.TryAdd(ImportKey.OfOrganization(organization.ExternalReference!), organization.Id);
        }
    }

    async Task FindPeopleAsync(string[] subjects, CancellationToken cancellationToken)
    {
        if (subjects.Length == 0)
        {
            return;
        }

        var found = context.Set<Person>()
            .Where(person => subjects.Contains(person.Subject))
            .Select(person => new { person.Subject, person.Id });
        await foreach (var person in found.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            _ids.TryAdd(ImportKey.OfPerson(person.Subject!), person.Id);
        }
    }

    async Task FindListsAsync(string[] references, CancellationToken cancellationToken)
    {
        if (references.Length == 0)
        {
            return;
        }

        var found = context.Set<DistributionList>()
            .Where(list => references.Contains(list.ExternalReference))
            .Select(list => new { list.Owner.ShortName, List = list });
        await foreach (var row in found.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (_ids.TryAdd(ImportKey.OfList(row.ShortName, row.List.ExternalReference!), row.List.Id))
            {
                Define(row.List);
            }
        }
    }

    async Task FindProductsAsync(string[] references, CancellationToken cancellationToken)
    {
        if (references.Length == 0)
        {
            return;
        }

        var found = context.Set<Product>()
            .Where(product => references.Contains(product.ExternalReference))
            .Select(product => new { product.Originator.ShortName, product.ExternalReference, product.Id });
        await foreach (var product in found.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            _ids.TryAdd(ImportKey.OfProduct(product.ShortName, product.ExternalReference!), product.Id);
        }
    }
}
