using System.Globalization;

namespace GraphApi.Server.Configuration;

/// <summary>
/// Reads settings and collects what is wrong with them, so that a start fails once with the whole list. Mutable.
/// </summary>
sealed class SettingsReader(IConfiguration configuration)
{
    readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);
    readonly List<string> _problems = [];
    readonly List<(string Key, int Default, int Least, int Most)> _numbers = [];

    /// <summary>The numbers that were read, each with its default and its bounds.</summary>
    public IReadOnlyList<(string Key, int Default, int Least, int Most)> Numbers => _numbers;

    /// <summary>Adds a problem that a reader of several settings found.</summary>
    public void Refuse(string key, string problem) => _problems.Add($"{key}: {problem}");

    /// <summary>The text of a setting, trimmed; null where it is missing or blank.</summary>
    public string? Text(string key)
    {
        _known.Add(key);
        var value = configuration[key]?.Trim();
        return string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>A whole number between <paramref name="least"/> and <paramref name="most"/>, both included.</summary>
    public int Integer(string key, int byDefault, int least, int most)
    {
        _numbers.Add((key, byDefault, least, most));
        if (Text(key) is not { } text)
        {
            return byDefault;
        }

        var isNumber = int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value);
        if (isNumber && value >= least && value <= most)
        {
            return value;
        }

        Refuse(key, $"must be a whole number from {least} to {most}.");
        return byDefault;
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Boolean(string key, bool byDefault)
    {
        if (Text(key) is not { } text)
        {
            return byDefault;
        }

        if (bool.TryParse(text, out var value))
        {
            return value;
        }

        Refuse(key, "must be true or false.");
        return byDefault;
    }

    /// <summary>One of the names of an enum, in any case.</summary>
    public TChoice Choice<TChoice>(string key, TChoice byDefault)
        where TChoice : struct, Enum
    {
        if (Text(key) is not { } text)
        {
            return byDefault;
        }

        foreach (var choice in Enum.GetValues<TChoice>())
        {
            if (choice.ToString().Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return choice;
            }
        }

        Refuse(key, $"must be one of {string.Join(", ", Enum.GetNames<TChoice>())}.");
        return byDefault;
    }

    /// <summary>A list: <c>KEY:0</c>, <c>KEY:1</c> ..., or one text with commas.</summary>
    public IReadOnlyList<string> List(string key)
    {
        _known.Add(key);
        var section = configuration.GetSection(key);
        if (section.Value is { } joined)
        {
            return joined.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        }

        var items = section.GetChildren().Select(child => child.Value?.Trim());
        return [.. items.OfType<string>().Where(item => item.Length > 0)];
    }

    /// <summary>Refuses what stands in a section and was never read: most likely a misspelt key.</summary>
    public void RefuseUnknown(params ReadOnlySpan<string> sections)
    {
        foreach (var section in sections)
        {
            foreach (var child in configuration.GetSection(section).GetChildren())
            {
                RefuseUnknown(child);
            }
        }
    }

    void RefuseUnknown(IConfigurationSection setting)
    {
        if (_known.Contains(setting.Path))
        {
            return;
        }

        if (setting.Value is not null || !_known.Any(known => known.StartsWith(
            setting.Path + ":", StringComparison.OrdinalIgnoreCase)))
        {
            Refuse(setting.Path, "there is no such setting.");
            return;
        }

        foreach (var child in setting.GetChildren())
        {
            RefuseUnknown(child);
        }
    }

    /// <summary>Throws a <see cref="ConfigurationException"/> where anything was refused.</summary>
    public void ThrowIfRefused()
    {
        if (_problems.Count > 0)
        {
            throw new ConfigurationException(_problems);
        }
    }
}
