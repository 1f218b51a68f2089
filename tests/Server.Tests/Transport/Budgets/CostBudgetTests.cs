using System.Net;
using GraphApi.Engine;
using GraphApi.Server.Configuration;
using GraphApi.Server.Transport.Budgets;

namespace GraphApi.Server.Tests.Transport.Budgets;

public sealed class CostBudgetTests
{
    static readonly Spender Alpha = new("issuer", "alpha", IsIPv6: false, Network: 0);
    static readonly Spender Beta = Alpha with { Subject = "beta" };

    readonly FakeTime _time = new();

    [Fact]
    public void The_whole_budget_can_be_spent_at_once_and_refills_evenly()
    {
        var budget = new CostBudget(600, _time);

        Assert.Null(Spend(budget, Alpha, 500));
        Assert.Null(Spend(budget, Alpha, 100));
        Assert.Equal(1, Spend(budget, Alpha, 10));
        Assert.Equal(12, Spend(budget, Alpha, 120));

        _time.Advance(TimeSpan.FromSeconds(11.9));
        Assert.Equal(1, Spend(budget, Alpha, 120));
        _time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Null(Spend(budget, Alpha, 120));
        Assert.Equal(60, Spend(budget, Alpha, 600));

        _time.Advance(TimeSpan.FromHours(5));
        Assert.Null(Spend(budget, Alpha, 600));
        Assert.Equal(1, Spend(budget, Alpha, 1));
    }

    [Fact]
    public void A_refusal_says_what_it_costs_and_when_to_come_back()
    {
        var budget = new CostBudget(100, _time);
        Spend(budget, Alpha, 100);

        var error = budget.Spend(Alpha, new OperationCost(25.5, 7))!;

        Assert.Equal(
            ("The budget for costs is spent. Wait 16 seconds, or ask for less.", "COST_BUDGET_EXCEEDED"),
            (error.Message, error.Code));
        Assert.Equal(
            new Dictionary<string, object?> { ["cost"] = 25.5, ["budget"] = 100, ["retryAfterSeconds"] = 16 },
            error.Extensions);
    }

    [Fact]
    public void What_is_paid_in_advance_is_part_of_the_cost_and_of_the_wait()
    {
        var budget = new CostBudget(600, _time);
        Assert.Null(budget.Spend(Alpha, new OperationCost(10, 0)));
        Assert.Null(budget.Spend(Alpha, new OperationCost(600, 0), paid: 10));
        Assert.Equal(1, Spend(budget, Alpha, 1));
        Assert.Null(budget.Spend(Alpha, new OperationCost(7, 0), paid: 10));

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(Spend(budget, Alpha, 10));
        var refused = budget.Spend(Alpha, new OperationCost(100, 0), paid: 10)!;
        Assert.Equal((100d, 10), (refused.Extensions!["cost"], refused.Extensions!["retryAfterSeconds"]));
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Null(Spend(budget, Alpha, 100));
    }

    [Fact]
    public void Waiting_as_told_is_enough()
    {
        var random = new Random(11);
        var budget = new CostBudget(997, _time);
        for (var i = 0; i < 1_000; i++)
        {
            var cost = random.Next(997);
            if (Spend(budget, Alpha, cost) is { } seconds)
            {
                Assert.InRange(seconds, 1, 60);
                _time.Advance(TimeSpan.FromSeconds(seconds));
                Assert.Null(Spend(budget, Alpha, cost));
            }
        }
    }

    [Fact]
    public void In_any_minute_no_more_than_twice_the_budget_is_spent()
    {
        var budget = new CostBudget(600, _time);
        var spent = 0;
        for (var i = 0; i < 600; i++)
        {
            spent += Spend(budget, Alpha, 7) is null ? 7 : 0;
            _time.Advance(TimeSpan.FromSeconds(0.1));
        }

        Assert.InRange(spent, 600, 1_200);
    }

    [Fact]
    public void Each_spends_his_own()
    {
        var budget = new CostBudget(10, _time);

        Assert.Null(Spend(budget, Alpha, 10));
        Assert.NotNull(Spend(budget, Alpha, 10));
        Assert.Null(Spend(budget, Beta, 10));
        Assert.Null(Spend(budget, Network(1), 10));
        Assert.NotNull(Spend(budget, Network(1), 10));
    }

    [Fact]
    public void What_costs_nothing_is_never_refused()
    {
        var budget = new CostBudget(10, _time);
        Spend(budget, Alpha, 10);

        Assert.Null(Spend(budget, Alpha, 0));
    }

    [Fact]
    public void Where_costs_are_not_enforced_one_above_the_budget_takes_all_and_owes_as_much()
    {
        var budget = new CostBudget(10, _time);

        Assert.Null(Spend(budget, Alpha, OperationCost.Most));
        Assert.Equal(66, Spend(budget, Alpha, 1));
    }

    [Fact]
    public void Many_at_once_spend_no_more_than_there_is()
    {
        var budget = new CostBudget(1_000, _time);
        var taken = 0;
        Parallel.For(0, 5_000, _ =>
        {
            if (Spend(budget, Alpha, 1) is null)
            {
                Interlocked.Increment(ref taken);
            }
        });

        Assert.Equal(1_000, taken);
    }

    [Fact]
    public void A_million_addresses_take_bounded_memory_and_no_room_of_who_has_signed_in()
    {
        var budget = new CostBudget(10, _time);
        for (var i = 0u; i < 1_000_000; i++)
        {
            Spend(budget, Network(i), 10);
        }

        Assert.Equal(50_000, budget.Spenders);
        Assert.NotNull(Spend(budget, Network(0), 10));
        Assert.NotNull(Spend(budget, Network(2_000_000), 10));
        Assert.Null(Spend(budget, Alpha, 10));
        Assert.NotNull(Spend(budget, Alpha, 10));
        Assert.Equal(50_001, budget.Spenders);

        // A minute later nobody owes anything, and the next newcomer clears the room.
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(Spend(budget, Network(2_000_000), 10));
        Assert.Equal(2, budget.Spenders);
    }

    [Fact]
    public void Without_a_budget_there_is_none()
    {
        Assert.Null(CostBudget.Create(new CostOptions(), _time));
        Assert.NotNull(CostBudget.Create(new CostOptions { BudgetPerMinute = 1_000 }, _time));
    }

    static Spender Network(uint address) => Spender.Of(null, new IPAddress(address));

    /// <summary>Seconds to wait; null: it is taken.</summary>
    static int? Spend(CostBudget budget, Spender spender, double cost) =>
        (int?)budget.Spend(spender, new OperationCost(cost, 1))?.Extensions!["retryAfterSeconds"];
}
