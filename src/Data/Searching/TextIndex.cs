using System.Linq.Expressions;

namespace GraphApi.Data.Searching;

/// <summary>
/// How one database finds texts by their words; each database has its own. What a search text says reaches the database
/// in the parameter that <see cref="Write"/> makes of a term, and in no other way.
/// </summary>
public abstract class TextIndex
{
    /// <summary>
    /// Whether a text has the words of a term in any form: a condition on the entity that has the text and on what
    /// <see cref="Write"/> made of the term; a context may stand before them.
    /// </summary>
    public abstract LambdaExpression HasStems { get; }

    /// <summary>The same, for the words as they are.</summary>
    public abstract LambdaExpression HasWords { get; }

    /// <summary>A term in the language of the database. Its words are letters and digits alone.</summary>
    public abstract string Write(SearchTerm term);
}
