using System.Runtime.CompilerServices;
using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Validation.Fields;

/// <summary>
/// Explains conflicts that are known to be there in the words, and at the places, of graphql-js: pair by pair, each
/// selection set for itself, fragments with their neighbours. That is far more work than finding out whether there is a
/// conflict, so it is bounded, and asked for only by documents that are refused anyway. Each selection collected and
/// each pair looked at - of fields, of a set and a fragment, of fragments - costs 1 of
/// <see cref="EngineOptions.MaxFieldMergeComparisons"/>, also where the two have nothing in common.
/// </summary>
/// <remarks>
/// The letters at the methods are those of the steps in graphql-js. Two collections of fields are <em>exclusive</em>
/// where they are of different object types, so that never both take part.
/// </remarks>
/// <param name="context">The document.</param>
/// <param name="areSameArguments">Whether two fields are given the same arguments.</param>
/// <param name="describeShapes">Why two fields cannot return the same shape; null: they can.</param>
/// <seealso href="https://spec.graphql.org/September2025/#FieldsInSetCanMerge()"/>
sealed class FieldConflicts(
    ValidationContext context,
    Func<FieldNode, FieldNode, bool> areSameArguments,
    Func<Field, Field, string?> describeShapes)
{
    /// <summary>Conflicts that are told, those below others included; with more, nothing is explained.</summary>
    const int MaxConflicts = 500;

    readonly Dictionary<SelectionSetNode, Fields> _fields = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<(Fields Fields, string Fragment), bool> _comparedWithFragment = [];
    readonly Dictionary<(string First, string Second), bool> _comparedFragments = [];
    readonly List<Conflict> _all = [];
    int _cost;
    int _count;

    /// <summary>
    /// The conflicts of the document, at most <see cref="EngineOptions.MaxValidationErrors"/>; null where that is too
    /// much to tell.
    /// </summary>
    public IReadOnlyList<Conflict>? Explain()
    {
        foreach (var definition in context.Document.Definitions)
        {
            if (definition is OperationDefinitionNode operation)
            {
                Visit(operation.SelectionSet, context.RootType(operation.Operation));
            }
            else if (definition is FragmentDefinitionNode fragment)
            {
                Visit(fragment.SelectionSet, TypeOf(fragment.TypeCondition));
            }
        }

        return IsGivenUp ? null : _all;
    }

    bool IsGivenUp => _count > MaxConflicts || _cost > context.Options.MaxFieldMergeComparisons;

    /// <summary>Whether to look no further: it is too much, or as much as may be told.</summary>
    bool IsOver => IsGivenUp || _all.Count >= context.Options.MaxValidationErrors;

    /// <summary>Each selection set by itself, those within it after it.</summary>
    void Visit(SelectionSetNode set, NamedType? type)
    {
        if (IsOver)
        {
            return;
        }

        FindWithin(set, type);
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode { SelectionSet: { } below } field:
                    Visit(below, DefinitionOf(type, field)?.Type.Named);
                    break;
                case InlineFragmentNode fragment:
                    Visit(fragment.SelectionSet, fragment.TypeCondition is { } condition ? TypeOf(condition) : type);
                    break;
            }
        }
    }

    void FindWithin(SelectionSetNode set, NamedType? type)
    {
        var fields = FieldsOf(set, type);

        // A.
        foreach (var (key, entries) in fields.ByKey)
        {
            for (var i = 0; i < entries.Count && !IsOver; i++)
            {
                for (var j = i + 1; j < entries.Count && !IsOver; j++)
                {
                    Add(_all, Compare(key, entries[i], entries[j], areExclusive: false));
                }
            }
        }

        for (var i = 0; i < fields.Fragments.Count && !IsOver; i++)
        {
            // B.
            CompareWithFragment(_all, fields, fields.Fragments[i], areExclusive: false);

            // C.
            for (var j = i + 1; j < fields.Fragments.Count && !IsOver; j++)
            {
                CompareFragments(_all, fields.Fragments[i], fields.Fragments[j], areExclusive: false);
            }
        }
    }

    void CompareWithFragment(List<Conflict> conflicts, Fields fields, string name, bool areExclusive)
    {
        if (!MaySpend()
            || IsKnown(_comparedWithFragment, (fields, name), areExclusive)
            || FieldsOf(name) is not { } others
            || ReferenceEquals(fields, others))
        {
            return;
        }

        // D.
        CompareAll(conflicts, fields, others, areExclusive);

        // E.
        for (var i = 0; i < others.Fragments.Count && !IsOver; i++)
        {
            CompareWithFragment(conflicts, fields, others.Fragments[i], areExclusive);
        }
    }

    void CompareFragments(List<Conflict> conflicts, string first, string second, bool areExclusive)
    {
        var pair = string.CompareOrdinal(first, second) < 0 ? (first, second) : (second, first);
        if (!MaySpend()
            || first == second
            || IsKnown(_comparedFragments, pair, areExclusive)
            || FieldsOf(first) is not { } fields
            || FieldsOf(second) is not { } others)
        {
            return;
        }

        // F.
        CompareAll(conflicts, fields, others, areExclusive);

        // G.
        for (var i = 0; i < others.Fragments.Count && !IsOver; i++)
        {
            CompareFragments(conflicts, first, others.Fragments[i], areExclusive);
        }

        for (var i = 0; i < fields.Fragments.Count && !IsOver; i++)
        {
            CompareFragments(conflicts, fields.Fragments[i], second, areExclusive);
        }
    }

    List<Conflict> CompareBelow(Fields fields, Fields others, bool areExclusive)
    {
        List<Conflict> conflicts = [];

        // H.
        CompareAll(conflicts, fields, others, areExclusive);

        // I.
        for (var i = 0; i < others.Fragments.Count && !IsOver; i++)
        {
            CompareWithFragment(conflicts, fields, others.Fragments[i], areExclusive);
        }

        for (var i = 0; i < fields.Fragments.Count && !IsOver; i++)
        {
            CompareWithFragment(conflicts, others, fields.Fragments[i], areExclusive);
        }

        // J.
        for (var i = 0; i < fields.Fragments.Count && !IsOver; i++)
        {
            for (var j = 0; j < others.Fragments.Count && !IsOver; j++)
            {
                CompareFragments(conflicts, fields.Fragments[i], others.Fragments[j], areExclusive);
            }
        }

        return conflicts;
    }

    void CompareAll(List<Conflict> conflicts, Fields fields, Fields others, bool areExclusive)
    {
        foreach (var (key, entries) in fields.ByKey)
        {
            if (!MaySpend())
            {
                return;
            }

            var same = others.ByKey.GetValueOrDefault(key);
            for (var i = 0; i < entries.Count && !IsOver; i++)
            {
                for (var j = 0; j < same?.Count && !IsOver; j++)
                {
                    Add(conflicts, Compare(key, entries[i], same[j], areExclusive));
                }
            }
        }
    }

    Conflict? Compare(string key, Entry a, Entry b, bool areExclusive)
    {
        if (!MaySpend())
        {
            return null;
        }

        areExclusive |= a.Parent != b.Parent && a.Parent is ObjectType && b.Parent is ObjectType;
        var reason = areExclusive ? null : DescribeDifference(a.Node, b.Node);
        if (reason is null && a.Definition is not null && b.Definition is not null)
        {
            reason = describeShapes(a.Definition, b.Definition);
        }

        if (reason is not null)
        {
            return new Conflict(key, reason, [a.Node], [b.Node]);
        }

        if (a.Node.SelectionSet is not { } set || b.Node.SelectionSet is not { } other)
        {
            return null;
        }

        var below = CompareBelow(
            FieldsOf(set, a.Definition?.Type.Named),
            FieldsOf(other, b.Definition?.Type.Named),
            areExclusive);
        return below.Count == 0
            ? null
            : new Conflict(
                key,
                string.Join(" and ", below.Select(c => $"subfields \"{c.ResponseKey}\" conflict because {c.Reason}")),
                [a.Node, .. below.SelectMany(conflict => conflict.First)],
                [b.Node, .. below.SelectMany(conflict => conflict.Second)]);
    }

    string? DescribeDifference(FieldNode a, FieldNode b)
    {
        if (a.Name.Value != b.Name.Value)
        {
            return $"\"{a.Name.Value}\" and \"{b.Name.Value}\" are different fields";
        }

        return areSameArguments(a, b) ? null : "they have differing arguments";
    }

    void Add(List<Conflict> conflicts, Conflict? conflict)
    {
        if (conflict is not null && ++_count <= MaxConflicts)
        {
            conflicts.Add(conflict);
        }
    }

    /// <summary>Counts one step; false: it is not to be done, nor any other.</summary>
    bool MaySpend()
    {
        if (IsOver)
        {
            return false;
        }

        _cost++;
        context.Work++;
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            _count = MaxConflicts + 1;
        }

        return !IsOver;
    }

    /// <summary>
    /// Whether the two were compared before, as strictly as now; if not, it is noted that they are: those that are
    /// exclusive are compared less strictly.
    /// </summary>
    static bool IsKnown<TPair>(Dictionary<TPair, bool> compared, TPair pair, bool areExclusive)
        where TPair : notnull
    {
        if (compared.TryGetValue(pair, out var wereExclusive) && (areExclusive || !wereExclusive))
        {
            return true;
        }

        compared[pair] = areExclusive;
        return false;
    }

    Fields? FieldsOf(string name) => context.FindFragment(name) is { } fragment
        ? FieldsOf(fragment.SelectionSet, TypeOf(fragment.TypeCondition))
        : null;

    Fields FieldsOf(SelectionSetNode set, NamedType? type)
    {
        if (!_fields.TryGetValue(set, out var fields))
        {
            fields = new Fields();
            Collect(set, type, fields);
            _fields.Add(set, fields);
        }

        return fields;
    }

    void Collect(SelectionSetNode set, NamedType? type, Fields fields)
    {
        foreach (var selection in set.Selections)
        {
            if (!MaySpend())
            {
                return;
            }

            switch (selection)
            {
                case FieldNode field:
                    fields.Add(new Entry(type, field, DefinitionOf(type, field)));
                    break;
                case FragmentSpreadNode spread:
                    fields.AddFragment(spread.Name.Value);
                    break;
                case InlineFragmentNode fragment:
                    var condition = fragment.TypeCondition is null ? type : TypeOf(fragment.TypeCondition);
                    Collect(fragment.SelectionSet, condition, fields);
                    break;
            }
        }
    }

    Field? DefinitionOf(NamedType? type, FieldNode field) =>
        type is null ? null : context.Schema.FindField(type, field.Name.Value);

    NamedType? TypeOf(NamedTypeNode condition) => context.FindType(condition.Name.Value);

    /// <summary>Fields that cannot be merged.</summary>
    /// <param name="ResponseKey">The key they share.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="First">The one field, then those below it that conflict.</param>
    /// <param name="Second">The other field, then those below it.</param>
    public sealed record Conflict(string ResponseKey, string Reason, List<FieldNode> First, List<FieldNode> Second);

    sealed record Entry(NamedType? Parent, FieldNode Node, Field? Definition);

    /// <summary>What a selection set selects itself, inline fragments written out.</summary>
    sealed class Fields
    {
        readonly HashSet<string> _spread = [];

        public OrderedDictionary<string, List<Entry>> ByKey { get; } = [];

        public List<string> Fragments { get; } = [];

        public void AddFragment(string name)
        {
            if (_spread.Add(name))
            {
                Fragments.Add(name);
            }
        }

        public void Add(Entry entry)
        {
            if (!ByKey.TryGetValue(entry.Node.ResponseKey, out var entries))
            {
                ByKey.Add(entry.Node.ResponseKey, entries = []);
            }

            entries.Add(entry);
        }
    }
}
