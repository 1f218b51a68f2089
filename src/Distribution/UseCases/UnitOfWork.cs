using GraphApi.Data.UseCases;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Changes;
using GraphApi.Distribution.Partners;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.UseCases;

/// <summary>
/// What a use case works with: one transaction, seen with the rights of the one who asks. Mutable while it runs.
/// </summary>
/// <param name="context">The database inside the transaction, under the viewer's row rules.</param>
/// <param name="options">What the module was made with.</param>
sealed class UnitOfWork(DistributionContext context, DistributionOptions options)
{
    readonly List<Announcement> _announcements = [];

    /// <summary>Who asks.</summary>
    public Viewer Viewer => context.Viewer;

    /// <summary>The moment of everything that happens here, UTC.</summary>
    public DateTime Now => context.Now;

    /// <summary>What the module was made with.</summary>
    public DistributionOptions Options => options;

    /// <summary>Whether the database is PostgreSQL, where many write at once.</summary>
    public bool IsPostgreSql => context.Database.IsNpgsql();

    /// <summary>
    /// Whether rights change: what this node keeps of its viewers is forgotten then, so that it takes effect at once.
    /// </summary>
    public bool ChangesRights { get; set; }

    /// <summary>
    /// The rows that the viewer may see: what cannot be seen can be neither changed nor told from what is not there.
    /// </summary>
    public IQueryable<TEntity> Visible<TEntity>()
        where TEntity : class =>
        context.Set<TEntity>();

    /// <summary>
    /// All rows, without row rules: to decide by, never to answer with. What a refusal tells must not depend on them
    /// beyond what the viewer is there to know.
    /// </summary>
    public IQueryable<TEntity> All<TEntity>()
        where TEntity : class =>
        context.Set<TEntity>().IgnoreQueryFilters();

    /// <summary>Writes a row when the use case is done.</summary>
    public void Add(object row) => context.Add(row);

    /// <summary>
    /// Writes what was added so far, for statements that are to see it. It is committed with everything else.
    /// </summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }

    /// <summary>
    /// A statement over whole sets, without row rules; returns how many rows it wrote. Values are parameters; the text
    /// is a constant or made of constants.
    /// </summary>
    public Task<int> ExecuteAsync(FormattableString statement, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(statement, cancellationToken);

    /// <summary>
    /// Waits until nobody else is at something of a name, and keeps others waiting until the transaction ends: before
    /// it is looked for what is done once. On SQLite one transaction writes at a time anyway.
    /// </summary>
    public async Task WaitForAsync(string name, CancellationToken cancellationToken)
    {
        if (IsPostgreSql)
        {
            await ExecuteAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", cancellationToken);
        }
    }

    /// <summary>
    /// What a statement over whole sets reads, without row rules, as <see cref="ExecuteAsync"/> writes.
    /// </summary>
    public Task<List<TRow>> ReadAsync<TRow>(FormattableString statement, CancellationToken cancellationToken) =>
        context.Database.SqlQuery<TRow>(statement).ToListAsync(cancellationToken);

    /// <summary>
    /// What is to be told of it, in order: written into the change log with the change, as the last thing before it is
    /// committed.
    /// </summary>
    public IReadOnlyList<Announcement> Announcements => _announcements;

    /// <summary>Tells those who can see a product, or could until now, what happened to it.</summary>
    public void Announce(Announcement announcement) => _announcements.Add(announcement);

    /// <inheritdoc cref="RepeatedOutcome.FindAsync"/>
    public Task<Outcome?> FindRepeatedAsync(
        Guid principal, RepeatableField field, CancellationToken cancellationToken) =>
        RepeatedOutcome.FindAsync(context, principal, field, cancellationToken);

    /// <summary>The name of the person who asks.</summary>
    public Task<string> ActorNameAsync(CancellationToken cancellationToken) =>
        All<Person>().Where(person => person.Id == Viewer.RecallPersonId)
            .Select(person => person.DisplayName)
            .SingleAsync(cancellationToken);
}
