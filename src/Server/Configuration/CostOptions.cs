using GraphApi.Engine;

namespace GraphApi.Server.Configuration;

/// <summary>
/// What an operation, and a caller in a minute, may cost (<c>docs/cost.md</c>): the section <c>Cost</c>.
/// </summary>
sealed record CostOptions
{
    const int Most = 1_000_000_000;

    /// <inheritdoc cref="EngineOptions.MaxFieldCost"/>
    public int MaxFieldCost { get; init; } = 1_000;

    /// <inheritdoc cref="EngineOptions.MaxTypeCost"/>
    public int MaxTypeCost { get; init; } = 1_000;

    /// <summary>
    /// Whether an operation above its limits is refused. <value>Default true; false in Development alone.</value>
    /// </summary>
    public bool Enforce { get; init; } = true;

    /// <summary>
    /// Field cost a caller may spend a minute. <value>Default 0: no budget. Else from <see cref="MaxFieldCost"/> to
    /// 1,000,000,000, so that every operation that is allowed can be run.</value>
    /// </summary>
    public int BudgetPerMinute { get; init; }

    /// <summary>Reads the section <c>Cost</c>.</summary>
    public static CostOptions Read(SettingsReader settings, bool isDevelopment)
    {
        var read = new CostOptions
        {
            MaxFieldCost = settings.Integer("Cost:MaxFieldCost", 1_000, 1, Most),
            MaxTypeCost = settings.Integer("Cost:MaxTypeCost", 1_000, 1, Most),
            Enforce = settings.Boolean("Cost:Enforce", byDefault: true),
            BudgetPerMinute = settings.Integer("Cost:BudgetPerMinute", 0, 0, Most),
        };
        if (!read.Enforce && !isDevelopment)
        {
            settings.Refuse("Cost:Enforce", "cannot be false outside Development. Set high limits instead.");
        }

        if (read.BudgetPerMinute > 0 && read.BudgetPerMinute < read.MaxFieldCost)
        {
            settings.Refuse(
                "Cost:BudgetPerMinute",
                $"must be 0 or at least Cost:MaxFieldCost ({read.MaxFieldCost}), or some operations can never be run.");
        }

        return read;
    }
}
