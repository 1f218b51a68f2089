namespace GraphApi.Engine.TypeSystem;

/// <summary>
/// How the values of a field come about. A binding answers for a whole batch of parents at once; one for a single
/// parent does not exist, so that N+1 cannot be written.
/// </summary>
public abstract class FieldBinding;
