using GraphApi.Engine.Execution;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Tests.Execution;

/// <summary>A step of a toy schema: one function over the whole batch of parents, and a record of its runs.</summary>
sealed class ToyStep(string name, Func<ArgumentValues, object[], object?[]> run, List<string> runs) : Step
{
    public override async ValueTask<object?[]> ExecuteAsync(
        RequestContext context,
        ArgumentValues arguments,
        ReadOnlyMemory<object> parents,
        CancellationToken cancellationToken)
    {
        runs.Add($"{name}({parents.Length})");
        await Task.Delay(name.EndsWith("endless", StringComparison.Ordinal) ? -1 : 0, cancellationToken);
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return run(arguments, parents.ToArray());
    }

    public override string ToString() => name;
}

sealed class ToyBinding(string name, Func<ArgumentValues, object[], object?[]> run, List<string> runs) : StepBinding
{
    public override Step Plan(FieldPlan field) => new ToyStep(name, run, runs);
}
