using System.Text.Encodings.Web;
using System.Text.Json;
using GraphApi.Data.Generation;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.AccessRecords;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Distribution.Tests.Access;

/// <summary>
/// A condition on a field, or an order by it, of somebody who can never read it refuses the request before a statement
/// is sent, wherever a list is filtered or sorted, and he is shown no such condition. Nobody else is refused.
/// </summary>
public sealed class GuardedInputTests(SqliteHost host) : IClassFixture<SqliteHost>
{
    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static readonly string?[] Principals =
    [
        null, "partner-hospital", "partner-law-enforcement", "client-portal", "liaison", "analyst", "supervisor",
        "privacy-officer, stepped up", "administrator", "auditor, stepped up",
    ];

    [Fact]
    public async Task Who_can_never_read_a_field_is_refused_before_anything_runs_and_nobody_else()
    {
        var uses = Uses().ToList();
        Assert.NotEmpty(uses);
        var (refused, allowed) = (0, 0);
        foreach (var principal in Principals)
        {
            await using var session = (DistributionSession)await host.Module.OpenSessionAsync(
                DistributionHost.PrincipalOf(principal),
                address: null,
                AccessChannel.GraphqlHttp,
                purpose: null,
                TestContext.Current.CancellationToken);
            var shown = Inputs(host.Engine.SchemaFor(session)!).Select(input => input.Coordinate).ToHashSet();
            foreach (var (inputs, document) in uses)
            {
                if (inputs.Any(input => RuleOf(input).AwaitsStepUpOf(session.Viewer)))
                {
                    continue;
                }

                var response = await host.ExecuteAsync(principal, document);
                var barred = inputs.Where(input => !RuleOf(input).CanBeMetBy(session.Viewer)).ToList();
                if (barred.Count == 0)
                {
                    allowed++;
                    Assert.True(response.TryGetProperty("data", out _), $"{principal}: {document}: {response}");
                }
                else
                {
                    refused++;
                    Assert.Equal(Refusal(barred, document, session.Viewer), response.GetRawText());
                    Assert.Empty(host.Sql.Statements);
                    Assert.Equal([], barred.Select(input => input.Coordinate).Intersect(shown));
                }
            }
        }

        Assert.NotEqual(0, refused);
        Assert.NotEqual(0, allowed);
    }

    [Fact]
    public void Every_guarded_condition_and_order_can_be_reached_from_a_list() => Assert.Equal(
        Inputs(host.Module.Schema)
            .Where(host.Module.Authorizer.GuardsInput)
            .Select(input => input.Coordinate)
            .Order(),
        Uses().Select(use => use.Inputs[^1].Coordinate).Order());

    static string Refusal(IEnumerable<InputValue> inputs, string document, Viewer viewer) => JsonSerializer.Serialize(
        new
        {
            errors = inputs.Select(input => new
            {
                message = $"The current user is not authorized to use \"{input.Name}\".",
                locations = new[]
                {
                    new { line = 1, column = document.IndexOf($" {input.Name}: ", StringComparison.Ordinal) + 2 },
                },
                extensions = new
                {
                    code = viewer.IsAuthenticated ? "AUTH_NOT_AUTHORIZED" : "AUTH_NOT_AUTHENTICATED",
                },
            }),
        },
        Json);

    static IEnumerable<InputValue> Inputs(Schema schema) =>
        schema.Types.OfType<InputObjectType>().SelectMany(type => type.Fields);

    /// <summary>
    /// Each guarded input once, given null in the first list that leads to it, with those guarded that it stands in.
    /// </summary>
    IEnumerable<(InputValue[] Inputs, string Document)> Uses()
    {
        var seen = new HashSet<InputObjectType>();
        foreach (var (field, before, after) in Lists())
        {
            foreach (var argument in field.Arguments.Where(argument => argument.Type.Named is InputObjectType))
            {
                // Those first that lead through nothing guarded.
                var open = new PriorityQueue<(InputValue In, InputValue[] Guarded, string Before, string After), int>();
                open.Enqueue((argument, [], $"{before}({argument.Name}: {{ ", $" }}) {{ __typename }}{after}"), 0);
                while (open.TryDequeue(out var next, out _))
                {
                    var type = (InputObjectType)next.In.Type.Named;
                    foreach (var input in seen.Add(type) ? type.Fields : [])
                    {
                        var isGuarded = host.Module.Authorizer.GuardsInput(input);
                        var guarded = isGuarded ? [.. next.Guarded, input] : next.Guarded;
                        if (isGuarded)
                        {
                            yield return (guarded, $"{next.Before}{input.Name}: null{next.After}");
                        }

                        if (input.Type.Named is InputObjectType)
                        {
                            open.Enqueue(
                                (input, guarded, $"{next.Before}{input.Name}: {{ ", $" }}{next.After}"),
                                guarded.Length);
                        }
                    }
                }
            }
        }
    }

    /// <summary>The fields of objects that lead to objects, with the shortest document that selects each.</summary>
    IEnumerable<(Field Field, string Before, string After)> Lists()
    {
        var seen = new HashSet<ObjectType>();
        var open = new Queue<(ObjectType Type, string Before, string After)>();
        open.Enqueue((host.Module.Schema.QueryType, "{ ", " }"));
        while (open.TryDequeue(out var next))
        {
            foreach (var field in seen.Add(next.Type) ? next.Type.Fields : [])
            {
                if (field.Type.Named is ObjectType type && !field.Arguments.Any(argument => argument.IsRequired))
                {
                    yield return (field, next.Before + field.Name, next.After);
                    open.Enqueue((type, $"{next.Before}{field.Name} {{ ", $" }}{next.After}"));
                }
            }
        }
    }

    AccessRule RuleOf(InputValue input) =>
        AccessRule.Of(InputSources.Of(host.Module.Schema, input)!)!;
}
