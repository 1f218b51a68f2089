using GraphApi.Data.Bindings;
using GraphApi.Engine.Planning;

namespace GraphApi.Data.Projections;

/// <summary>A binding that needs something of its parent row to be loaded.</summary>
interface IProjectedField
{
    /// <summary>What the field is to conditions and orders; null: nothing.</summary>
    FieldTarget? Target { get; }

    /// <summary>Decides on which rows the field may be read; null: on all.</summary>
    RowGuard? Guard { get; }

    /// <summary>Adds to what is read of the parent what a selection of the field reads.</summary>
    void Require(RowReading parent, FieldPlan field);
}
