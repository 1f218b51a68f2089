using GraphApi.Distribution;
using GraphApi.Engine;

namespace GraphApi.Server.Configuration;

/// <summary>
/// What one request may ask (<c>docs/limits.md</c>): the section <c>Limits</c>, and the bounds of each setting.
/// </summary>
sealed record LimitOptions
{
    /// <summary>Documents and responses.</summary>
    public EngineOptions Engine { get; init; } = new();

    /// <inheritdoc cref="DistributionOptions.MaxFilterDepth"/>
    public int MaxFilterDepth { get; init; } = 8;

    /// <inheritdoc cref="DistributionOptions.MaxFilterConditions"/>
    public int MaxFilterConditions { get; init; } = 200;

    /// <inheritdoc cref="DistributionOptions.MaxFilterValues"/>
    public int MaxFilterValues { get; init; } = 1_000;

    /// <inheritdoc cref="DistributionOptions.MaxSortFields"/>
    public int MaxSortFields { get; init; } = 8;

    /// <inheritdoc cref="DistributionOptions.MaxNodes"/>
    public int MaxNodes { get; init; } = 50;

    /// <inheritdoc cref="DistributionOptions.CachedStatements"/>
    public int CachedStatements { get; init; } = 2_000;

    /// <summary>Reads the section <c>Limits</c>.</summary>
    public static LimitOptions Read(SettingsReader settings)
    {
        var byDefault = new LimitOptions();
        return new LimitOptions
        {
            Engine = ReadEngine(settings, byDefault.Engine),
            MaxFilterDepth = settings.Integer("Limits:MaxFilterDepth", byDefault.MaxFilterDepth, 1, 16),
            MaxFilterConditions = settings.Integer(
                "Limits:MaxFilterConditions", byDefault.MaxFilterConditions, 1, 500),
            MaxFilterValues = settings.Integer("Limits:MaxFilterValues", byDefault.MaxFilterValues, 1, 10_000),
            MaxSortFields = settings.Integer("Limits:MaxSortFields", byDefault.MaxSortFields, 1, 20),
            MaxNodes = settings.Integer("Limits:MaxNodes", byDefault.MaxNodes, 1, 1_000),
            CachedStatements = settings.Integer("Limits:CachedStatements", byDefault.CachedStatements, 100, 100_000),
        };
    }

    static EngineOptions ReadEngine(SettingsReader settings, EngineOptions byDefault)
    {
        int Read(string name, int value, int least, int most) =>
            settings.Integer("Limits:" + name, value, least, most);

        return new EngineOptions
        {
            MaxTokens = Read(nameof(EngineOptions.MaxTokens), byDefault.MaxTokens, 100, 1_000_000),
            MaxFields = Read(nameof(EngineOptions.MaxFields), byDefault.MaxFields, 10, 100_000),
            MaxAliases = Read(nameof(EngineOptions.MaxAliases), byDefault.MaxAliases, 0, 10_000),
            MaxOperations = Read(nameof(EngineOptions.MaxOperations), byDefault.MaxOperations, 1, 1_000),
            MaxNameLength = Read(nameof(EngineOptions.MaxNameLength), byDefault.MaxNameLength, 64, 4_096),
            MaxRecursionDepth = Read(nameof(EngineOptions.MaxRecursionDepth), byDefault.MaxRecursionDepth, 10, 500),
            MaxDirectivesPerLocation = Read(
                nameof(EngineOptions.MaxDirectivesPerLocation), byDefault.MaxDirectivesPerLocation, 1, 100),
            MaxFragmentVisits = Read(nameof(EngineOptions.MaxFragmentVisits), byDefault.MaxFragmentVisits, 1, 2_000),
            MaxFieldMergeComparisons = Read(
                nameof(EngineOptions.MaxFieldMergeComparisons), byDefault.MaxFieldMergeComparisons, 1_000, 10_000_000),
            MaxDepth = Read(nameof(EngineOptions.MaxDepth), byDefault.MaxDepth, 1, 100),
            MaxMutationFields = Read(nameof(EngineOptions.MaxMutationFields), byDefault.MaxMutationFields, 1, 100),
            MaxValidationErrors = Read(
                nameof(EngineOptions.MaxValidationErrors), byDefault.MaxValidationErrors, 1, 100),
            MaxPlannedSelections = Read(
                nameof(EngineOptions.MaxPlannedSelections), byDefault.MaxPlannedSelections, 100, 1_000_000),
            MaxSteps = Read(nameof(EngineOptions.MaxSteps), byDefault.MaxSteps, 1, 1_000),
            MaxVariableValues = Read(
                nameof(EngineOptions.MaxVariableValues), byDefault.MaxVariableValues, 10, 1_000_000),
            MaxObjects = Read(nameof(EngineOptions.MaxObjects), byDefault.MaxObjects, 100, 10_000_000),
            CachedDocuments = Read(nameof(EngineOptions.CachedDocuments), byDefault.CachedDocuments, 1, 10_000),
            CachedSelections = Read(
                nameof(EngineOptions.CachedSelections), byDefault.CachedSelections, 1_000, 100_000_000),
        };
    }
}
