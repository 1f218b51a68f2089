namespace GraphApi.Distribution.Import;

/// <summary>What something is called in import files.</summary>
/// <param name="Kind">The kind: center, organization, person, list or product.</param>
/// <param name="Scope">
/// The short name of the center whose reference it is; empty for references of the whole network.
/// </param>
/// <param name="Reference">A center's short name, a person's subject, or the reference another system gave.</param>
readonly record struct ImportKey(string Kind, string Scope, string Reference)
{
    /// <summary>The kind of centers.</summary>
    public const string Center = "center";

    /// <summary>The kind of organizations.</summary>
    public const string Organization = "organization";

    /// <summary>The kind of persons.</summary>
    public const string Person = "person";

    /// <summary>The kind of distribution lists.</summary>
    public const string List = "list";

    /// <summary>The kind of products.</summary>
    public const string Product = "product";

    /// <summary>The key of a center.</summary>
    public static ImportKey OfCenter(string shortName) => new(Center, "", shortName);

    /// <summary>The key of an organization.</summary>
    public static ImportKey OfOrganization(string reference) => new(Organization, "", reference);

    /// <summary>The key of a person.</summary>
    public static ImportKey OfPerson(string subject) => new(Person, "", subject);

    /// <summary>The key of a center's list.</summary>
    public static ImportKey OfList(string center, string reference) => new(List, center, reference);

    /// <summary>The key of a center's product.</summary>
    public static ImportKey OfProduct(string center, string reference) => new(Product, center, reference);
}
