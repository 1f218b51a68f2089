using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Claims;
using System.Text.Json;
using GraphApi.Data.Databases;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Tests.Demonstration;
using GraphApi.Engine;
using GraphApi.Harness;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests;

/// <summary>The module on a database of its own that holds the smallest demonstration set, behind an engine.</summary>
public abstract class DistributionHost : IAsyncLifetime
{
    /// <summary>The name of another analyst of the first center.</summary>
    internal const string Colleague = "colleague";

    const string SteppedUp = ", stepped up";

    readonly ConcurrentQueue<Exception> _faults = new();
    DistributionModule? _module;
    GraphQLEngine? _engine;

    private protected DistributionHost()
    {
    }

    internal DistributionModule Module => _module!;

    /// <summary>The clock of the module: tests of a host of their own may set it ahead.</summary>
    internal FixedTime Clock { get; } = new();

    internal GraphQLEngine Engine => _engine!;

    /// <summary>The statements of the last document; not those that tell who the principal is.</summary>
    internal SqlRecorder Sql { get; } = new();

    /// <summary>What went wrong last and was masked; null: nothing.</summary>
    internal Exception? TakeFault() => _faults.TryDequeue(out var fault) ? fault : null;

    internal abstract ValueTask<string> CreateDatabaseAsync();

    public async ValueTask InitializeAsync()
    {
        _module = DistributionModule.Create(new DistributionOptions
        {
            ConnectionString = await CreateDatabaseAsync(),
            CursorKeys = [new byte[32]],
            Time = Clock,
            Interceptors = [Sql],
        });
        await _module.MigrateAsync(CancellationToken.None);
        await using var context = _module.AccessDatabase.CreateContext();
        await new Seeder(context, new FixedTime(), progress: null)
            .SeedAsync(SeedSize.S, replace: false, CancellationToken.None);
        await context.Set<Person>().Where(person => person.Id == Staff.Of(0, 5))
            .ExecuteUpdateAsync(row => row.SetProperty(person => person.Subject, Colleague));
        _engine = new GraphQLEngine(
            _module.Schema,
            // Tests walk through all there is, which no client may ask for at once.
            new EngineOptions { EnforceCost = false, OnFault = (fault, _) => _faults.Enqueue(fault) },
            _module.Authorizer);
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_module is not null)
        {
            await _module.DisposeAsync();
        }
    }

    /// <summary>
    /// The response of a document to a named principal (null: anonymous), with <c>data</c> and perhaps <c>errors</c>.
    /// </summary>
    internal Task<JsonElement> ExecuteAsync(string? principal, string document, object? variables = null) =>
        ExecuteAsAsync(PrincipalOf(principal), document, variables);

    /// <summary>As the other one, for a purpose and by another way.</summary>
    /// <param name="principal">Who asks.</param>
    /// <param name="document">What.</param>
    /// <param name="variables">With which values; null: none.</param>
    /// <param name="purpose">What for; null: he does not say.</param>
    /// <param name="channel">By which way.</param>
    internal Task<JsonElement> ExecuteAsync(
        string? principal,
        string document,
        object? variables,
        string? purpose,
        AccessChannel channel = AccessChannel.GraphqlHttp) =>
        ExecuteAsAsync(PrincipalOf(principal), document, variables, purpose, channel);

    /// <summary>As <c>ExecuteAsync</c>, to one whose token has these claims.</summary>
    internal async Task<JsonElement> ExecuteAsAsync(
        ClaimsPrincipal? principal,
        string document,
        object? variables = null,
        string? purpose = null,
        AccessChannel channel = AccessChannel.GraphqlHttp)
    {
        await using var session = await Module.OpenSessionAsync(
            principal, address: null, channel, purpose, CancellationToken.None);
        Sql.Clear();
        var response = await Engine.ExecuteAsync(
            new GraphQLRequest
            {
                Document = document,
                Variables = variables is null ? default : JsonSerializer.SerializeToElement(variables),
                Session = session,
            },
            CancellationToken.None);
        var buffer = new ArrayBufferWriter<byte>();
        response.WriteTo(buffer);
        return JsonDocument.Parse(buffer.WrittenMemory).RootElement;
    }

    /// <summary>As <c>ExecuteAsync</c>, for a response without errors.</summary>
    internal Task<JsonElement> DataAsync(string? principal, string document, object? variables = null) =>
        DataAsAsync(PrincipalOf(principal), document, variables);

    /// <summary>As <see cref="DataAsync"/>, to one whose token has these claims.</summary>
    internal async Task<JsonElement> DataAsAsync(
        ClaimsPrincipal? principal, string document, object? variables = null)
    {
        var response = await ExecuteAsAsync(principal, document, variables);
        return response.TryGetProperty("errors", out var errors)
            ? throw new InvalidOperationException(
                errors.GetRawText(),
                _faults.TryDequeue(out var fault) ? fault : null)
            : response.GetProperty("data");
    }

    /// <summary>
    /// Lets what is released be changed as no release allows: for tests of how it is read. What keeps the text index
    /// stays.
    /// </summary>
    internal async ValueTask OpenGatesAsync()
    {
        await using var context = Module.AccessDatabase.CreateContext();
        if (context.Database.IsNpgsql())
        {
            await context.Database.ExecuteSqlRawAsync(
                """
                DO $$ DECLARE t record; BEGIN
                    FOR t IN SELECT tgrelid::regclass AS owner, tgname FROM pg_trigger WHERE NOT tgisinternal LOOP
                        EXECUTE format('DROP TRIGGER %I ON %s', t.tgname, t.owner);
                    END LOOP;
                END $$
                """);
            return;
        }

        var gates = await context.Database
            .SqlQuery<string>(
                $"SELECT name AS Value FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%RAISE(ABORT%'")
            .ToListAsync();
        await context.Database.ExecuteSqlRawAsync(string.Concat(gates.Select(gate => $"DROP TRIGGER {gate};")));
    }

    /// <summary>
    /// The claims of a demonstration principal (null: anonymous); of one that just signed in with a method that cannot
    /// be phished where the name ends in <c>, stepped up</c>.
    /// </summary>
    internal static ClaimsPrincipal? PrincipalOf(string? name)
    {
        if (name is null)
        {
            return null;
        }

        var isSteppedUp = name.EndsWith(SteppedUp, StringComparison.Ordinal);
        var plain = isSteppedUp ? name[..^SteppedUp.Length] : name;
        var claims = DemonstrationPrincipals.Find(plain)?.Claims ?? ColleagueClaims(plain);
        Claim[] signIn =
        [
            new(ClaimNames.AuthenticationContext, "phr"),
            new(ClaimNames.AuthenticatedAt, $"{FixedTime.Now.ToUnixTimeSeconds()}"),
        ];
        return new ClaimsPrincipal(new ClaimsIdentity([.. claims, .. isSteppedUp ? signIn : []], "test"));
    }

    /// <summary>
    /// Another analyst of the first center, who signs in as <c>colleague</c> once his person was given this subject.
    /// </summary>
    static Claim[] ColleagueClaims(string name) => name == Colleague
        ?
        [
            .. DemonstrationPrincipals.Find("analyst")!.Claims.Where(claim => claim.Type is not
                (ClaimNames.Subject or ClaimNames.Scope)),
            new(ClaimNames.Subject, Colleague),
            // As those have whom a center trusts with reviews.
            new(
                ClaimNames.Scope,
                DemonstrationPrincipals.Find("analyst")!.Claims.Single(claim => claim.Type == ClaimNames.Scope).Value
                    + " reviews.write"),
        ]
        : throw new ArgumentException($"There is no principal {name}.", nameof(name));
}

public sealed class SqliteHost : DistributionHost
{
    readonly string _folder = Directory.CreateTempSubdirectory("graphapi-").FullName;

    internal override ValueTask<string> CreateDatabaseAsync() => new($"Data Source={_folder}/test.db");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

public sealed class PostgresHost : DistributionHost
{
    PostgresDatabase? _database;

    internal override async ValueTask<string> CreateDatabaseAsync()
    {
        _database = await Postgres.CreateDatabaseAsync();
        return _database.ConnectionString;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }
}
