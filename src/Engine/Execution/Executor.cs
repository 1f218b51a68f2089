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
    static readonly object RootValue = new();

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
    public async ValueTask<GraphQLResponse> ExecuteAsync(OperationPlan plan, CancellationToken cancellationToken)
    {
        var root = new ObjectBatch(plan.Root, RootValue);
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

        return new GraphQLResponse(root, _errors.All);
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

        if (field.Step is not { } step)
        {
            batch.Columns[index] = field switch
            {
                { TypeName: not null } => new TypeNameColumn(field, batch),
                { Leaf: not null } => _completion.CompleteLeaves(field, batch),
                _ => Descend(_completion.CompleteObjects(field, batch, Read(field, batch))),
            };
            return;
        }

        if (!field.Arguments.TryCoerce(_context.Variables, out var arguments, out var problem))
        {
            batch.Columns[index] = _completion.FailAll(field, batch, problem!);
            return;
        }

        var (values, error) = await _errors.RunAsync(step, _context, arguments, batch, cancellationToken);
        batch.Columns[index] = (values, field.Field.Type.IsLeaf) switch
        {
            (null, _) => _completion.FailAll(field, batch, error!),
            (_, true) => _completion.CompleteLeaves(field, batch, values),
            _ => Descend(_completion.CompleteObjects(field, batch, values)),
        };
    }

    static object?[] Read(FieldPlan field, ObjectBatch batch)
    {
        var binding = (ReadBinding)field.Field.Binding!;
        var values = new object?[batch.Rows.Length];
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = binding.Read(batch.Rows[row]);
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
