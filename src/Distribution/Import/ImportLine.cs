using GraphApi.Distribution.Demonstration;

namespace GraphApi.Distribution.Import;

/// <summary>A line whose fields were read. What it refers to is not looked up yet.</summary>
/// <param name="Reader">Reports problems of the line.</param>
/// <param name="Key">What it defines.</param>
abstract record ImportLine(LineReader Reader, ImportKey Key)
{
    /// <summary>The hash of its content; set by the importer.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>What it refers to, each with the field that does.</summary>
    public abstract IEnumerable<(string Field, ImportKey Key)> References { get; }

    /// <summary>
    /// Checks what needs the referred rows and adds the line's own. Every reference was found. Problems are reported
    /// to the reader; rows that were added for a line with problems are thrown away with the file.
    /// </summary>
    public abstract void AddRows(Guid id, ImportReferences references, DateTime now, RowBatch batch);

    /// <summary>Reads a line by its kind; null where the kind is unknown, which is reported.</summary>
    public static ImportLine? Read(LineReader reader)
    {
        var kind = reader.Text("kind", 20);
        var line = kind switch
        {
            ImportKey.Center => CenterLine.Read(reader),
            ImportKey.Organization => OrganizationLine.Read(reader),
            ImportKey.Person => PersonLine.Read(reader),
            ImportKey.List => ListLine.Read(reader),
            ImportKey.Product => ProductLine.Read(reader),
            _ => default(ImportLine),
        };
        if (line is null)
        {
            if (kind.Length > 0)
            {
                reader.Refuse("kind", "is to be one of center, organization, person, list, product");
            }

            return null;
        }

        reader.RefuseUnknown();
        return line;
    }
}
