namespace GraphApi.Server.Security;

/// <summary>
/// That the keys of the issuer cannot be had, so that a token can be neither believed nor refused.
/// </summary>
sealed class KeysUnavailableException(Exception? problem)
    : Exception("The keys of the token issuer cannot be had.", problem);
