using GraphApi.Distribution.Access;

namespace GraphApi.Server.Configuration;

/// <summary>Reads what is believed of the attributes that tokens claim.</summary>
static class AttributeOptions
{
    const string Trusted = "Authentication:TrustedAttributes";
    const string Assurance = "Authentication:MinimumAssurance";

    /// <summary>Reads <c>Authentication:TrustedAttributes:0</c> and those that follow.</summary>
    public static IReadOnlyList<TrustedAttributes> ReadTrusted(SettingsReader settings)
    {
        var read = new List<TrustedAttributes>();
        for (var key = $"{Trusted}:0"; ; key = $"{Trusted}:{read.Count}")
        {
            var (issuer, provider) = (settings.Text($"{key}:Issuer"), settings.Text($"{key}:IdentityProvider"));
            var attributes = settings.List($"{key}:Attributes");
            if (issuer is null && provider is null && attributes.Count == 0)
            {
                return read;
            }

            foreach (var name in attributes.Except(TrustedAttributes.Names, StringComparer.OrdinalIgnoreCase))
            {
                settings.Refuse(
                    $"{key}:Attributes", $"{name} is not one of {string.Join(", ", TrustedAttributes.Names)}.");
            }

            read.Add(new TrustedAttributes(issuer, provider, attributes));
        }
    }

    /// <summary>Reads <c>Authentication:MinimumAssurance:0</c> and those that follow.</summary>
    public static IReadOnlyList<AssuranceRule> ReadAssurance(SettingsReader settings)
    {
        var read = new List<AssuranceRule>();
        for (var key = $"{Assurance}:0"; ; key = $"{Assurance}:{read.Count}")
        {
            if (settings.Text($"{key}:Marking") is not { } marking)
            {
                return read;
            }

            if (!AssuranceRule.Markings.Contains(marking, StringComparer.OrdinalIgnoreCase))
            {
                settings.Refuse($"{key}:Marking", $"must be one of {string.Join(", ", AssuranceRule.Markings)}.");
                marking = AssuranceRule.Markings[0];
            }

            read.Add(new AssuranceRule(
                marking,
                settings.Integer($"{key}:Identity", 0, 0, 3),
                settings.Integer($"{key}:Authenticator", 0, 0, 3),
                settings.Integer($"{key}:Federation", 0, 0, 3)));
        }
    }
}
