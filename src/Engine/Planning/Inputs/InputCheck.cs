using System.Collections.Immutable;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Execution;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Planning.Inputs;

/// <summary>
/// Decides on the guarded inputs that a request uses, before anything runs. Mutable: it collects the refusals; it
/// allocates for nothing else.
/// </summary>
/// <param name="inputs">What is guarded.</param>
/// <param name="authorizer">Who is asked.</param>
/// <param name="session">The session of the request.</param>
/// <param name="mostErrors">Refusals that are told; at least 1.</param>
struct InputCheck(GuardedInputs inputs, FieldAuthorizer authorizer, object? session, int mostErrors)
{
    List<GraphQLError>? _errors;
    List<(InputValue Input, Location Location)>? _refused;

    /// <summary>What the request is refused with; empty: all it uses is allowed.</summary>
    public readonly IReadOnlyList<GraphQLError> Errors => _errors ?? (IReadOnlyList<GraphQLError>)[];

    readonly bool IsStopped => _errors?.Count >= mostErrors;

    /// <summary>Looks at all places of an operation.</summary>
    public void Run(ImmutableArray<InputUse> uses, VariableValues variables)
    {
        foreach (var use in uses)
        {
            if (IsStopped)
            {
                return;
            }

            if (use.IsExecuted(variables))
            {
                Run(use, variables);
            }
        }
    }

    void Run(InputUse use, VariableValues variables)
    {
        object? value = null;
        if (use.Variable is { } variable && !variables.TryGet(variable, out value))
        {
            return;
        }

        if (use.Input is { } input)
        {
            Ask(input, use.Location);
        }

        if (use.Held is not null)
        {
            Look(value, use.Location);
        }
    }

    void Look(object? value, Location location)
    {
        switch (value)
        {
            case object?[] items:
                foreach (var item in items)
                {
                    Look(item, location);
                }

                break;
            case InputObject held when inputs.CanHold(held.Type):
                foreach (var field in held.Type.Fields)
                {
                    if (held.TryGet(field, out var inner) && !IsDefault(field, inner))
                    {
                        Look(field, inner, location);
                    }
                }

                break;
        }
    }

    void Look(InputValue field, object? value, Location location)
    {
        if (inputs.IsGuarded(field))
        {
            Ask(field, location);
        }

        if (inputs.CanHold(field.Type))
        {
            Look(value, location);
        }
    }

    // Who leaves a field out has not used it, whatever its default is. Who gives the default asks for the same.
    static bool IsDefault(InputValue field, object? value) =>
        field.DefaultValue is not null && ReferenceEquals(field.CoercedDefault, value);

    void Ask(InputValue input, Location location)
    {
        // A list may hold the same field a thousand times.
        if (IsStopped
            || _refused?.Contains((input, location)) == true
            || authorizer.AuthorizeInput(input, session) is not { } error)
        {
            return;
        }

        (_refused ??= []).Add((input, location));
        (_errors ??= []).Add(error with { Locations = [location] });
    }
}
