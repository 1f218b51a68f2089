namespace GraphApi.Engine.Checking;

/// <summary>How bad a problem of a document is.</summary>
public enum ProblemSeverity
{
    /// <summary>It runs today, and something should be done about it.</summary>
    Warning,

    /// <summary>The server refuses it.</summary>
    Error,
}
