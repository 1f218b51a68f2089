namespace GraphApi.Engine.Comparison;

/// <summary>
/// What changed. Kinds that graphql-js knows too have its names; behind them stand those that it does not look for.
/// </summary>
public enum SchemaChangeKind
{
    /// <summary>A type is gone. Breaking.</summary>
    TypeRemoved,

    /// <summary>A type is of another kind. Breaking.</summary>
    TypeChangedKind,

    /// <summary>A member of a union is gone. Breaking.</summary>
    TypeRemovedFromUnion,

    /// <summary>A value of an enum is gone. Breaking.</summary>
    ValueRemovedFromEnum,

    /// <summary>An input object has a further field that must be given. Breaking.</summary>
    RequiredInputFieldAdded,

    /// <summary>A type does not implement an interface any more. Breaking.</summary>
    ImplementedInterfaceRemoved,

    /// <summary>A field, of an input object too, is gone. Breaking.</summary>
    FieldRemoved,

    /// <summary>A field, of an input object too, has a type that cannot stand for the old one. Breaking.</summary>
    FieldChangedKind,

    /// <summary>A field has a further argument that must be given. Breaking.</summary>
    RequiredArgAdded,

    /// <summary>An argument is gone. Breaking.</summary>
    ArgRemoved,

    /// <summary>An argument, of a directive too, refuses values that it took. Breaking.</summary>
    ArgChangedKind,

    /// <summary>A directive is gone. Breaking.</summary>
    DirectiveRemoved,

    /// <summary>An argument of a directive is gone. Breaking.</summary>
    DirectiveArgRemoved,

    /// <summary>A directive has a further argument that must be given. Breaking.</summary>
    RequiredDirectiveArgAdded,

    /// <summary>A directive may stand only once at a place. Breaking.</summary>
    DirectiveRepeatableRemoved,

    /// <summary>A directive may not stand at a place any more. Breaking.</summary>
    DirectiveLocationRemoved,

    /// <summary>An enum has a further value. Dangerous.</summary>
    ValueAddedToEnum,

    /// <summary>A union has a further member. Dangerous.</summary>
    TypeAddedToUnion,

    /// <summary>An input object has a further field that may be left out. Dangerous.</summary>
    OptionalInputFieldAdded,

    /// <summary>A field has a further argument that may be left out. Dangerous.</summary>
    OptionalArgAdded,

    /// <summary>
    /// A type, which may be new itself, implements an interface that is not new. Dangerous: a field of the interface's
    /// type may answer it.
    /// </summary>
    ImplementedInterfaceAdded,

    /// <summary>
    /// The default of an argument is gone or another. Dangerous, and breaking where the argument must be given now.
    /// </summary>
    ArgDefaultValueChange,

    /// <summary>The same of a field of an input object.</summary>
    InputFieldDefaultValueChange,

    /// <summary>A description changed. Safe.</summary>
    DescriptionChanged,

    /// <summary>There is a further type. Safe.</summary>
    TypeAdded,

    /// <summary>There is a further directive. Safe.</summary>
    DirectiveAdded,

    /// <summary>An object or interface has a further field. Safe.</summary>
    FieldAdded,

    /// <summary>A directive may stand several times at a place. Safe.</summary>
    DirectiveRepeatableAdded,

    /// <summary>A directive may stand at a further place. Safe.</summary>
    DirectiveLocationAdded,

    /// <summary>A directive has a further argument that may be left out. Safe.</summary>
    OptionalDirectiveArgAdded,

    /// <summary>A field has another type, which can stand for the old one. Safe.</summary>
    FieldChangedKindSafe,

    /// <summary>An argument takes more values than it did. Safe.</summary>
    ArgChangedKindSafe,

    /// <summary>An argument has a default for the first time. Safe.</summary>
    ArgDefaultValueAdded,

    /// <summary>A field of an input object has a default for the first time. Safe.</summary>
    InputFieldDefaultValueAdded,

    /// <summary>The schema has no such operation any more. Breaking.</summary>
    OperationTypeRemoved,

    /// <summary>An operation begins at another type. Breaking.</summary>
    OperationTypeChanged,

    /// <summary>The schema has such an operation for the first time. Safe.</summary>
    OperationTypeAdded,

    /// <summary>Exactly one field of an input object must be given, where it was any number. Breaking.</summary>
    OneOfAdded,

    /// <summary>Any number of fields of an input object may be given, where it was exactly one. Safe.</summary>
    OneOfRemoved,

    /// <summary>A scalar is specified elsewhere, so that its values may have another form. Dangerous.</summary>
    SpecificationChanged,

    /// <summary>Something is deprecated. Safe: it announces a change that is not.</summary>
    DeprecationAdded,

    /// <summary>Something is not deprecated any more. Safe.</summary>
    DeprecationRemoved,

    /// <summary>Something is deprecated for another reason. Safe.</summary>
    DeprecationReasonChanged,

    /// <summary>
    /// Something weighs more than it did. Dangerous: an operation that uses it may cost more than it may.
    /// </summary>
    WeightRaised,

    /// <summary>Something weighs less than it did. Safe.</summary>
    WeightLowered,

    /// <summary>
    /// A list is taken to be longer than it was. Dangerous: what is selected below it costs more.
    /// </summary>
    ListSizeRaised,

    /// <summary>A list is taken to be shorter than it was. Safe.</summary>
    ListSizeLowered,

    /// <summary>Other arguments or fields say how long a list is. Dangerous: an operation may cost more.</summary>
    ListSizeChanged,

    /// <summary>
    /// Exactly one slicing argument must be given, where it was any number. Dangerous: a document stays valid, and its
    /// operation is refused where it does not say how much it wants.
    /// </summary>
    SlicingArgumentRequired,

    /// <summary>Any number of slicing arguments may be given, where it was exactly one. Safe.</summary>
    SlicingArgumentNotRequired,
}
