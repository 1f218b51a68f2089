using GraphApi.Engine.Errors;
using GraphApi.Engine.Language;
using GraphApi.Engine.Planning;
using GraphApi.Engine.Response;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Execution;

/// <summary>
/// Runs a plan breadth first: each step once, over all rows of its level, one step after another. Returns when all
/// values, nulls and errors are settled and nothing is written.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Executing-Operations"/>
sealed class Executor
{
    readonly RequestContext _context;
    readonly FieldAuthorizer? _authorizer;
    readonly FieldErrors _errors;
    readonly ValueCompletion _completion;
    readonly List<ObjectBatch> _batches = [];
    readonly Queue<ObjectBatch> _pending = new();

    public Executor(RequestContext context, EngineOptions options, FieldAuthorizer? authorizer)
    {
        _context = context;
        _authorizer = authorizer;
        _errors = new FieldErrors(options);
        _completion = new ValueCompletion(_errors, new ObjectBudget(options.MaxObjects));
    }

    /// <summary>
    /// Runs the operation. Throws where it is cancelled, and a <see cref="GraphQLException"/> where the response would
    /// be
    /// larger than allowed.
    /// </summary>
    /// <param name="plan">What runs.</param>
    /// <param name="rootValue">The parent of the root fields: of a subscription the row of the event.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async ValueTask<GraphQLResponse> ExecuteAsync(
        OperationPlan plan, object rootValue, CancellationToken cancellationToken)
    {
        var root = new ObjectBatch(plan.Root, rootValue);
        _batches.Add(root);
        for (var i = 0; i < plan.Root.Fields.Length; i++)
        {
            await ExecuteFieldAsync(root, i, cancellationToken);

            // A mutation's field is done, with all that is selected below, before the next one begins.
            if (plan.Operation == OperationType.Mutation)
            {
                await ExecutePendingAsync(cancellationToken);
            }
        }

        await ExecutePendingAsync(cancellationToken);
        if (_completion.HasViolations)
        {
            NullPropagation.Settle(_batches);
        }

        return new GraphQLResponse(root, _errors.All, plan.Operation == OperationType.Mutation);
    }

    async ValueTask ExecutePendingAsync(CancellationToken cancellationToken)
    {
        while (_pending.TryDequeue(out var batch))
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < batch.Plan.Fields.Length; i++)
            {
                await ExecuteFieldAsync(batch, i, cancellationToken);
            }
        }
    }

    /// <summary>Settles one field for all rows of a batch.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#ExecuteField()"/>
    async ValueTask ExecuteFieldAsync(ObjectBatch batch, int index, CancellationToken cancellationToken)
    {
        var field = batch.Plan.Fields[index];
        if (field.Condition is { } condition && !condition.IsMet(_context.Variables))
        {
            return;
        }

        if (field.IsGuarded && _authorizer!.Authorize(field.Field, _context.Session) is { } denied)
        {
            batch.Columns[index] = _completion.FailAll(field, batch, denied);
            return;
        }

        var refusal = field.HasRowGuard && batch.Rows.Length > 0
            ? _authorizer!.AuthorizeRows(field.Field, _context.Session, batch.Rows)
            : null;
        if (field.Step is not { } step)
        {
            batch.Columns[index] = field switch
            {
                { TypeName: not null } => new TypeNameColumn(field, batch),
                { Leaf: not null } => _completion.CompleteLeaves(field, batch, refusal),
                _ => Descend(_completion.CompleteObjects(field, batch, Read(field, batch, refusal))),
            };
            return;
        }

        if (!field.Arguments.TryCoerce(_context.Variables, out var arguments, out var problem))
        {
            batch.Columns[index] = _completion.FailAll(field, batch, problem!);
            return;
        }

        var (values, error) = refusal is null
            ? await _errors.RunAsync(step, _context, arguments, batch.Rows, cancellationToken)
            : await RunForOthersAsync(step, arguments, batch.Rows, refusal, cancellationToken);
        batch.Columns[index] = (values, field.Field.Type.IsLeaf) switch
        {
            (null, _) => _completion.FailAll(field, batch, error!),
            (_, true) => _completion.CompleteLeaves(field, batch, values),
            _ => Descend(_completion.CompleteObjects(field, batch, values)),
        };
    }

    /// <summary>
    /// Runs a step for the rows that are not refused; the others fail. A step with nothing to do does not run.
    /// </summary>
    async ValueTask<(object?[]? Values, GraphQLError? Error)> RunForOthersAsync(
        Step step,
        ArgumentValues arguments,
        object[] rows,
        RowRefusal refusal,
        CancellationToken cancellationToken)
    {
        object[] others = [.. rows.Where((_, row) => !refusal.IsRefused[row])];
        object?[]? found = [];
        GraphQLError? error = null;
        if (others.Length > 0)
        {
            (found, error) = await _errors.RunAsync(step, _context, arguments, others, cancellationToken);
        }

        var refused = new FieldFailure(refusal.Error);
        var failed = error is null ? null : new FieldFailure(error);
        var values = new object?[rows.Length];
        for (int row = 0, other = 0; row < rows.Length; row++)
        {
            values[row] = refusal.IsRefused[row] ? refused : failed ?? found![other++];
        }

        return (values, null);
    }

    static object?[] Read(FieldPlan field, ObjectBatch batch, RowRefusal? refusal)
    {
        var binding = (ReadBinding)field.Field.Binding!;
        var refused = refusal is null ? null : new FieldFailure(refusal.Error);
        var values = new object?[batch.Rows.Length];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = refusal?.IsRefused[row] is true ? refused : binding.Read(batch.Rows[row]);
        }

        return values;
    }

    ObjectColumn Descend(ObjectColumn column)
    {
        foreach (var target in column.Targets)
        {
            if (target.Rows.Length > 0)
            {
                _batches.Add(target);
                _pending.Enqueue(target);
            }
        }

        return column;
    }
}
