namespace GraphApi.Distribution.Access;

/// <summary>What a policy decides on.</summary>
enum PolicyKind
{
    /// <summary>
    /// On which rows there are: the query filter of the entity (<see cref="RowRules"/>). There is nothing to refuse at
    /// a field; who meets it on no row finds none.
    /// </summary>
    Rows,

    /// <summary>
    /// On a field of a row that may itself be seen. Where it is not met the field is null with an error, conditions on
    /// it hold on no such row, and orders take it for null.
    /// </summary>
    Fields,

    /// <summary>On the caller alone, whatever the row.</summary>
    Callers,
}
