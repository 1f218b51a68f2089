using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem.Costs;

/// <summary>The arguments and fields that a <c>@listSize</c> names, where some of them are not shown.</summary>
/// <seealso href="https://ibm.github.io/graphql-specs/cost-spec.html#sec-The-List-Size-Directive"/>
static class ListSizeNames
{
    const string SlicingArguments = "slicingArguments";
    const string SizedFields = "sizedFields";

    /// <summary>The directive with those names that are kept; null: without the others it means nothing.</summary>
    /// <param name="directive">A <c>@listSize</c>.</param>
    /// <param name="type">The type of the field it stands at.</param>
    /// <param name="keepsArgument">Whether an argument's name is kept.</param>
    /// <param name="keepsField">Whether a field's name is kept.</param>
    public static DirectiveNode? Keep(
        DirectiveNode directive, GraphQLType type, Func<string, bool> keepsArgument, Func<string, bool> keepsField)
    {
        var isKept = directive.Arguments.All(argument => argument.Name.Value switch
        {
            SlicingArguments => Names(argument.Value).All(keepsArgument),
            SizedFields => Names(argument.Value).All(keepsField),
            _ => true,
        });
        if (isKept)
        {
            return directive;
        }

        ImmutableArray<ArgumentNode> arguments =
        [
            .. directive.Arguments.Select(argument => argument.Name.Value switch
            {
                SlicingArguments => Keep(argument, keepsArgument),
                SizedFields => Keep(argument, keepsField),
                _ => argument,
            }).OfType<ArgumentNode>(),
        ];
        return type.Nullable is ListType || arguments.Any(argument => argument.Name.Value == SizedFields)
            ? directive with { Arguments = arguments }
            : null;
    }

    static ArgumentNode? Keep(ArgumentNode argument, Func<string, bool> keeps)
    {
        ImmutableArray<ValueNode> names =
        [
            .. Names(argument.Value).Where(keeps).Select(name => new StringValueNode(name, IsBlock: false, default)),
        ];
        return names.IsEmpty ? null : argument with { Value = new ListValueNode(names, argument.Value.Location) };
    }

    static IEnumerable<string> Names(ValueNode value) => value switch
    {
        StringValueNode name => [name.Value],
        ListValueNode list => list.Values.OfType<StringValueNode>().Select(name => name.Value),
        _ => [],
    };
}
