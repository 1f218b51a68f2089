using System.Security.Claims;
using GraphApi.Distribution.Access;
using GraphApi.Distribution.Demonstration;
using GraphApi.Distribution.Partners;
using GraphApi.Distribution.Products;
using Microsoft.EntityFrameworkCore;

namespace GraphApi.Distribution.Tests.Recalls;

/// <summary>One way in which recipients lose what they had, until it is undone. Mutable.</summary>
/// <param name="host">The server.</param>
/// <param name="how">Which: the name of a constant here.</param>
sealed class LossOfAccess(DistributionHost host, string how)
{
    public const string MembershipEnded = nameof(MembershipEnded);
    public const string OrganizationSuspended = nameof(OrganizationSuspended);
    public const string OrganizationOffboarded = nameof(OrganizationOffboarded);
    public const string AgreementEnded = nameof(AgreementEnded);
    public const string RequirementNotMet = nameof(RequirementNotMet);
    public const string TokenWithoutScope = nameof(TokenWithoutScope);
    public const string MovedToAnotherEmployer = nameof(MovedToAnotherEmployer);
    public const string Superseded = nameof(Superseded);
    public const string RoleEnded = nameof(RoleEnded);

    static readonly Guid NewEmployer = RowIds.Of(RowKind.Organization, (int)NamedOrganization.Police);

    readonly List<Func<AccessContext, Task>> _undo = [];
    bool _hasHappened;

    /// <summary>Whether what is recalled is a version before the one in force.</summary>
    public bool IsSuperseded => how == Superseded;

    /// <summary>The version that is recalled; null: all.</summary>
    public Guid? Version { get; set; }

    /// <summary>
    /// Whether the recall reaches one of the recipients: who left an organization is none of its people.
    /// </summary>
    public bool Reaches(string who) => how != MovedToAnotherEmployer || who != "partner-business";

    /// <summary>The claims of a recipient, as his token has them since.</summary>
    public ClaimsPrincipal ClaimsOf(string who)
    {
        var claims = DistributionHost.PrincipalOf(who)!.Claims;
        if (_hasHappened && how == TokenWithoutScope)
        {
            claims = claims.Where(claim => claim.Type != ClaimNames.Scope).Append(new(ClaimNames.Scope, "rfi.write"));
        }

        if (_hasHappened && how == MovedToAnotherEmployer && !who.StartsWith("client", StringComparison.Ordinal))
        {
            claims = claims.Where(claim => claim.Type != ClaimNames.OrganizationId)
                .Append(new(ClaimNames.OrganizationId, NewEmployer.ToString()));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, "test"));
    }

    /// <summary>Leaves a product to its center's staff, so that others have it by what is delivered to them.</summary>
    public async Task TakeListsAsync(Product product)
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        await context.Set<Entitlement>()
            .Where(right => right.ProductId == product.Id && right.Kind != EntitlementKind.Home)
            .ExecuteDeleteAsync();
    }

    /// <summary>It happens to some recipients of a product.</summary>
    public async Task HappenAsync(string[] whom, Product product)
    {
        _hasHappened = true;
        await using var context = host.Module.AccessDatabase.CreateContext();
        foreach (var who in whom)
        {
            await HappenAsync(context, who, product);
        }

        host.Module.Viewers.Forget();
    }

    /// <summary>Everything is as it was.</summary>
    public async Task UndoAsync()
    {
        await using var context = host.Module.AccessDatabase.CreateContext();
        foreach (var undo in _undo)
        {
            await undo(context);
        }

        host.Module.Viewers.Forget();
    }

    async Task HappenAsync(AccessContext context, string who, Product product)
    {
        var person = await context.Set<Person>().FirstOrDefaultAsync(row => row.Subject == who);
        var organization = person?.OrganizationId
            ?? await context.Set<ServiceClient>().Where(row => row.ClientId == who)
                .Select(row => (Guid?)row.OrganizationId).FirstOrDefaultAsync();
        switch (how)
        {
            case OrganizationSuspended:
                await StandAsync(context, organization!.Value, OrganizationStatus.Suspended);
                break;
            case OrganizationOffboarded:
                await StandAsync(context, organization!.Value, OrganizationStatus.Offboarded);
                break;
            case AgreementEnded:
                await AgreeAsync(context, organization!.Value, AgreementState.Terminated);
                _undo.Add(back => AgreeAsync(back, organization.Value, AgreementState.Active));
                break;
            case MovedToAnotherEmployer when person is not null:
                await EmployAsync(context, person.Id, NewEmployer);
                _undo.Add(back => EmployAsync(back, person.Id, organization));
                break;
            case RoleEnded:
                var today = DateOnly.FromDateTime(RecallScene.Now);
                await context.Set<RoleAssignment>().Where(row => row.PersonId == person!.Id)
                    .ExecuteUpdateAsync(row => row.SetProperty(r => r.EndsOn, today));
                _undo.Add(back => back.Set<RoleAssignment>().Where(row => row.PersonId == person!.Id)
                    .ExecuteUpdateAsync(row => row.SetProperty(r => r.EndsOn, (DateOnly?)null)));
                break;
            case RequirementNotMet:
                // A right that names him stays, and asks for what he does not hold any more.
                if (!await context.Set<Entitlement>().AnyAsync(right =>
                    right.ProductId == product.Id && right.AudienceId == (person == null ? organization : person.Id)))
                {
                    context.Add(new Entitlement
                    {
                        AudienceId = (person?.Id ?? organization)!.Value,
                        VersionId = product.CurrentVersionId!.Value,
                        ProductId = product.Id,
                        Kind = EntitlementKind.ExplicitRecipient,
                        EffectiveAt = RecallScene.Now.AddDays(-1),
                        Requires = (long)(Requirement.TlpGreen | Requirement.Cvi),
                        IsCurrent = true,
                    });
                    await context.SaveChangesAsync();
                }

                break;
        }
    }

    async Task StandAsync(AccessContext context, Guid organization, OrganizationStatus status)
    {
        await SetAsync(context, status);
        _undo.Add(back => SetAsync(back, OrganizationStatus.Active));

        Task SetAsync(AccessContext any, OrganizationStatus value) =>
            any.Set<Organization>().Where(row => row.Id == organization)
                .ExecuteUpdateAsync(row => row.SetProperty(o => o.Status, value));
    }

    static Task<int> AgreeAsync(AccessContext context, Guid organization, AgreementState state) =>
        context.Set<SharingAgreement>().Where(row => row.OrganizationId == organization)
            .ExecuteUpdateAsync(row => row.SetProperty(a => a.State, state));

    static Task<int> EmployAsync(AccessContext context, Guid person, Guid? organization) =>
        context.Set<Person>().Where(row => row.Id == person)
            .ExecuteUpdateAsync(row => row.SetProperty(p => p.OrganizationId, organization));
}
