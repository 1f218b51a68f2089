namespace GraphApi.Distribution.Products;

/// <summary>How soon a recipient should read it.</summary>
enum Urgency
{
    /// <summary>At once.</summary>
    Immediate,

    /// <summary>Within hours.</summary>
    Urgent,

    /// <summary>Within the day.</summary>
    Priority,

    /// <summary>In the ordinary course.</summary>
    Routine,
}
