namespace GraphApi.Engine.TypeSystem;

/// <summary>Collects what is wrong with a schema while it is built. Mutable.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System"/>
sealed class SchemaErrors
{
    readonly List<SchemaError> _errors = [];

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<SchemaError> All => _errors;

    /// <summary>Adds an error, once.</summary>
    public void Add(string coordinate, string message)
    {
        var error = new SchemaError(coordinate, message);
        if (!_errors.Contains(error))
        {
            _errors.Add(error);
        }
    }

    /// <summary>Throws the whole list where there is one.</summary>
    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            throw new SchemaException([.. _errors]);
        }
    }
}
