using GraphApi.Distribution.Access;
using GraphApi.Engine.Errors;
using GraphApi.Engine.Language;
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
          staff: Int @authorize(policy: "STAFF_OR_STEWARD")
          roles: Int @authorize(roles: ["SUPERVISOR", "AUDITOR"])
          both: Int @authorize(policy: "STAFF_OR_STEWARD", roles: ["LIST_MANAGER"])
        }
        type Free {
          field: Int
        }
        type Thing @authorize(policy: "ENTITLED") {
          name: Int @filterable @sortable
          staff: Int @filterable @sortable @authorize(policy: "STAFF_OR_STEWARD")
          reviews: Review @filterable
        }
        type Review @authorize(policy: "HOME_STAFF") {
          note: Int @filterable
        }
        input ThingFilterInput { and: [ThingFilterInput!] name: Int staff: Int reviews: ReviewFilterInput }
        input ThingSortInput { name: Int staff: Int }
        input ReviewFilterInput { note: Int }
        directive @filterable on FIELD_DEFINITION
        directive @sortable on FIELD_DEFINITION
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
        Assert.Equal(isGuarded, new PolicyAuthorizer(Schema).Guards(FieldOf(field)));

    [Fact]
    public void A_field_without_any_rule_is_not_guarded_and_refuses_nobody()
    {
        var field = ((ObjectType)Schema.TypesByName["Free"]).FieldsByName["field"];
        Assert.False(new PolicyAuthorizer(Schema).Guards(field));
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

    [Theory]
    [InlineData("ThingFilterInput.staff", true)]
    [InlineData("ThingSortInput.staff", true)]
    [InlineData("ThingFilterInput.name", false)]
    [InlineData("ThingSortInput.name", false)]
    [InlineData("ThingFilterInput.and", false)]
    [InlineData("ThingFilterInput.reviews", false)]
    [InlineData("ReviewFilterInput.note", false)]
    public void A_condition_and_an_order_are_guarded_as_the_field_they_are_made_of(string input, bool isGuarded) =>
        Assert.Equal(isGuarded, new PolicyAuthorizer(Schema).GuardsInput(InputOf(input)));

    [Fact]
    public void Who_may_not_read_a_field_may_not_ask_by_it_and_is_told_what_he_wrote_and_no_more()
    {
        const string Message = "The current user is not authorized to use \"staff\".";
        foreach (var input in new[] { InputOf("ThingFilterInput.staff"), InputOf("ThingSortInput.staff") })
        {
            var authorizer = new PolicyAuthorizer(Schema);
            Assert.Null(authorizer.AuthorizeInput(input, SessionOf(Analyst)));
            var partner = authorizer.AuthorizeInput(input, SessionOf(Partner))!;
            Assert.Equal((Message, ErrorCode.NotAuthorized), (partner.Message, partner.Code));
            var anonymous = authorizer.AuthorizeInput(input, SessionOf(Anonymous))!;
            Assert.Equal((Message, ErrorCode.NotAuthenticated), (anonymous.Message, anonymous.Code));
        }
    }

    [Fact]
    public void Who_can_meet_the_same_policies_is_shown_the_same_schema()
    {
        var authorizer = new PolicyAuthorizer(Schema);
        var others = PersonIn([(PersonRole.Analyst, Guid.NewGuid())], [Guid.NewGuid()]);
        Assert.Equal(authorizer.ViewKey(SessionOf(Analyst)), authorizer.ViewKey(SessionOf(others)));
        Assert.Equal(authorizer.ViewKey(SessionOf(Anonymous)), authorizer.ViewKey(session: null));
        Assert.NotEqual(authorizer.ViewKey(SessionOf(Analyst)), authorizer.ViewKey(SessionOf(Partner)));
    }

    [Fact]
    public void A_caller_can_use_what_he_can_read_and_what_is_made_of_it()
    {
        Assert.Equal(
            [
                "Thing.staff", "Thing.reviews", "Review.note", "ThingFilterInput.staff", "ThingFilterInput.reviews",
                "ThingSortInput.staff", "ReviewFilterInput.note",
            ],
            Unusable(Partner));
        Assert.Equal([], Unusable(Analyst with { HomeCenterIds = [Center] }));
    }

    static string[] Unusable(Viewer viewer)
    {
        var authorizer = new PolicyAuthorizer(Schema);
        var inputs = Schema.Types.OfType<InputObjectType>().SelectMany(type => type.Fields);
        return
        [
            .. new[] { "Thing", "Review" }
                .SelectMany(name => ((ObjectType)Schema.TypesByName[name]).Fields)
                .Where(field => !authorizer.CanUse(field, SessionOf(viewer)))
                .Select(field => field.Coordinate),
            .. inputs.Where(input => !authorizer.CanUse(input, SessionOf(viewer))).Select(input => input.Coordinate),
        ];
    }

    static DistributionSession SessionOf(Viewer viewer) => new(null!, viewer);

    static InputValue InputOf(string coordinate) => (InputValue)Schema.FindElement(SchemaCoordinate.Parse(coordinate))!;

    static Viewer[] RefusedAt(string field)
    {
        Viewer[] all = [Anonymous, Partner, Analyst, Supervisor, Auditor, ListManager];
        return [.. all.Where(viewer => Authorize(FieldOf(field), viewer) is not null)];
    }

    static GraphQLError? Authorize(Field field, Viewer viewer) =>
        new PolicyAuthorizer(Schema).Authorize(field, SessionOf(viewer));

    static Field FieldOf(string name) => Schema.QueryType.FieldsByName[name];

    static Viewer PersonIn((PersonRole Role, Guid CenterId)[] roles, Guid[] staffCenters) => new()
    {
        Kind = PrincipalKind.Person,
        Roles = [.. roles],
        StaffCenterIds = staffCenters,
        Now = DateTime.UnixEpoch,
    };
}
