using GraphApi.Engine.Planning;

namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// A value that takes a <see cref="Step"/>: work, usually a statement, done once for all parents of the level.
/// </summary>
public abstract class StepBinding : FieldBinding
{
    /// <summary>
    /// Called once a document for each selection of the field; what depends only on the document (which columns are
    /// selected below, the shape of literal arguments) is worked out here.
    /// </summary>
    public abstract Step Plan(FieldPlan field);
}
