using GraphApi.Peer;
using Npgsql;

// Endpoints as one writes them by hand: the bench's yardstick. Same rows, same fields, same row rule, same JSON as the
// GraphQL server's answers to bench/load/requests; the viewer is resolved once, at start. Without a database there is
// /json alone: what Kestrel costs.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
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
app.MapPost("/json", (JsonQuestion question) =>
    question.Query.Length > 0 ? Results.Json(new JsonAnswer(new JsonAnswer.Names("Query"))) : Results.BadRequest());
await using var database = builder.Configuration["Database"] is { } connection
    ? new NpgsqlDataSourceBuilder(connection).Build()
    : null;
if (database is not null)
{
    var reads = new Reads(database, await PeerViewer.LoadAsync(database, builder.Configuration["Subject"]!));
    app.MapGet("/feed", (HttpContext context) => reads.FeedAsync(context, type: null));
    app.MapGet("/bulletins", (HttpContext context) => reads.FeedAsync(context, "Bulletin"));
    app.MapGet("/product/{id:guid}", (HttpContext context, Guid id) => reads.ProductAsync(context, id));
    app.MapGet("/lists", reads.ListsAsync);
    app.MapGet("/rows", reads.RowsAsync);
}

await app.RunAsync();
