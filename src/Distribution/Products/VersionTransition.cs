using System.Collections.Immutable;

namespace GraphApi.Distribution.Products;

/// <summary>One way from a state to another.</summary>
/// <param name="From">The state before; null: there is no version yet.</param>
/// <param name="Step">What is done.</param>
/// <param name="To">The state after.</param>
/// <param name="Actors">Who may do it: each alone, unless the guard says otherwise.</param>
/// <param name="Guard">What must hold besides, for people.</param>
sealed record VersionTransition(
    VersionState? From,
    VersionStep Step,
    VersionState To,
    ImmutableArray<VersionActor> Actors,
    string Guard);
