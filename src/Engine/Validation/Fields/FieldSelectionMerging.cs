using GraphApi.Engine.Language;
using GraphApi.Engine.TypeSystem;

namespace GraphApi.Engine.Validation.Fields;

/// <summary>Fields with the same response key can be merged into one.</summary>
/// <remarks>
/// Algorithm. The specification compares every pair of fields of a selection set, and below each pair again. Here whole
/// sets are compared, level by level from the root of an operation, fragments written out:
/// A) The fields of a level are grouped by response key.
/// B) In a group, fields that can be of the same object - those on one object type with those on interfaces and
///    unions - must be the same field with the same arguments. What is selected below them, together, is the next
///    level.
/// C) In a group, all fields must return the same shape. What is selected below them, together, is the next level.
/// Sameness is transitive, so comparing each field with the first is enough. A set of fields that was checked before,
/// wherever, is not checked again, which ends cycles of fragments and makes a fragment that is spread in many places
/// cheap. Collecting a field and comparing one each cost 1 of <see cref="EngineOptions.MaxFieldMergeComparisons"/>.
/// </remarks>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Field-Selection-Merging"/>
sealed class FieldSelectionMerging(ValidationContext context) : ValidationRule(context)
{
    readonly Dictionary<(FieldNode Node, NamedType? Parent), int> _ids = new(NodeAndParent.Instance);
    readonly Dictionary<string, Dictionary<string, List<MergedField>>> _below = [];
    readonly HashSet<string> _sameObjectChecked = [];
    readonly HashSet<string> _sameShapeChecked = [];
    readonly HashSet<int> _inConflict = [];
    readonly List<(MergedField A, MergedField B, string Reason)> _conflicts = [];
    readonly HashSet<string> _spread = [];
    readonly HashSet<int> _collected = [];
    readonly HashSet<string> _visited = [];
    readonly ArgumentText _arguments = new();
    int _cost;

    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            Check(operation.SelectionSet, Context.RootType(operation.Operation));
        }

        // Those no operation spreads; another rule refuses them, but what is wrong inside them is told all the same.
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
        {
            if (_spread.Add(fragment.Name.Value))
            {
                Check(fragment.SelectionSet, Condition(fragment.TypeCondition));
            }
        }

        if (_conflicts.Count > 0)
        {
            ReportConflicts();
        }
    }

    void Check(SelectionSetNode set, NamedType? type)
    {
        var groups = new Dictionary<string, List<MergedField>>();
        BeginLevel();
        Collect(set, type, parent: null, groups);
        CheckGroups(groups, depth: 1);
    }

    void BeginLevel()
    {
        _collected.Clear();
        _visited.Clear();
    }

    /// <summary>A) Adds the fields of a selection set to the groups, fragments written out.</summary>
    void Collect(
        SelectionSetNode set,
        NamedType? type,
        MergedField? parent,
        Dictionary<string, List<MergedField>> groups)
    {
        foreach (var selection in set.Selections)
        {
            Spend(1, selection);
            if (Context.IsStopped)
            {
                return;
            }

            switch (selection)
            {
                case FieldNode field:
                    var id = IdOf(field, type);
                    if (_collected.Add(id))
                    {
                        var definition = type is null ? null : Context.Schema.FindField(type, field.Name.Value);
                        AddTo(groups, new MergedField(id, field, type, definition, parent));
                    }

                    break;
                case InlineFragmentNode fragment:
                    var condition = fragment.TypeCondition is null ? type : Condition(fragment.TypeCondition);
                    Collect(fragment.SelectionSet, condition, parent, groups);
                    break;
                case FragmentSpreadNode spread when _visited.Add(spread.Name.Value):
                    _spread.Add(spread.Name.Value);
                    if (Context.FindFragment(spread.Name.Value) is { } target)
                    {
                        var targetType = Condition(target.TypeCondition);
                        Collect(target.SelectionSet, targetType, parent, groups);
                    }

                    break;
            }
        }
    }

    /// <summary>B) and C) for the fields of a level, where fields of one group can be of the same object.</summary>
    void CheckGroups(Dictionary<string, List<MergedField>> groups, int depth)
    {
        foreach (var fields in groups.Values)
        {
            if (IsLoneLeaf(fields))
            {
                continue;
            }

            // The same field of the same type has the same shape: C) is for fields of different types.
            if (fields.TrueForAll(field => field.ParentType == fields[0].ParentType))
            {
                CheckSameObject(fields, depth);
                continue;
            }

            CheckSameShape(fields, depth);
            foreach (var ofSameObject in OfSameObject(fields))
            {
                CheckSameObject(ofSameObject, depth);
            }
        }
    }

    /// <summary>B) Fields that can be of the same object are the same field with the same arguments.</summary>
    void CheckSameObject(List<MergedField> fields, int depth)
    {
        var key = KeyOf(fields);
        if (!Context.IsStopped
            && _sameObjectChecked.Add(key)
            && !Conflict(fields, DifferentFields)
            && Below(fields, key, depth) is { Count: > 0 } below)
        {
            CheckGroups(below, depth + 1);
        }
    }

    /// <summary>C) Fields of one response key return the same shape, whatever object they are of.</summary>
    void CheckSameShape(List<MergedField> fields, int depth)
    {
        var key = KeyOf(fields);
        if (Context.IsStopped || !_sameShapeChecked.Add(key) || Conflict(Known(fields), DifferentShapes))
        {
            return;
        }

        foreach (var below in Below(fields, key, depth).Values)
        {
            if (!IsLoneLeaf(below))
            {
                CheckSameShape(below, depth + 1);
            }
        }
    }

    /// <summary>Most fields: nothing to compare it with, and nothing below.</summary>
    static bool IsLoneLeaf(List<MergedField> fields) => fields is [{ Node.SelectionSet: null }];

    /// <summary>Those whose shape is known; others are like any other.</summary>
    static List<MergedField> Known(List<MergedField> fields) =>
        fields.TrueForAll(field => field.Definition is not null)
            ? fields
            : fields.FindAll(field => field.Definition is not null);

    /// <summary>
    /// The fields on interfaces and unions, with those of each object type; all where there is none.
    /// </summary>
    static IEnumerable<List<MergedField>> OfSameObject(List<MergedField> fields)
    {
        var types = fields.Select(field => field.ParentType).OfType<ObjectType>().Distinct().ToList();
        return types.Count == 0
            ? [fields]
            : types.Select(type => fields.FindAll(f => f.ParentType == type || f.ParentType is not ObjectType));
    }

    /// <summary>What is selected below a set of fields, grouped by response key.</summary>
    Dictionary<string, List<MergedField>> Below(List<MergedField> fields, string key, int depth)
    {
        // Deeper than this are only documents that another rule refuses, and cycles of fragments.
        if (depth > Context.Options.MaxFragmentVisits)
        {
            return [];
        }

        if (!_below.TryGetValue(key, out var groups))
        {
            groups = [];
            BeginLevel();
            foreach (var field in fields)
            {
                if (field.Node.SelectionSet is { } set)
                {
                    Collect(set, field.Definition?.Type.Named, field, groups);
                }
            }

            _below.Add(key, groups);
        }

        return groups;
    }

    /// <summary>Whether a field cannot be merged with the first one, which then is reported.</summary>
    bool Conflict(List<MergedField> fields, Func<MergedField, MergedField, string?> compare)
    {
        if (fields.Count < 2)
        {
            return false;
        }

        Spend(fields.Count - 1, fields[0].Node);
        for (var i = 1; i < fields.Count && !Context.IsStopped; i++)
        {
            if (compare(fields[0], fields[i]) is not { } reason)
            {
                continue;
            }

            // Both checks may find the same fields; one message is enough.
            if (!_inConflict.Contains(fields[0].Id) || _inConflict.Add(fields[i].Id))
            {
                _inConflict.Add(fields[0].Id);
                _inConflict.Add(fields[i].Id);
                _conflicts.Add((fields[0], fields[i], reason));
            }

            return true;
        }

        return false;
    }

    string? DifferentFields(MergedField a, MergedField b)
    {
        if (a.Node.Name.Value != b.Node.Name.Value)
        {
            return $"\"{a.Node.Name.Value}\" and \"{b.Node.Name.Value}\" are different fields";
        }

        return _arguments.Of(a.Node) == _arguments.Of(b.Node) ? null : "they have differing arguments";
    }

    static string? DifferentShapes(MergedField a, MergedField b) =>
        a.Definition is null || b.Definition is null ? null : DifferentShapes(a.Definition, b.Definition);

    static string? DifferentShapes(Field a, Field b) => IsSameShape(a.Type, b.Type)
        ? null
        : $"they return conflicting types \"{a.Type}\" and \"{b.Type}\"";

    /// <summary>Whether two types are written alike: the same lists, nullability, and leaf.</summary>
    /// <seealso href="https://spec.graphql.org/September2025/#SameResponseShape()"/>
    static bool IsSameShape(GraphQLType a, GraphQLType b) => (a, b) switch
    {
        (NonNullType one, NonNullType other) => IsSameShape(one.OfType, other.OfType),
        (NonNullType, _) or (_, NonNullType) => false,
        (ListType one, ListType other) => IsSameShape(one.OfType, other.OfType),
        (ListType, _) or (_, ListType) => false,
        _ => a == b || !(a.IsLeaf || b.IsLeaf),
    };

    /// <summary>Tells each pair in conflict; where these are too many to tell, those found above.</summary>
    void ReportConflicts()
    {
        var explained = new FieldConflicts(
            Context,
            (a, b) => _arguments.Of(a) == _arguments.Of(b),
            DifferentShapes).Explain();
        foreach (var conflict in explained ?? [])
        {
            Report(conflict.ResponseKey, conflict.Reason, [.. conflict.First, .. conflict.Second]);
        }

        if (explained is null or [])
        {
            _conflicts.ForEach(conflict => Report(conflict.A, conflict.B, conflict.Reason));
        }
    }

    /// <summary>Names both fields and what is above them up to where they part.</summary>
    void Report(MergedField a, MergedField b, string reason)
    {
        List<FieldNode> pathToA = [a.Node];
        List<FieldNode> pathToB = [b.Node];
        while (a.Parent is { } parentOfA && b.Parent is { } parentOfB && parentOfA.Id != parentOfB.Id)
        {
            reason = $"subfields \"{a.Node.ResponseKey}\" conflict because {reason}";
            (a, b) = (parentOfA, parentOfB);
            pathToA.Insert(0, a.Node);
            pathToB.Insert(0, b.Node);
        }

        Report(a.Node.ResponseKey, reason, [.. pathToA, .. pathToB]);
    }

    void Report(string responseKey, string reason, ReadOnlySpan<SyntaxNode> nodes) => Context.Report(
        $"Fields \"{responseKey}\" conflict because {reason}. "
        + "Use different aliases on the fields to fetch both if this was intentional.",
        nodes);

    void Spend(int cost, SyntaxNode node)
    {
        _cost += cost;
        Context.Work += cost;
        if (_cost > Context.Options.MaxFieldMergeComparisons)
        {
            Context.Exceed(
                nameof(EngineOptions.MaxFieldMergeComparisons),
                $"Document takes more than {Context.Options.MaxFieldMergeComparisons} comparisons to see that its "
                + "fields can be merged. Select fewer fields with the same name or alias.",
                node);
        }
    }

    NamedType? Condition(NamedTypeNode condition) => Context.FindType(condition.Name.Value);

    int IdOf(FieldNode node, NamedType? parent)
    {
        if (!_ids.TryGetValue((node, parent), out var id))
        {
            id = _ids.Count;
            _ids.Add((node, parent), id);
        }

        return id;
    }

    static void AddTo(Dictionary<string, List<MergedField>> groups, MergedField field)
    {
        if (!groups.TryGetValue(field.Node.ResponseKey, out var group))
        {
            group = [];
            groups.Add(field.Node.ResponseKey, group);
        }

        group.Add(field);
    }

    static string KeyOf(List<MergedField> fields) =>
        fields.Count == 1 ? fields[0].Id.ToString() : string.Join(',', fields.Select(field => field.Id).Order());

    /// <summary>A field as it takes part in merging.</summary>
    /// <param name="Id">The same for the same node on the same parent type.</param>
    /// <param name="Node">The field as written.</param>
    /// <param name="ParentType">The type it is selected on; null: unknown.</param>
    /// <param name="Definition">The field it means; null: unknown.</param>
    /// <param name="Parent">The field in whose selection set it was collected; null: a root field.</param>
    sealed record MergedField(int Id, FieldNode Node, NamedType? ParentType, Field? Definition, MergedField? Parent);
}

/// <summary>Compares nodes and types by reference: two equal fields at two places are two fields.</summary>
file sealed class NodeAndParent : IEqualityComparer<(FieldNode Node, NamedType? Parent)>
{
    public static NodeAndParent Instance { get; } = new();

    public bool Equals((FieldNode Node, NamedType? Parent) x, (FieldNode Node, NamedType? Parent) y) =>
        ReferenceEquals(x.Node, y.Node) && ReferenceEquals(x.Parent, y.Parent);

    public int GetHashCode((FieldNode Node, NamedType? Parent) obj) =>
        System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Node);
}
