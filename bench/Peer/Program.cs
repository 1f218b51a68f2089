using GraphApi.Peer;
using Npgsql;

// Endpoints as one writes them by hand: the bench's yardstick. Same rows, same fields, same row rule, same JSON as the
// GraphQL server's answers to bench/load/requests; the viewer is resolved once, at start.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
await using var database = new NpgsqlDataSourceBuilder(builder.Configuration["Database"]).Build();
var viewer = await PeerViewer.LoadAsync(database, builder.Configuration["Subject"]!);
var token = "Bearer " + (await File.ReadAllTextAsync(builder.Configuration["TokenFile"]!)).Trim();
var app = builder.Build();

// The token is compared, not verified: a peer that knows its callers.
app.Use((context, next) =>
{
    if (context.Request.Headers.Authorization == token)
    {
        return next(context);
    }

    context.Response.StatusCode = StatusCodes.Status401Unauthorized;
    return Task.CompletedTask;
});
var reads = new Reads(database, viewer);
app.MapGet("/feed", (HttpContext context) => reads.FeedAsync(context, type: null));
app.MapGet("/bulletins", (HttpContext context) => reads.FeedAsync(context, "Bulletin"));
app.MapGet("/product/{id:guid}", (HttpContext context, Guid id) => reads.ProductAsync(context, id));
app.MapGet("/lists", reads.ListsAsync);
app.MapGet("/rows", reads.RowsAsync);
app.MapGet("/json", (HttpContext context) => context.Response.WriteAsync("""{"data":{"__typename":"Query"}}"""));
await app.RunAsync();
