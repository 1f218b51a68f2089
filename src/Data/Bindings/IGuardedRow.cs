namespace GraphApi.Data.Bindings;

/// <summary>
/// An entity some of whose fields have a <see cref="FieldRule"/>. Its class has the property with a setter; it is no
/// column.
/// </summary>
public interface IGuardedRow
{
    /// <summary>
    /// Which of the rules that the document asks for hold on the row, a bit each; set where the row is loaded. Nothing
    /// is readable of a row that came about in another way.
    /// </summary>
    long Readable { get; }
}
