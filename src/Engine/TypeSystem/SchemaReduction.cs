using GraphApi.Engine.Language;

namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// What remains of a schema for somebody who may not use all of it: a schema again, valid, without bindings, in which
/// every operation that is valid is valid against the whole one too. Mutable while it is worked out.
/// </summary>
/// <remarks>
/// Something remains that leads to something and that nothing forbids:
/// <list type="bullet">
/// <item>a field that may be used, whose type remains and whose required arguments do;</item>
/// <item>an argument or input field that may be used, whose type remains, as does all that its default names;</item>
/// <item>an input object whose required fields remain and of which a condition can still be made, so not one with
/// nothing left but <c>and</c> and <c>or</c> of itself; an object or interface with a field; a union with a member; an
/// interface that some object implements, if any did;</item>
/// <item>a field of an interface, or an argument of one, that remains on every type that implements it: a caller who
/// may use it on some only reads it by a fragment on those;</item>
/// <item>of all these, what is reached from the roots, or from a directive that remains. An interface that is merely
/// implemented leads to no other implementation.</item>
/// </list>
/// What the specification puts into every schema remains. There are three steps, since an interface depends on those
/// who implement it and they on the types of their fields: the first and the second repeat until no further interface
/// goes, and each time an interface's fields are looked at anew, the third is reachability.
/// </remarks>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System"/>
sealed class SchemaReduction
{
    readonly Schema _schema;
    readonly Func<Field, bool> _canUse;
    readonly Func<InputValue, bool> _canUseInput;
    readonly List<ComplexType> _complex;
    readonly List<InputObjectType> _inputTypes;
    readonly HashSet<Field> _fields = [];
    readonly HashSet<InputValue> _inputs = [];
    readonly HashSet<NamedType> _gone = [];
    readonly HashSet<InputObjectType> _leading;

    SchemaReduction(Schema schema, Func<Field, bool> canUse, Func<InputValue, bool> canUseInput)
    {
        _schema = schema;
        _canUse = canUse;
        _canUseInput = canUseInput;
        _complex = [.. schema.ClientTypes.OfType<ComplexType>().Where(type => !IsIntrospection(type))];
        _inputTypes = [.. schema.ClientTypes.OfType<InputObjectType>()];
        _leading = Leading(_ => true);
    }

    /// <summary>The schema that remains; null where no field of the query root does.</summary>
    /// <param name="schema">The whole schema.</param>
    /// <param name="canUse">Whether a field may be used. Asked once for each field of objects and interfaces.</param>
    /// <param name="canUseInput">
    /// Whether an argument of a field, or a field of an input object, may be used. Asked once for each.
    /// </param>
    public static Schema? Of(Schema schema, Func<Field, bool> canUse, Func<InputValue, bool> canUseInput)
    {
        var reduction = new SchemaReduction(schema, canUse, canUseInput);
        reduction.Settle();
        return reduction.Remains(schema.QueryType)
            ? new SchemaBuilder().AddDocument(reduction.ToDocument()).AllowUnbound().Build()
            : null;
    }

    void Settle()
    {
        _fields.UnionWith(_complex.SelectMany(type => type.Fields).Where(_canUse));
        _inputs.UnionWith(_complex.SelectMany(type => type.Fields).SelectMany(field => field.Arguments)
            .Concat(_inputTypes.SelectMany(type => type.Fields))
            .Where(_canUseInput));
        var declared = _fields.Where(field => field.DeclaringType is InterfaceType).ToList();
        var offered = declared.SelectMany(field => field.Arguments).Where(_inputs.Contains).ToList();
        int gone;
        do
        {
            gone = _gone.Count;

            // 1. Objects, unions and inputs.
            Repeat(ReduceInputs);
            Repeat(ReduceFields);

            // 2. Interfaces, from what is left of those that implement them.
            _fields.UnionWith(declared);
            _inputs.UnionWith(offered);
            Repeat(ReduceInputs);
            Repeat(ReduceFields);
            Repeat(ReduceInterfaces);
            _gone.UnionWith(_complex.OfType<InterfaceType>().Where(type => !type.Fields.Any(_fields.Contains)));
        }
        while (_gone.Count > gone);
    }

    static void Repeat(Func<bool> reduce)
    {
        while (reduce())
        {
        }
    }

    bool ReduceInputs()
    {
        var removed = _inputs.RemoveWhere(input => !Remains(input));
        var leading = Leading(_inputs.Contains);
        foreach (var type in _inputTypes)
        {
            if (!_gone.Contains(type)
                && (type.Fields.Any(field => field.IsRequired && !_inputs.Contains(field))
                    || (_leading.Contains(type) && !leading.Contains(type))))
            {
                _gone.Add(type);
                removed++;
            }
        }

        return removed > 0;
    }

    bool ReduceFields() => _fields.RemoveWhere(field =>
        !Remains(field.Type.Named)
        || field.Arguments.Any(argument => argument.IsRequired && !_inputs.Contains(argument))) > 0;

    bool ReduceInterfaces()
    {
        var removed = 0;
        foreach (var type in _complex.Where(Remains))
        {
            foreach (var field in type.Interfaces.SelectMany(declared => declared.Fields).Where(_fields.Contains))
            {
                var own = type.FieldsByName[field.Name];
                if (!_fields.Contains(own) || !Offers(field, own, ref removed))
                {
                    _fields.Remove(field);
                    removed++;
                }
            }
        }

        return removed > 0;
    }

    // Whether a field has what its implementation needs, when it has lost what that does not have.
    bool Offers(Field field, Field implementation, ref int removed)
    {
        foreach (var argument in field.Arguments.Where(_inputs.Contains))
        {
            if (!_inputs.Contains(implementation.ArgumentsByName[argument.Name]))
            {
                _inputs.Remove(argument);
                removed++;
            }
        }

        return !field.Arguments.Any(argument => argument.IsRequired && !_inputs.Contains(argument))
            && !implementation.Arguments.Any(argument => argument.IsRequired
                && !(field.ArgumentsByName.TryGetValue(argument.Name, out var offered) && _inputs.Contains(offered)));
    }

    bool Remains(InputValue input) =>
        Remains(input.Type.Named) && LiteralFields.OfDefault(input).All(_inputs.Contains);

    bool Remains(NamedType type) => !_gone.Contains(type) && type switch
    {
        ObjectType complex => IsIntrospection(type) || complex.Fields.Any(_fields.Contains),
        InterfaceType => _schema.GetPossibleTypes(type) is var possible && (possible.IsEmpty || possible.Any(Remains)),
        UnionType union => union.Members.Any(Remains),
        InputObjectType input => input.Fields.Any(_inputs.Contains),
        _ => true,
    };

    /// <summary>The input types whose values can say something: they lead to a scalar or an enum.</summary>
    HashSet<InputObjectType> Leading(Func<InputValue, bool> isShown)
    {
        HashSet<InputObjectType> leading = [];
        int known;
        do
        {
            known = leading.Count;
            leading.UnionWith(_inputTypes.Where(type => type.Fields.Any(field => isShown(field)
                && (field.Type.Named is not InputObjectType inner || leading.Contains(inner)))));
        }
        while (leading.Count > known);
        return leading;
    }

    DocumentNode ToDocument()
    {
        // A directive that has lost an argument is gone: where it is applied, it could not be told with what.
        var directives = _schema.ClientDirectives.Where(directive => directive.Arguments.All(Remains)).ToHashSet();
        var reached = Reached(directives);
        var hidden = ClientView.Hidden(_schema);
        hidden.UnionWith(_schema.ClientDirectives.Where(directive => !directives.Contains(directive)));
        hidden.UnionWith(_schema.ClientTypes.Where(type => !reached.Contains(type)));
        hidden.UnionWith(_complex.SelectMany(type => type.Fields).Where(field => !_fields.Contains(field)));
        hidden.UnionWith(_complex.SelectMany(type => type.Fields).SelectMany(field => field.Arguments)
            .Concat(_inputTypes.SelectMany(type => type.Fields))
            .Where(input => !_inputs.Contains(input)));
        return new SchemaDocument(_schema, hidden).Whole();
    }

    HashSet<NamedType> Reached(IEnumerable<DirectiveDefinition> directives)
    {
        HashSet<NamedType> reached = [];
        HashSet<NamedType> selected = [];
        var open = new Stack<(NamedType Type, bool IsSelected)>();
        foreach (var root in new[] { _schema.QueryType, _schema.MutationType, _schema.SubscriptionType })
        {
            if (root is not null)
            {
                open.Push((root, true));
            }
        }

        foreach (var argument in directives.SelectMany(directive => directive.Arguments))
        {
            open.Push((argument.Type.Named, false));
        }

        while (open.TryPop(out var next))
        {
            var (type, isSelected) = next;
            if (!Remains(type) || !(reached.Add(type) | (isSelected && selected.Add(type))))
            {
                continue;
            }

            foreach (var further in References(type, isSelected))
            {
                open.Push(further);
            }
        }

        return reached;
    }

    IEnumerable<(NamedType Type, bool IsSelected)> References(NamedType type, bool isSelected)
    {
        var below = type switch
        {
            ComplexType complex => complex.Fields.Where(_fields.Contains).SelectMany(field => field.Arguments
                .Where(_inputs.Contains)
                .Select(argument => (argument.Type.Named, false))
                .Prepend((field.Type.Named, true))).Concat(complex.Interfaces.Select(one => ((NamedType)one, false))),
            InputObjectType input => input.Fields.Where(_inputs.Contains).Select(field => (field.Type.Named, false)),
            UnionType union => union.Members.Select(member => ((NamedType)member, true)),
            _ => [],
        };
        return isSelected && type is InterfaceType
            ? below.Concat(_schema.GetPossibleTypes(type).Select(possible => ((NamedType)possible, true)))
            : below;
    }

    static bool IsIntrospection(NamedType type) => type.Name.StartsWith("__", StringComparison.Ordinal);
}
