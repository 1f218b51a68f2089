using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace GraphApi.Engine.Tests;

/// <summary>What an assembly offers to others, as text: a type a paragraph, a member a line.</summary>
sealed class PublicSurface
{
    const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(byte)] = "byte",
    };

    readonly NullabilityInfoContext _nullability = new();
    readonly StringBuilder _text = new();

    PublicSurface()
    {
    }

    public static string Of(Assembly assembly)
    {
        var surface = new PublicSurface();
        foreach (var types in assembly.GetExportedTypes()
            .GroupBy(type => type.Namespace)
            .OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            surface._text.Append("# ").Append(types.Key).Append("\n\n");
            foreach (var type in types.OrderBy(type => type.Name, StringComparer.Ordinal))
            {
                surface.Write(type);
            }
        }

        return surface._text.ToString();
    }

    void Write(Type type)
    {
        var bases = type.GetInterfaces()
            .Where(implemented => implemented.IsPublic && implemented.Assembly == type.Assembly)
            .Except(type.BaseType?.GetInterfaces() ?? [])
            .Prepend(type.BaseType is { } b && b.Assembly == type.Assembly ? b : null)
            .OfType<Type>()
            .Select(Name)
            .ToList();
        _text.Append(Kind(type)).Append(' ').Append(Name(type))
            .Append(bases.Count > 0 ? " : " : "").AppendJoin(", ", bases).Append('\n');
        var members = type.GetMembers(Declared)
            .OrderBy(member => member.MemberType)
            .ThenBy(member => member.Name, StringComparer.Ordinal)
            .Select(Text)
            .OfType<string>();
        foreach (var member in type.IsEnum ? Enum.GetNames(type) : members)
        {
            _text.Append("    ").Append(member).Append('\n');
        }

        _text.Append('\n');
    }

    static string Kind(Type type)
    {
        if (type.IsEnum || type.IsInterface)
        {
            return type.IsEnum ? "enum" : "interface";
        }

        var isRecord = type.GetMethods(Declared).Any(method => method.Name == "PrintMembers");
        if (type.IsValueType)
        {
            return isRecord ? "record struct" : "struct";
        }

        var how = type is { IsAbstract: true, IsSealed: true } ? "static "
            : type.IsAbstract ? "abstract "
            : type.IsSealed ? "sealed " : "";
        return how + (isRecord ? "record" : "class");
    }

    string? Text(MemberInfo member) => member switch
    {
        _ when member.IsDefined(typeof(CompilerGeneratedAttribute)) => null,
        ConstructorInfo constructor when IsSeen(constructor) && !IsCopy(constructor) =>
            $"{Access(constructor)}new({Parameters(constructor)})",
        MethodInfo { IsSpecialName: false } method when IsSeen(method) && !IsOverride(method) =>
            $"{Access(method)}{Of(method.ReturnParameter)} {method.Name}{Generic(method)}({Parameters(method)})",
        PropertyInfo { Name: not "EqualityContract", GetMethod: { } get } property
            when IsSeen(get) && !IsOverride(get) => $"{Access(get)}{Of(property)} {property.Name} {{ get;{Setter(property)} }}",
        FieldInfo { IsPublic: true } field =>
            $"{(field.IsLiteral ? "const" : "static")} {Name(field.FieldType)} {field.Name}"
            + (field.IsLiteral ? $" = \"{field.GetRawConstantValue()}\"" : ""),
        _ => null,
    };

    static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    static bool IsOverride(MethodInfo method) =>
        method.GetBaseDefinition() != method || method.IsDefined(typeof(PreserveBaseOverridesAttribute));

    static bool IsCopy(ConstructorInfo constructor) =>
        constructor.GetParameters() is [var only] && only.ParameterType == constructor.DeclaringType;

    static string Access(MethodBase method) =>
        (method.IsPublic ? "" : "protected ")
        + (method.IsStatic ? "static " : "")
        + (method is { IsAbstract: true, DeclaringType.IsInterface: false } ? "abstract "
            : method is { IsVirtual: true, IsFinal: false, DeclaringType.IsInterface: false } ? "virtual " : "");

    static string Setter(PropertyInfo property) => property.SetMethod is { } set && IsSeen(set)
        ? set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;"
        : "";

    static string Generic(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        (parameter.IsOut ? "out " : "")
        + (parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute))
            ? "params "
            : "")
        + $"{Of(parameter)} {parameter.Name}"
        + (parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "null"}".Replace("False", "false") : "")));

    string Of(ParameterInfo parameter) => Name(parameter.ParameterType, _nullability.Create(parameter));

    string Of(PropertyInfo property) => Name(property.PropertyType, _nullability.Create(property));

    static string Name(Type type) => Name(type, null);

    static string Name(Type type, NullabilityInfo? nullability)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!, nullability);
        }

        var mark = nullability is { ReadState: NullabilityState.Nullable } && !type.IsValueType ? "?" : "";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying) + "?";
        }

        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!, nullability?.ElementType)}[]{mark}";
        }

        if (!type.IsGenericType)
        {
            return Keywords.GetValueOrDefault(type, type.Name) + mark;
        }

        var arguments = type.GetGenericArguments()
            .Select((argument, i) => Name(argument, nullability?.GenericTypeArguments.ElementAtOrDefault(i)));
        return type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal)
            ? $"({string.Join(", ", arguments)})"
            : $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", arguments)}>{mark}";
    }
}
