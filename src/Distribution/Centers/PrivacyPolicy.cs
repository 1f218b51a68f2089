namespace GraphApi.Distribution.Centers;

/// <summary>The policy by which a center protects privacy, civil rights and civil liberties.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Version">Which version is in force.</param>
/// <param name="AdoptedOn">The day that version was adopted.</param>
/// <param name="Url">Where it is; null: not published at a stable address.</param>
sealed record PrivacyPolicy(string Title, string Version, DateOnly AdoptedOn, string? Url)
{
    /// <summary>The policy of a center whose columns are loaded; null: it publishes none.</summary>
    public static PrivacyPolicy? Of(FusionCenter center) =>
        center is { PrivacyPolicyTitle: { } title, PrivacyPolicyVersion: { } version, PrivacyPolicyAdoptedOn: { } day }
            ? new PrivacyPolicy(title, version, day, center.PrivacyPolicyUrl)
            : null;
}
