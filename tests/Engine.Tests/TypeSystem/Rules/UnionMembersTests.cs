namespace GraphApi.Engine.Tests.TypeSystem.Rules;

public class UnionMembersTests : SchemaRuleTest
{
    [Fact]
    public void Members_are_object_types_and_there_once() => InvalidAt(
        """
        union U = A | F | A extend union U = F | A
        type A { a: Int } interface F { a: Int }
        """,
        ("U", "Union type U can only include Object types, it cannot include F.", "1:15 1:38"),
        ("U", "Union type U can only include type A once.", "1:11 1:19 1:42"),
        ("U", "Union type U can only include type F once.", "1:15 1:38"),
        ("U", "Union type U can only include type A once.", "1:11 1:19 1:42"));

    [Fact]
    public void A_union_is_no_member_of_another() => InvalidAt(
        "union U = Query union W = U",
        ("W", "Union type W can only include Object types, it cannot include U.", "1:27"));
}
