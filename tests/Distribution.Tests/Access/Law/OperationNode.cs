using System.Text;

namespace GraphApi.Distribution.Tests.Access.Law;

/// <summary>
/// A field, a fragment, an argument or a part of an argument's value of a random operation: text before, parts between
/// brackets. A part can be taken out, which is how an operation that fails is made smaller. Mutable.
/// </summary>
/// <param name="text">What stands before the parts.</param>
/// <param name="open">What opens the parts; empty: it is itself all there is.</param>
/// <param name="close">What closes them.</param>
sealed class OperationNode(string text, string open = "", string close = "")
{
    /// <summary>What it consists of.</summary>
    public List<OperationNode> Parts { get; } = [];

    /// <summary>Whether it is an empty shell without its parts, so that it must go with the last of them.</summary>
    public bool NeedsParts { get; init; } = open.Length > 0;

    public OperationNode With(params IEnumerable<OperationNode> parts)
    {
        Parts.AddRange(parts);
        return this;
    }

    /// <summary>All nodes that can be taken out, outermost first, each with its owner.</summary>
    public IEnumerable<(OperationNode Owner, OperationNode Part)> Removable() => Parts
        .Select(part => (this, part))
        .Concat(Parts.SelectMany(part => part.Removable()));

    /// <summary>Whether no node lacks the parts it needs.</summary>
    public bool IsWhole => !(NeedsParts && Parts.Count == 0) && Parts.All(part => part.IsWhole);

    public override string ToString()
    {
        var builder = new StringBuilder();
        Append(builder);
        return builder.ToString();
    }

    void Append(StringBuilder builder)
    {
        builder.Append(text).Append(open);
        for (var i = 0; i < Parts.Count; i++)
        {
            builder.Append(i == 0 ? "" : " ");
            Parts[i].Append(builder);
        }

        builder.Append(close);
    }
}
