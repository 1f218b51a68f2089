namespace GraphApi.Distribution.Access;

/// <summary>How sure it is who a user is, as the token says: levels 1 to 3 of NIST SP 800-63; 0: not said.</summary>
/// <param name="Identity">How the identity was proven (IAL).</param>
/// <param name="Authenticator">How the user signed in (AAL).</param>
/// <param name="Federation">How the sign-in was handed on (FAL).</param>
readonly record struct AssuranceLevels(int Identity, int Authenticator, int Federation);
