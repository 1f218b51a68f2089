using System.Collections.Immutable;

namespace GraphApi.Distribution.Access;

/// <summary>The names that tokens and records have for <see cref="Scopes"/>.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc6749#section-3.3"/>
static class ScopeNames
{
    static readonly (string Name, Scopes Scope)[] Names =
    [
        (ClaimNames.ReadProducts, Scopes.ReadProducts),
        ("products.write", Scopes.WriteProducts),
        ("reviews.write", Scopes.WriteReviews),
        ("lists.manage", Scopes.ManageLists),
        ("rfi.write", Scopes.WriteRequests),
        ("sync.read", Scopes.ReadChanges),
        ("export.create", Scopes.CreateExports),
        ("audit.read", Scopes.ReadAudit),
        ("admin", Scopes.Administer),
    ];

    /// <summary>The scopes that have a meaning here; case counts, and what has none is left out.</summary>
    public static Scopes Read(IEnumerable<string> names) => names.Aggregate(
        Scopes.None,
        (read, name) => read | Names.FirstOrDefault(known => known.Name == name).Scope);

    /// <summary>The names, in the order of <see cref="Scopes"/>.</summary>
    public static ImmutableArray<string> Of(Scopes scopes) =>
        [.. Names.Where(known => scopes.HasFlag(known.Scope)).Select(known => known.Name)];
}
