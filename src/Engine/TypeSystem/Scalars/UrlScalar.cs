using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace GraphApi.Engine.TypeSystem.Scalars;

/// <summary>
/// <c>URL</c>: an absolute <c>http</c> or <c>https</c> address, kept as the <see cref="string"/> that was given. A
/// <see cref="Uri"/> is written too.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Scalars.Custom-Scalars"/>
sealed class UrlScalar : TextScalar<string>
{
    public override string Name => "URL";

    protected override string Form => "an absolute http or https URL";

    public override bool CanWrite(object value) => value is string or Uri { IsAbsoluteUri: true };

    public override bool TryWrite(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                return true;
            case Uri { IsAbsoluteUri: true } uri:
                writer.WriteStringValue(uri.AbsoluteUri);
                return true;
            default:
                return false;
        }
    }

    protected override bool TryParse(string text, [NotNullWhen(true)] out string? value)
    {
        // Other schemes (javascript, file) run or read something where a client follows them.
        var valid = Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
        value = valid ? text : null;
        return valid;
    }
}
