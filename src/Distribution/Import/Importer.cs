using System.Text;
using System.Text.Json;
using GraphApi.Data.Loading;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Lists;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Import;

/// <summary>
/// Imports files of JSON Lines: a file is in the database whole or not at all. Lines are read one after another and
/// looked up, checked and written in batches, so that memory stays bounded and the number of statements small.
/// </summary>
/// <param name="context">The database, without row rules.</param>
/// <param name="time">The clock.</param>
/// <param name="progress">Told after every batch; null: nobody is told.</param>
sealed class Importer(AccessContext context, TimeProvider time, IProgress<ImportProgress>? progress)
{
    /// <summary>How many bytes a line may have.</summary>
    public const int MaxLineBytes = 4 * 1024 * 1024;

    const int LinesPerBatch = 1_000;

    static readonly JsonDocumentOptions Json = new() { MaxDepth = 16 };

    /// <summary>Imports one file. Throws <see cref="IOException"/> where it cannot be read.</summary>
    public async Task<ImportResult> ImportAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        return await ImportAsync(file, stream, cancellationToken);
    }

    /// <summary>Imports the lines of a stream, UTF-8, under the name of a file.</summary>
    public async Task<ImportResult> ImportAsync(string file, Stream stream, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var run = new Run(file, context, BulkWriter.For(context), time.GetUtcNow().UtcDateTime);
        if (context.Database.IsSqlite())
        {
            await context.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys = ON", cancellationToken);
        }

        var batch = new List<ImportLine>(LinesPerBatch);
        while (await run.ReadLineAsync(reader, cancellationToken) is { } text)
        {
            if (run.Parse(text) is { } line)
            {
                batch.Add(line);
            }

            if (batch.Count == LinesPerBatch)
            {
                await run.TakeAsync(batch, cancellationToken);
                progress?.Report(new ImportProgress(file, run.Lines));
            }
        }

        await run.TakeAsync(batch, cancellationToken);
        progress?.Report(new ImportProgress(file, run.Lines));
        if (run.Problems.Count == 0)
        {
            await MemberCounts.RefreshAsync(context, cancellationToken);
            await ChangeWriter.WriteAsync(
                context, run.Announcements, run.HasAdded, time.GetUtcNow().UtcDateTime, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return run.Result();
    }

    /// <summary>The import of one file. Mutable.</summary>
    sealed class Run(string file, AccessContext context, IBulkWriter writer, DateTime now)
    {
        readonly ImportReferences _references = new(context);
        readonly Dictionary<ImportKey, long> _defined = [];
        readonly Dictionary<string, long> _added = [];
        readonly HashSet<string> _numbers = [];
        readonly List<Announcement> _announcements = [];
        long _unchanged;

        public ImportProblems Problems { get; } = new(file);

        public long Lines { get; private set; }

        /// <summary>The products that were published by it, for those who read the change log.</summary>
        public IReadOnlyList<Announcement> Announcements => _announcements;

        public bool HasAdded => _added.Count > 0;

        public ImportResult Result() => new(
            file,
            Problems.Count == 0,
            Problems.Count == 0 ? _added : [],
            _unchanged,
            Problems.First,
            Problems.Count);

        public async Task<string?> ReadLineAsync(StreamReader reader, CancellationToken cancellationToken)
        {
            Lines++;
            try
            {
                return await reader.ReadLineAsync(cancellationToken);
            }
            catch (DecoderFallbackException)
            {
                // Behind the first byte that is no UTF-8 nothing can be trusted to be where it seems.
                Problems.Add(Lines, "", "is not UTF-8; the rest of the file was not read");
                return null;
            }
        }

        public ImportLine? Parse(string text)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return null;
            }

            if (text.Length > MaxLineBytes)
            {
                Problems.Add(Lines, "", $"has more than {MaxLineBytes} characters");
                return null;
            }

            JsonElement root;
            try
            {
                using var document = JsonDocument.Parse(text, Json);
                root = document.RootElement.Clone();
            }
            catch (JsonException problem)
            {
                Problems.Add(Lines, "", $"is not JSON, from byte {problem.BytePositionInLine + 1} on");
                return null;
            }

            if (root.ValueKind != JsonValueKind.Object)
            {
                Problems.Add(Lines, "", "is not a JSON object");
                return null;
            }

            var line = ImportLine.Read(new LineReader(root, Lines, Problems));
            return line is null ? null : line with { ContentHash = ContentHash.Of(root) };
        }

        public async Task TakeAsync(List<ImportLine> lines, CancellationToken cancellationToken)
        {
            var keys = lines.SelectMany(line => line.References.Select(reference => reference.Key).Append(line.Key));
            await _references.LookUpAsync(keys, cancellationToken);
            var records = await RecordsAsync(lines, cancellationToken);
            await LookUpNumbersAsync(lines, cancellationToken);
            var rows = new RowBatch();
            foreach (var line in lines)
            {
                Take(line, records, rows);
            }

            lines.Clear();
            if (Problems.Count > 0)
            {
                return;
            }

            _announcements.AddRange(rows.Of(typeof(Entitlement)).Cast<Entitlement>()
                .GroupBy(right => right.VersionId)
                .Select(rights => Announcement.ToHolders(
                    Changes.ChangeKind.Published,
                    rights.Single(right => right.Kind == EntitlementKind.Home).AudienceId,
                    [.. rights])));
            foreach (var type in LoadOrder.Types.Append(typeof(ImportRecord)))
            {
                await writer.WriteAsync(context.Model.FindEntityType(type)!, rows.Of(type), cancellationToken);
            }
        }

        void Take(ImportLine line, Dictionary<ImportKey, ImportRecord> records, RowBatch rows)
        {
            if (!_defined.TryAdd(line.Key, line.Reader.Line))
            {
                line.Reader.Refuse("", $"is in the file twice, first in line {_defined[line.Key]}");
                return;
            }

            if (records.TryGetValue(line.Key, out var record))
            {
                if (record.ContentHash == line.ContentHash)
                {
                    _unchanged++;
                }
                else
                {
                    line.Reader.Refuse("", "was imported before with other content; an import adds and never changes");
                }

                return;
            }

            if (_references.Find(line.Key) is not null)
            {
                line.Reader.Refuse("", "is in the database already, and not from an import");
                return;
            }

            var before = Problems.Count;
            foreach (var (field, key) in line.References)
            {
                if (_references.Find(key) is null)
                {
                    line.Reader.Refuse(field, $"names no {key.Kind} of the database or of an earlier line");
                }
            }

            if (line is ProductLine { PublicNumber: { } number } && !_numbers.Add(number))
            {
                line.Reader.Refuse("publicNumber", "is another product's");
            }

            // What a bad line defines is known all the same, or each line that refers to it would be reported as well.
            var id = Guid.NewGuid();
            _references.Define(line.Key, id);
            if (Problems.Count > before)
            {
                return;
            }

            line.AddRows(id, _references, now, rows);
            rows.Add(new ImportRecord
            {
                Kind = line.Key.Kind,
                Scope = line.Key.Scope,
                Reference = line.Key.Reference,
                ContentHash = line.ContentHash,
                EntityId = id,
                ImportedAt = now,
            });
            _added[line.Key.Kind] = _added.GetValueOrDefault(line.Key.Kind) + 1;
        }

        async Task LookUpNumbersAsync(List<ImportLine> lines, CancellationToken cancellationToken)
        {
            var wanted = lines.OfType<ProductLine>().Select(line => line.PublicNumber).OfType<string>().ToArray();
            if (wanted.Length > 0)
            {
                _numbers.UnionWith(await context.Set<Product>()
                    .Where(product => wanted.Contains(product.PublicNumber))
                    .Select(product => product.PublicNumber!)
                    .ToListAsync(cancellationToken));
            }
        }

        async Task<Dictionary<ImportKey, ImportRecord>> RecordsAsync(
            List<ImportLine> lines,
            CancellationToken cancellationToken)
        {
            var references = lines.Select(line => line.Key.Reference).Distinct().ToArray();
            var found = await context.Set<ImportRecord>().AsNoTracking()
                .Where(record => references.Contains(record.Reference))
                .ToListAsync(cancellationToken);
            return found.ToDictionary(record => new ImportKey(record.Kind, record.Scope, record.Reference));
        }
    }
}
