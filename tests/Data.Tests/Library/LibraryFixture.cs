using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using GraphApi.Data.Bindings;
using GraphApi.Data.Databases;
using GraphApi.Data.Tests.Library;
using GraphApi.Engine;
using GraphApi.Engine.TypeSystem;
using GraphApi.Harness;
using Microsoft.EntityFrameworkCore;

[assembly: AssemblyFixture(typeof(LibraryFixture))]

namespace GraphApi.Data.Tests.Library;

/// <summary>The library on both databases, each made when a test first asks. Nobody writes to it.</summary>
public sealed class LibraryFixture : IAsyncDisposable
{
    readonly ConcurrentDictionary<DatabaseProvider, Lazy<Task<LibraryServer>>> _servers = new();

    public Task<LibraryServer> GetAsync(DatabaseProvider provider) =>
        _servers.GetOrAdd(provider, p => new Lazy<Task<LibraryServer>>(() => LibraryServer.CreateAsync(p))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.Values)
        {
            if (server.Value.IsCompletedSuccessfully)
            {
                await (await server.Value).DisposeAsync();
            }
        }
    }
}

/// <summary>A database, a schema and an engine.</summary>
public sealed class LibraryServer : IAsyncDisposable
{
    readonly IAsyncDisposable? _postgres;
    readonly string? _file;

    LibraryServer(
        DatabaseProvider provider,
        string connectionString,
        IAsyncDisposable? postgres,
        string? file,
        int secret = 0)
    {
        Rows = new LibraryRows(secret);
        _postgres = postgres;
        _file = file;
        Provider = provider;
        Recorder = new SqlRecorder();
        Database = new Database<LibraryContext>(new DatabaseOptions
        {
            ConnectionString = connectionString,
            Interceptors = [Recorder],
        });
        Schema = BuildSchema(Database);
        // Tests read many rows at once, as no client may.
        Engine = new GraphQLEngine(Schema, new EngineOptions { EnforceCost = false }, new LibraryAuthorizer());
    }

    public DatabaseProvider Provider { get; }

    public SqlRecorder Recorder { get; }

    public Database<LibraryContext> Database { get; }

    public LibraryRows Rows { get; }

    public Schema Schema { get; }

    public GraphQLEngine Engine { get; }

    /// <summary>A library of one's own.</summary>
    /// <param name="provider">Where.</param>
    /// <param name="secret">Varies what the reader of <see cref="RunAsync(string, object?, int)"/> may not read.</param>
    public static async Task<LibraryServer> CreateAsync(DatabaseProvider provider, int secret = 0)
    {
        LibraryServer server;
        if (provider is DatabaseProvider.PostgreSql)
        {
            var database = await Postgres.CreateDatabaseAsync();
            server = new LibraryServer(provider, database.ConnectionString, database, null, secret);
        }
        else
        {
            var file = Path.Combine(Path.GetTempPath(), $"graphapi-library-{Guid.NewGuid():N}.db");
            server = new LibraryServer(provider, $"Data Source={file}", null, file, secret);
        }

        await server.FillAsync();
        return server;
    }

    /// <summary>A library in a PostgreSQL of the caller's.</summary>
    public static async Task<LibraryServer> CreateOnAsync(string connectionString)
    {
        var server = new LibraryServer(DatabaseProvider.PostgreSql, connectionString, null, null);
        await server.FillAsync();
        return server;
    }

    /// <summary>Runs an operation and returns the whole response.</summary>
    public Task<JsonElement> RunAsync(string document, object? variables = null, int level = 0) =>
        RunAsync(document, variables, level, Rows.Readers.Take(3));

    public Task<JsonElement> RunAsync(string document, object? variables, int level, IEnumerable<Guid> readers) =>
        RunAsync(Engine, document, variables, level, readers);

    /// <summary>Runs an operation on another engine.</summary>
    public Task<JsonElement> RunAsync(string document, GraphQLEngine engine) =>
        RunAsync(engine, document, variables: null, level: 0, Rows.Readers.Take(3));

    async Task<JsonElement> RunAsync(
        GraphQLEngine engine,
        string document,
        object? variables,
        int level,
        IEnumerable<Guid> readers)
    {
        await using var session = new LibrarySession(Database, level, [.. readers]);
        var response = await engine.ExecuteAsync(
            new GraphQLRequest
            {
                Document = document,
                Variables = JsonSerializer.SerializeToElement(variables ?? new object()),
                Session = session,
            },
            CancellationToken.None);
        var output = new ArrayBufferWriter<byte>();
        response.WriteTo(output);
        return JsonDocument.Parse(output.WrittenMemory).RootElement;
    }

    /// <summary>Runs an operation that must have no errors and returns its data.</summary>
    public async Task<JsonElement> DataAsync(string document, object? variables = null, int level = 0)
    {
        var response = await RunAsync(document, variables, level);
        Assert.False(response.TryGetProperty("errors", out var errors), errors.ToString());
        return response.GetProperty("data");
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }

        if (_file is not null)
        {
            File.Delete(_file);
        }
    }

    public static Schema BuildSchema(Database<LibraryContext> database)
    {
        var builder = new SchemaBuilder()
            .BindEnum<Kind>("Kind")
            .HideDirectives(DataSchema.InternalDirectives.Contains);
        new DataSchema(new DataSchemaOptions
        {
            Model = database.Model,
            Provider = database.Provider,
            CursorKeys = [new byte[32]],
            FieldRules = LibraryRules.Of,
        })
            .Add(new QueryFields())
            .Add(new BookFields())
            .Add(new ShelfFields())
            .Add(new AuthorFields())
            .Add(new LoanFields())
            .Add(new PublisherFields())
            .Add(new GenreFields())
            .Add(new ReaderFields())
            .AddTo(builder, [("library", SchemaBuilder.Parse("library", LibrarySdl.Text))]);
        return builder.Build();
    }

    async Task FillAsync()
    {
        await using var context = Database.CreateContext();
        await context.Database.EnsureCreatedAsync();
        context.AddRange(Rows.Shelves);
        context.AddRange(Rows.Publishers);
        context.AddRange(Rows.Authors);
        context.AddRange(Rows.Genres);
        context.AddRange(Rows.Books);
        context.AddRange(Rows.Authorships);
        context.AddRange(Rows.News);
        context.AddRange(Rows.Loans);
        foreach (var (book, genre) in Rows.BookGenres)
        {
            context.Set<Dictionary<string, object>>("BookGenre")
                .Add(new Dictionary<string, object> { ["BooksId"] = book, ["GenresId"] = genre });
        }

        await context.SaveChangesAsync();
    }
}
