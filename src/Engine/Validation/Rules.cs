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
static class Rules
{
    /// <summary>How each rule is made for a document.</summary>
    public static IReadOnlyList<Func<ValidationContext, ValidationRule>> All { get; } =
    [
        // Limits (ours). FragmentVisits bounds the recursion of all others.
        context => new FragmentVisits(context),
        context => new Depth(context),
        context => new IntrospectionDepth(context),
        context => new MutationFields(context),

        // 5.1.1 Executable Definitions
        context => new ExecutableDefinitions(context),

        // 5.2.1.1 Operation Type Existence
        context => new OperationTypeExistence(context),

        // 5.2.2.1 Operation Name Uniqueness
        context => new OperationNameUniqueness(context),

        // 5.2.3.1 Lone Anonymous Operation
        context => new LoneAnonymousOperation(context),

        // 5.2.4.1 Single Root Field
        context => new SingleRootField(context),

        // 5.3.1 Field Selections
        context => new FieldSelections(context),

        // 5.3.2 Field Selection Merging
        context => new FieldSelectionMerging(context),

        // 5.3.3 Leaf Field Selections
        context => new LeafFieldSelections(context),

        // 5.4.1 Argument Names
        context => new ArgumentNames(context),

        // 5.4.2 Argument Uniqueness
        context => new ArgumentUniqueness(context),

        // 5.4.3 Required Arguments
        context => new RequiredArguments(context),

        // 5.5.1.1 Fragment Name Uniqueness
        context => new FragmentNameUniqueness(context),

        // 5.5.1.2 Fragment Spread Type Existence
        context => new FragmentSpreadTypeExistence(context),

        // 5.5.1.3 Fragments on Object, Interface or Union Types
        context => new FragmentsOnObjectInterfaceOrUnionTypes(context),

        // 5.5.1.4 Fragments Must Be Used
        context => new FragmentsMustBeUsed(context),

        // 5.5.2.1 Fragment Spread Target Defined
        context => new FragmentSpreadTargetDefined(context),

        // 5.5.2.2 Fragment Spreads Must Not Form Cycles
        context => new FragmentSpreadsMustNotFormCycles(context),

        // 5.5.2.3 Fragment Spread Is Possible
        context => new FragmentSpreadIsPossible(context),

        // 5.6.1 Values of Correct Type
        context => new ValuesOfCorrectType(context),

        // 5.6.2 Input Object Field Names
        context => new InputObjectFieldNames(context),

        // 5.6.3 Input Object Field Uniqueness
        context => new InputObjectFieldUniqueness(context),

        // 5.6.4 Input Object Required Fields
        context => new InputObjectRequiredFields(context),

        // 5.7.1 Directives Are Defined
        context => new DirectivesAreDefined(context),

        // 5.7.2 Directives Are in Valid Locations
        context => new DirectivesAreInValidLocations(context),

        // 5.7.3 Directives Are Unique per Location
        context => new DirectivesAreUniquePerLocation(context),

        // 5.8.1 Variable Uniqueness
        context => new VariableUniqueness(context),

        // 5.8.2 Variables Are Input Types
        context => new VariablesAreInputTypes(context),

        // 5.8.3 All Variable Uses Defined
        context => new AllVariableUsesDefined(context),

        // 5.8.4 All Variables Used
        context => new AllVariablesUsed(context),

        // 5.8.5 All Variable Usages Are Allowed
        context => new AllVariableUsagesAreAllowed(context),
    ];
}
