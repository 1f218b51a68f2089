using GraphApi.Data.Bindings;

namespace GraphApi.Distribution.UseCases;

/// <summary>The fields of an error type: the properties of its record.</summary>
sealed class ErrorFields<TError> : RowFields<TError>
    where TError : class;
