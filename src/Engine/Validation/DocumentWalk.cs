using System.Collections.Immutable;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Validation;

/// <summary>
/// Walks once over the executable definitions of a document in the order of the source, keeps the types of the
/// <see cref="ValidationContext"/> at the place where it is, notes who uses which fragments and variables, and tells
/// all rules. Its depth is that of the document, which the parser bounds.
/// </summary>
sealed class DocumentWalk(ValidationContext context, ImmutableArray<ValidationRule> rules)
{
    DefinitionUses _uses = new();

    /// <summary>Walks until the end, or until there are errors enough.</summary>
    public void Walk()
    {
        foreach (var rule in rules)
        {
            rule.EnterDocument(context.Document);
            if (context.IsStopped)
            {
                return;
            }
        }

        foreach (var definition in context.Document.Definitions)
        {
            if (context.IsStopped)
            {
                return;
            }

            _uses = context.UsesOf(definition);
            if (definition is OperationDefinitionNode operation)
            {
                WalkOperation(operation);
            }
            else if (definition is FragmentDefinitionNode fragment)
            {
                WalkFragmentDefinition(fragment);
            }
        }

        foreach (var rule in rules)
        {
            if (context.IsStopped)
            {
                return;
            }

            rule.LeaveDocument(context.Document);
        }
    }

    void WalkOperation(OperationDefinitionNode operation)
    {
        context.Work++;
        context.Type = context.RootType(operation.Operation);
        foreach (var rule in rules)
        {
            rule.EnterOperation(operation);
        }

        foreach (var variable in operation.VariableDefinitions)
        {
            WalkVariableDefinition(variable);
        }

        WalkDirectives(operation.Directives, operation.Operation switch
        {
            OperationType.Query => DirectiveLocations.Query,
            OperationType.Mutation => DirectiveLocations.Mutation,
            _ => DirectiveLocations.Subscription,
        });
        WalkSelectionSet(operation.SelectionSet);
        foreach (var rule in rules)
        {
            rule.LeaveOperation(operation);
        }
    }

    void WalkFragmentDefinition(FragmentDefinitionNode fragment)
    {
        context.Work++;
        context.Type = Condition(fragment.TypeCondition);
        foreach (var rule in rules)
        {
            rule.EnterFragmentDefinition(fragment);
        }

        WalkDirectives(fragment.Directives, DirectiveLocations.FragmentDefinition);
        WalkSelectionSet(fragment.SelectionSet);
    }

    void WalkVariableDefinition(VariableDefinitionNode variable)
    {
        context.Work++;
        context.InputType = context.Resolve(variable.Type) is { IsInput: true } type ? type : null;
        foreach (var rule in rules)
        {
            rule.EnterVariableDefinition(variable);
        }

        if (variable.DefaultValue is not null)
        {
            WalkValue(variable.DefaultValue, new ValuePosition(context.InputType));
        }

        context.InputType = null;
        WalkDirectives(variable.Directives, DirectiveLocations.VariableDefinition);
    }

    void WalkSelectionSet(SelectionSetNode set)
    {
        var (parentType, type, field) = (context.ParentType, context.Type, context.Field);
        context.ParentType = type?.Named is ComplexType or UnionType ? type.Named : null;
        foreach (var selection in set.Selections)
        {
            if (context.IsStopped)
            {
                break;
            }

            switch (selection)
            {
                case FieldNode node:
                    WalkField(node);
                    break;
                case FragmentSpreadNode spread:
                    WalkFragmentSpread(spread);
                    break;
                case InlineFragmentNode fragment:
                    WalkInlineFragment(fragment, type);
                    break;
            }
        }

        (context.ParentType, context.Type, context.Field) = (parentType, type, field);
    }

    void WalkField(FieldNode node)
    {
        context.Work++;
        context.Field = context.ParentType is { } parent ? context.Schema.FindField(parent, node.Name.Value) : null;
        context.Type = context.Field?.Type;
        foreach (var rule in rules)
        {
            rule.EnterField(node);
        }

        WalkArguments(node.Arguments, context.Field?.Arguments ?? []);
        WalkDirectives(node.Directives, DirectiveLocations.Field);
        if (node.SelectionSet is not null)
        {
            WalkSelectionSet(node.SelectionSet);
        }
    }

    void WalkFragmentSpread(FragmentSpreadNode spread)
    {
        context.Work++;
        _uses.Spreads.Add(spread);
        foreach (var rule in rules)
        {
            rule.EnterFragmentSpread(spread);
        }

        WalkDirectives(spread.Directives, DirectiveLocations.FragmentSpread);
    }

    void WalkInlineFragment(InlineFragmentNode fragment, GraphQLType? outer)
    {
        context.Work++;
        context.Type = fragment.TypeCondition is null ? outer?.Named : Condition(fragment.TypeCondition);
        foreach (var rule in rules)
        {
            rule.EnterInlineFragment(fragment);
        }

        WalkDirectives(fragment.Directives, DirectiveLocations.InlineFragment);
        WalkSelectionSet(fragment.SelectionSet);
    }

    void WalkDirectives(ImmutableArray<DirectiveNode> directives, string location)
    {
        if (directives.IsEmpty)
        {
            return;
        }

        foreach (var rule in rules)
        {
            rule.EnterDirectives(directives, location);
        }

        context.IsInDirective = true;
        foreach (var directive in directives)
        {
            context.Work++;
            context.Directive = context.FindDirective(directive.Name.Value);
            foreach (var rule in rules)
            {
                rule.EnterDirective(directive);
            }

            WalkArguments(directive.Arguments, context.Directive?.Arguments ?? []);
        }

        (context.IsInDirective, context.Directive) = (false, null);
    }

    void WalkArguments(ImmutableArray<ArgumentNode> arguments, ImmutableArray<InputValue> definitions)
    {
        foreach (var argument in arguments)
        {
            context.Argument = Find(definitions, argument.Name.Value);
            (context.Input, context.InputType) = (context.Argument, context.Argument?.Type);
            foreach (var rule in rules)
            {
                rule.EnterArgument(argument);
            }

            WalkValue(argument.Value, new ValuePosition(context.InputType, context.Argument));
            (context.Argument, context.Input, context.InputType) = (null, null, null);
        }
    }

    void WalkValue(ValueNode value, ValuePosition position)
    {
        context.Work++;
        var (outer, outerType) = (context.Input, context.InputType);
        (context.Input, context.InputType) = (position.Input, position.IsRefused ? null : position.Type);
        foreach (var rule in rules)
        {
            rule.EnterValue(value);
        }

        switch (value)
        {
            case VariableNode variable:
                _uses.Variables.Add(new VariableUsage(variable, position));
                break;
            case ListValueNode list:
                var item = position.OfItem();
                foreach (var one in list.Values)
                {
                    WalkValue(one, item);
                }

                break;
            case ObjectValueNode node:
                var input = position.Type?.Named as InputObjectType;
                foreach (var field in node.Fields)
                {
                    var definition = Find(input?.Fields ?? [], field.Name.Value);
                    WalkValue(field.Value, new ValuePosition(definition?.Type, definition, input, position.IsRefused));
                }

                break;
        }

        (context.Input, context.InputType) = (outer, outerType);
    }

    NamedType? Condition(NamedTypeNode node) =>
        context.FindType(node.Name.Value) is { IsOutput: true } type ? type : null;

    static InputValue? Find(ImmutableArray<InputValue> definitions, string name)
    {
        foreach (var definition in definitions)
        {
            if (definition.Name == name)
            {
                return definition;
            }
        }

        return null;
    }
}
