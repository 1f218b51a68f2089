namespace GraphApi.Distribution.Demonstration;

/// <summary>
/// The organizations of the named principals: the first rows of every size, in this order, all customers of the
/// first center. The first eight are of the first eight sorts of <see cref="OrganizationTemplates"/>.
/// </summary>
enum NamedOrganization
{
    /// <summary>A police department.</summary>
    Police = 0,

    /// <summary>A hospital.</summary>
    Hospital = 1,

    /// <summary>A water utility.</summary>
    Water = 2,

    /// <summary>A fire department.</summary>
    Fire = 3,

    /// <summary>A business.</summary>
    Business = 4,

    /// <summary>A power company.</summary>
    Energy = 5,

    /// <summary>A tribal nation.</summary>
    Tribal = 6,

    /// <summary>An information sharing and analysis center.</summary>
    Isac = 7,

    /// <summary>A business whose agreement has run out.</summary>
    Lapsed = 8,

    /// <summary>A federal agency that runs a portal.</summary>
    Portal = 9,
}
