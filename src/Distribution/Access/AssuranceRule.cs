namespace GraphApi.Distribution.Access;

/// <summary>
/// How sure it must be who a user is, for material of a marking: levels 1 to 3 of NIST SP 800-63; 0: any.
/// </summary>
/// <param name="Marking">One of <see cref="Markings"/>.</param>
/// <param name="Identity">The least identity assurance level (IAL).</param>
/// <param name="Authenticator">The least authenticator assurance level (AAL).</param>
/// <param name="Federation">The least federation assurance level (FAL).</param>
public sealed record AssuranceRule(string Marking, int Identity, int Authenticator, int Federation)
{
    /// <summary>The markings that levels can be asked for.</summary>
    public static IReadOnlyList<string> Markings { get; } =
        [.. Enum.GetNames<Requirement>().Where(name => name is not (nameof(Access.Requirement.None)
            or nameof(Access.Requirement.AnyTlp)
            or nameof(Access.Requirement.NotContractor)))];

    /// <summary>The bit of the marking.</summary>
    internal Requirement Requirement => Enum.Parse<Requirement>(Marking, ignoreCase: true);

    /// <summary>Whether levels are enough.</summary>
    internal bool IsMetBy(AssuranceLevels levels) =>
        levels.Identity >= Identity && levels.Authenticator >= Authenticator && levels.Federation >= Federation;
}
