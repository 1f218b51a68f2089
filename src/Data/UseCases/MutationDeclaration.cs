using GraphApi.Data.Bindings;
using GraphApi.Data.Generation;
using GraphApi.Engine.Planning;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Data.UseCases;

/// <summary>A field of <c>Mutation</c>, with the payload behind it.</summary>
sealed class MutationDeclaration<TSession, TInput>(
    Type result,
    Func<TSession, TInput, CancellationToken, ValueTask<Outcome>> run) : FieldDeclaration
    where TSession : class
{
    internal override FieldBinding? Bind(DataSchema schema, FieldUse use)
    {
        var entity = new EntitiesDeclaration(result, row => ((Payload)row).Keys, isList: false);
        if (schema.FieldsOf(use.NamedType)?.RowType != result)
        {
            schema.Report(use.Coordinate, $"The field is of {use.NamedType}, but the use case is of {result.Name}.");
            return null;
        }

        if (entity.Bind(schema, use) is not { } resultBinding)
        {
            return null;
        }

        schema.AddGenerated(MutationTypes.PayloadOf(use), MutationTypes.ResultOf(use), resultBinding);
        schema.AddGenerated(
            MutationTypes.PayloadOf(use),
            "errors",
            new ReadBinding<IReadOnlyList<object>?>(row => ((Payload)row).Outcome.Errors));
        return new MutationBinding(run);
    }

    sealed class MutationBinding(Func<TSession, TInput, CancellationToken, ValueTask<Outcome>> run) : StepBinding
    {
        InputReader? _input;

        public override Step Plan(FieldPlan field)
        {
            var type = (InputObjectType)field.Field.ArgumentsByName["input"].Type.Named;
            _input ??= new InputReader(type, typeof(TInput));
            return new UseCaseStep<TSession, TInput>(field.Field.Coordinate, field.ResponseKey, _input, run);
        }
    }
}
