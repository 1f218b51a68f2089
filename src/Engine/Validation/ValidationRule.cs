using System.Collections.Immutable;
using GraphApi.Engine.Language;

namespace GraphApi.Engine.Validation;

/// <summary>
/// One rule of validation. It watches the walk over a document by overriding what it cares for, and reports to
/// <see cref="Context"/>, which also knows the types at the place where the walk is. Made anew for each document, so it
/// may remember what it saw.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Validation"/>
abstract class ValidationRule(ValidationContext context)
{
    /// <summary>What is validated, where the walk is, and where errors go.</summary>
    protected ValidationContext Context { get; } = context;

    /// <summary>Before anything else.</summary>
    public virtual void EnterDocument(DocumentNode document)
    {
    }

    /// <summary>At the end: <see cref="ValidationContext.UsesOf"/> is complete.</summary>
    public virtual void LeaveDocument(DocumentNode document)
    {
    }

    /// <summary>At an operation; the type is its root type.</summary>
    public virtual void EnterOperation(OperationDefinitionNode operation)
    {
    }

    /// <summary>Behind an operation.</summary>
    public virtual void LeaveOperation(OperationDefinitionNode operation)
    {
    }

    /// <summary>At a fragment definition; the type is the one of its condition.</summary>
    public virtual void EnterFragmentDefinition(FragmentDefinitionNode fragment)
    {
    }

    /// <summary>At a variable definition; the input type is the variable's.</summary>
    public virtual void EnterVariableDefinition(VariableDefinitionNode variable)
    {
    }

    /// <summary>At a field; the type and the field are its own, the parent type is the one it is selected on.</summary>
    public virtual void EnterField(FieldNode field)
    {
    }

    /// <summary>At a fragment spread.</summary>
    public virtual void EnterFragmentSpread(FragmentSpreadNode spread)
    {
    }

    /// <summary>At an inline fragment; the type is the one of its condition.</summary>
    public virtual void EnterInlineFragment(InlineFragmentNode fragment)
    {
    }

    /// <summary>At the directives of one place, before each of them.</summary>
    /// <param name="directives">The directives; at least one.</param>
    /// <param name="location">The place, one of <see cref="DirectiveLocations"/>.</param>
    public virtual void EnterDirectives(ImmutableArray<DirectiveNode> directives, string location)
    {
    }

    /// <summary>At a directive; the directive definition is its own.</summary>
    public virtual void EnterDirective(DirectiveNode directive)
    {
    }

    /// <summary>At an argument of a field or directive; the argument and the input type are its own.</summary>
    public virtual void EnterArgument(ArgumentNode argument)
    {
    }

    /// <summary>At a value, outer ones first; the input type is the one its position expects.</summary>
    public virtual void EnterValue(ValueNode value)
    {
    }
}
