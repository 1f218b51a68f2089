using GraphApi.Distribution.Access;
using GraphApi.Engine.Errors;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Distribution.Tests.Access;

public sealed class PolicyAuthorizerTests
{
    const string Sdl = """
        directive @authorize(policy: String, roles: [String!]) on OBJECT | FIELD_DEFINITION
        directive @allowAnonymous on OBJECT | FIELD_DEFINITION
        type Query @authorize(policy: "AUTHENTICATED") {
          ofType: Int
          open: Int @allowAnonymous
          rows: Int @authorize(policy: "ENTITLED")
          staff: Int @authorize(policy: "STAFF")
          roles: Int @authorize(roles: ["SUPERVISOR", "AUDITOR"])
          both: Int @authorize(policy: "STAFF", roles: ["LIST_MANAGER"])
        }
        type Free {
          field: Int
        }
        """;

    static readonly Schema Schema = new SchemaBuilder().AddSdl("test.graphql", Sdl).AllowUnbound().Build();
    static readonly Guid Center = new("11111111-1111-4111-8111-111111111111");

    static readonly Viewer Anonymous = Viewer.Anonymous(DateTime.UnixEpoch);
    static readonly Viewer Partner = PersonIn([(PersonRole.PartnerUser, Guid.Empty)], []);
    static readonly Viewer Analyst = PersonIn([(PersonRole.Analyst, Center)], [Center]);
    static readonly Viewer Supervisor = PersonIn([(PersonRole.Supervisor, Center)], [Center]);
    static readonly Viewer Auditor = PersonIn([(PersonRole.Auditor, Guid.Empty)], []);
    static readonly Viewer ListManager = PersonIn([(PersonRole.ListManager, Center)], [Center]);

    [Theory]
    [InlineData("ofType", true)]
    [InlineData("open", false)]
    [InlineData("rows", false)]
    [InlineData("staff", true)]
    [InlineData("roles", true)]
    [InlineData("both", true)]
    public void A_field_is_guarded_by_static_policies_and_roles_not_by_row_policies(string field, bool isGuarded) =>
        Assert.Equal(isGuarded, new PolicyAuthorizer().Guards(FieldOf(field)));

    [Fact]
    public void A_field_without_any_rule_is_not_guarded_and_refuses_nobody()
    {
        var field = ((ObjectType)Schema.TypesByName["Free"]).FieldsByName["field"];
        Assert.False(new PolicyAuthorizer().Guards(field));
        Assert.Null(Authorize(field, Anonymous));
    }

    [Fact]
    public void Authenticated_is_anybody_with_rights_and_a_field_may_open_what_its_type_closes()
    {
        Assert.Equal([Anonymous], RefusedAt("ofType"));
        Assert.Empty(RefusedAt("open"));
    }

    [Fact]
    public void A_row_policy_refuses_nobody() => Assert.Empty(RefusedAt("rows"));

    [Fact]
    public void Staff_is_who_has_a_role_at_a_center() =>
        Assert.Equal([Anonymous, Partner, Auditor], RefusedAt("staff"));

    [Fact]
    public void One_of_the_roles_is_enough_at_any_center_or_for_the_network() =>
        Assert.Equal([Anonymous, Partner, Analyst, ListManager], RefusedAt("roles"));

    [Fact]
    public void Where_there_are_a_policy_and_roles_both_are_asked_for() =>
        Assert.Equal([Anonymous, Partner, Analyst, Supervisor, Auditor], RefusedAt("both"));

    [Fact]
    public void The_error_tells_apart_who_is_not_signed_in_and_who_may_not_and_nothing_more()
    {
        var unknown = Authorize(FieldOf("staff"), Anonymous)!;
        var known = Authorize(FieldOf("staff"), Partner)!;
        const string Message = "The current user is not authorized to access this resource.";
        Assert.Equal((Message, ErrorCode.NotAuthenticated), (unknown.Message, unknown.Code));
        Assert.Equal((Message, ErrorCode.NotAuthorized), (known.Message, known.Code));
    }

    [Fact]
    public void Who_has_yet_to_sign_in_again_is_told_how()
    {
        var error = PolicyAuthorizer.StepUpRefusal(new StepUpRule { MaxAge = TimeSpan.FromMinutes(5) });
        Assert.Equal(
            ("A more recent or stronger sign-in is needed for this resource.", "AUTH_STEP_UP_REQUIRED"),
            (error.Message, error.Code));
        Assert.Equal(
            new Dictionary<string, object?> { ["acr_values"] = "phr phrh", ["max_age"] = 300 }, error.Extensions);

        var rule = new AccessRule(
            new Policy("TEST", PolicyKind.Callers, "Staff.", viewer => viewer.IsStaff) { NeedsStepUp = true }, []);
        Assert.Equal((true, true), (rule.Refuses, rule.CanBeMetBy(Analyst)));
        Assert.True(rule.AwaitsStepUpOf(Analyst));
        Assert.False(rule.AwaitsStepUpOf(Analyst with { SteppedUpUntil = DateTime.UnixEpoch.AddTicks(1) }));
        Assert.True(rule.AwaitsStepUpOf(Analyst with { SteppedUpUntil = DateTime.UnixEpoch }));
    }

    static Viewer[] RefusedAt(string field)
    {
        Viewer[] all = [Anonymous, Partner, Analyst, Supervisor, Auditor, ListManager];
        return [.. all.Where(viewer => Authorize(FieldOf(field), viewer) is not null)];
    }

    static GraphQLError? Authorize(Field field, Viewer viewer) =>
        new PolicyAuthorizer().Authorize(field, new DistributionSession(null!, viewer));

    static Field FieldOf(string name) => Schema.QueryType.FieldsByName[name];

    static Viewer PersonIn((PersonRole Role, Guid CenterId)[] roles, Guid[] staffCenters) => new()
    {
        Kind = PrincipalKind.Person,
        Roles = [.. roles],
        StaffCenterIds = staffCenters,
        Now = DateTime.UnixEpoch,
    };
}
