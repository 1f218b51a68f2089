using GraphApi.Distribution.Resources;

namespace GraphApi.Distribution.Demonstration;

/// <summary>
/// Makes the rows of <see cref="PublicDocuments"/>. They are real documents, so they carry no synthetic mark.
/// </summary>
static class ResourceRows
{
    /// <summary>Adds the documents.</summary>
    public static void Add(SeedFrame frame, RowBatch batch)
    {
        for (var index = 0; index < PublicDocuments.All.Count; index++)
        {
            var document = PublicDocuments.All[index];
            batch.Add(new ResourceDocument
            {
                Id = RowIds.Of(RowKind.ResourceDocument, index),
                Title = document.Title,
                Publisher = document.Publisher,
                Pages = document.Pages,
                SizeBytes = document.SizeBytes,
                MediaType = document.MediaType,
                PublishedOn = document.PublishedOn,
                Url = document.Url,
                PcrclFunctions = document.Functions,
                Access = ResourceAccess.Public,
                CreatedAt = frame.Founded,
                UpdatedAt = frame.Founded,
            });
        }
    }
}
