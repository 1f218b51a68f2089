using System.Diagnostics;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Execution;

/// <summary>
/// The errors of one execution, and the one place where a fault of a step is caught: what is meant for the client goes
/// to it, everything else is masked and handed to <see cref="EngineOptions.OnFault"/> with the same trace id.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Handling-Execution-Errors"/>
sealed class FieldErrors(EngineOptions options)
{
    readonly List<GraphQLError> _errors = [];

    /// <summary>The errors in the order in which they came up.</summary>
    public IReadOnlyList<GraphQLError> All => _errors;

    /// <summary>Runs a step; the values of the parents, or the one error that all of them get.</summary>
    public async ValueTask<(object?[]? Values, GraphQLError? Error)> RunAsync(
        Step step,
        RequestContext context,
        ArgumentValues arguments,
        ReadOnlyMemory<object> parents,
        CancellationToken cancellationToken)
    {
        try
        {
            return (await step.ExecuteAsync(context, arguments, parents, cancellationToken), null);
        }
        catch (GraphQLException meant)
        {
            if (meant.InnerException is { } cause)
            {
                options.OnFault?.Invoke(cause, TraceId());
            }

            return (null, meant.Error);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // whatever a step throws is ours to mask
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return (null, Mask(fault));
        }
    }

    /// <summary>Adds an error of a field at a path; the field is told by its coordinate.</summary>
    public void Add(GraphQLError error, FieldPlan field, ResponsePath path) => _errors.Add(
        error with
        {
            Path = path,
            Locations = error.Locations.Count > 0 ? error.Locations : [field.Location],
            Coordinate = error.Coordinate ?? ClientView.CoordinateOf(field.Field),
        });

    /// <summary>Adds the error of a value that is null where its type refuses null.</summary>
    public void AddNonNullViolation(FieldPlan field, ResponsePath path) => Add(
        new GraphQLError(
            $"Cannot return null for non-nullable field {field.Field.Coordinate}.", ErrorCode.NonNullViolation),
        field,
        path);

    /// <summary>What the client is told of a fault of ours.</summary>
    public GraphQLError Mask(Exception fault)
    {
        var traceId = TraceId();
        options.OnFault?.Invoke(fault, traceId);
        return new GraphQLError("Unexpected Execution Error", ErrorCode.Internal)
        {
            Extensions = new Dictionary<string, object?> { ["traceId"] = traceId },
        };
    }

    static string TraceId() =>
        (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();
}
