using GraphApi.Engine.Validation.Arguments;
using GraphApi.Engine.Validation.Directives;
using GraphApi.Engine.Validation.Documents;
using GraphApi.Engine.Validation.Fields;
using GraphApi.Engine.Validation.Fragments;
using GraphApi.Engine.Validation.Limits;
using GraphApi.Engine.Validation.Operations;
using GraphApi.Engine.Validation.Values;
using GraphApi.Engine.Validation.Variables;

namespace GraphApi.Engine.Validation;

/// <summary>
/// Every rule, in the order in which it is asked: limits first, then the headings of the specification.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Validation"/>
public static class Rules
{
    /// <summary>All rules.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        // Limits (ours). FragmentVisits bounds the recursion of all others.
        Limit("Fragment Visits", context => new FragmentVisits(context)),
        Limit("Depth", context => new Depth(context)),
        Limit("Introspection Depth", context => new IntrospectionDepth(context)),
        Limit("Mutation Fields", context => new MutationFields(context)),

        // The specification.
        Of("5.1.1", "Executable Definitions", context => new ExecutableDefinitions(context)),
        Of("5.2.1.1", "Operation Type Existence", context => new OperationTypeExistence(context)),
        Of("5.2.2.1", "Operation Name Uniqueness", context => new OperationNameUniqueness(context)),
        Of("5.2.3.1", "Lone Anonymous Operation", context => new LoneAnonymousOperation(context)),
        Of("5.2.4.1", "Single Root Field", context => new SingleRootField(context)),
        Of("5.3.1", "Field Selections", context => new FieldSelections(context)),
        Of("5.3.2", "Field Selection Merging", context => new FieldSelectionMerging(context)),
        Of("5.3.3", "Leaf Field Selections", context => new LeafFieldSelections(context)),
        Of("5.4.1", "Argument Names", context => new ArgumentNames(context)),
        Of("5.4.2", "Argument Uniqueness", context => new ArgumentUniqueness(context)),
        Of("5.4.3", "Required Arguments", context => new RequiredArguments(context)),
        Of("5.5.1.1", "Fragment Name Uniqueness", context => new FragmentNameUniqueness(context)),
        Of("5.5.1.2", "Fragment Spread Type Existence", context => new FragmentSpreadTypeExistence(context)),
        Of(
            "5.5.1.3",
            "Fragments on Object, Interface or Union Types",
            context => new FragmentsOnObjectInterfaceOrUnionTypes(context)),
        Of("5.5.1.4", "Fragments Must Be Used", context => new FragmentsMustBeUsed(context)),
        Of("5.5.2.1", "Fragment Spread Target Defined", context => new FragmentSpreadTargetDefined(context)),
        Of(
            "5.5.2.2",
            "Fragment Spreads Must Not Form Cycles",
            context => new FragmentSpreadsMustNotFormCycles(context)),
        Of("5.5.2.3", "Fragment Spread Is Possible", context => new FragmentSpreadIsPossible(context)),
        Of("5.6.1", "Values of Correct Type", context => new ValuesOfCorrectType(context)),
        Of("5.6.2", "Input Object Field Names", context => new InputObjectFieldNames(context)),
        Of("5.6.3", "Input Object Field Uniqueness", context => new InputObjectFieldUniqueness(context)),
        Of("5.6.4", "Input Object Required Fields", context => new InputObjectRequiredFields(context)),
        Of("5.7.1", "Directives Are Defined", context => new DirectivesAreDefined(context)),
        Of(
            "5.7.2",
            "Directives Are in Valid Locations",
            context => new DirectivesAreInValidLocations(context)),
        Of(
            "5.7.3",
            "Directives Are Unique per Location",
            context => new DirectivesAreUniquePerLocation(context)),
        Of("5.8.1", "Variable Uniqueness", context => new VariableUniqueness(context)),
        Of("5.8.2", "Variables Are Input Types", context => new VariablesAreInputTypes(context)),
        Of("5.8.3", "All Variable Uses Defined", context => new AllVariableUsesDefined(context)),
        Of("5.8.4", "All Variables Used", context => new AllVariablesUsed(context)),
        Of("5.8.5", "All Variable Usages Are Allowed", context => new AllVariableUsagesAreAllowed(context)),
    ];

    static Rule Limit(string name, Func<ValidationContext, ValidationRule> make) => new(name, null, make);

    static Rule Of(string section, string heading, Func<ValidationContext, ValidationRule> make) =>
        new(heading, section, make);
}
