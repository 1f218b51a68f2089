using GraphApi.Engine.Language;

namespace GraphApi.Engine.Planning;

/// <summary>
/// The groups of a selection set by response key, in the order of the response. Most sets are small, and looking
/// through them costs less than a dictionary.
/// </summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Field-Collection"/>
sealed class FieldGroups
{
    const int Small = 16;

    readonly List<FieldGroup> _groups = [];
    Dictionary<string, FieldGroup>? _byKey;

    /// <summary>How many there are.</summary>
    public int Count => _groups.Count;

    /// <summary>One of them.</summary>
    public FieldGroup this[int index] => _groups[index];

    /// <summary>Adds a field to the group of its response key.</summary>
    public void Add(FieldNode field, Conjunction condition)
    {
        if (Find(field.ResponseKey) is { } known)
        {
            known.Add(field, condition);
            return;
        }

        var group = new FieldGroup(field, condition);
        _groups.Add(group);
        _byKey?.Add(field.ResponseKey, group);
        if (_byKey is null && _groups.Count > Small)
        {
            _byKey = _groups.ToDictionary(g => g.First.ResponseKey);
        }
    }

    FieldGroup? Find(string responseKey)
    {
        if (_byKey is not null)
        {
            return _byKey.GetValueOrDefault(responseKey);
        }

        foreach (var group in _groups)
        {
            if (group.First.ResponseKey == responseKey)
            {
                return group;
            }
        }

        return null;
    }
}
