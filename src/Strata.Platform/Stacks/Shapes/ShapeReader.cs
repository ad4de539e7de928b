using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using Strata.Platform.Units;

namespace Strata.Platform.Stacks.Shapes;

/// <summary>Reads shapes from config records, each once.</summary>
[UnconditionalSuppressMessage("Trimming", "IL2060", Justification = Kept)]
[UnconditionalSuppressMessage("Trimming", "IL2067", Justification = Kept)]
[UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Kept)]
[UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Kept)]
[UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Generics over objects share their code, and those over values are named.")]
internal static class ShapeReader
{
    private const string Kept = "The records of stack files are in this assembly, which is kept whole.";

    private static readonly ConcurrentDictionary<Type, Lazy<RecordShape>> Records = new();

    /// <summary>What is written as text with a form of its own.</summary>
    private static readonly (Type Type, UnitShape Shape)[] Units =
    [
        (typeof(ByteSize), UnitOf<ByteSize>()),
        (typeof(CalendarDate), UnitOf<CalendarDate>()),
        (typeof(Cidr), UnitOf<Cidr>()),
        (typeof(CpuCount), UnitOf<CpuCount>()),
        (typeof(CronSchedule), UnitOf<CronSchedule>()),
        (typeof(Duration), UnitOf<Duration>()),
        (typeof(StackSource), UnitOf<StackSource>()),
        (typeof(TimeZoneName), UnitOf<TimeZoneName>()),
    ];

    /// <summary>Maps to what is no object have code of their own, which must be seen here to be there in native code.</summary>
    private static readonly (Type Item, object Maker)[] MapsToValues = [(typeof(double), MapOf<string, double>()), (typeof(AccessLevel), MapOf<string, AccessLevel>())];

    /// <summary>The shape of a config record.</summary>
    public static RecordShape Of<T>()
        where T : ConfigRecord => RecordOf(typeof(T));

    /// <summary>The shape of a config record.</summary>
    public static RecordShape Of(Type record) => RecordOf(record);

    private static RecordShape RecordOf(Type type) => Records.GetOrAdd(type, t => new Lazy<RecordShape>(() => ReadRecord(t))).Value;

    private static RecordShape ReadRecord(Type type)
    {
        var shape = new RecordShape(type, () => (ConfigRecord)Activator.CreateInstance(type)!);
        var properties = new List<PropertyShape>();
        foreach (var property in DeclaredOrder(type))
        {
            properties.Add(ReadProperty(property));
        }

        shape.Properties = properties;
        shape.PropertyNames = [.. properties.Select(p => p.Name)];
        return shape;
    }

    /// <summary>A record's own properties first, then what it inherits: the order people read.</summary>
    private static IEnumerable<PropertyInfo> DeclaredOrder(Type type)
    {
        for (var t = type; t is not null && t != typeof(ConfigRecord); t = t.BaseType)
        {
            foreach (var property in t.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).OrderBy(p => p.HasMetadataToken() ? p.MetadataToken : 0))
            {
                if (property.SetMethod is { IsPublic: true })
                {
                    yield return property;
                }
            }
        }
    }

    private static PropertyShape ReadProperty(PropertyInfo property) => new(
        PropertyNames.InFiles(property.Name),
        ShapeOf(property.PropertyType, property),
        property.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "",
        property.IsDefined(typeof(RequiredMemberAttribute)),
        property.GetCustomAttribute<PerEnvironmentAttribute>(),
        property.GetValue,
        property.SetValue);

    private static Shape ShapeOf(Type type, PropertyInfo property)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            var pattern = property.GetCustomAttribute<PatternAttribute>();
            return new TextShape(pattern?.Regex, pattern?.Meaning);
        }

        if (type == typeof(bool))
        {
            return new BooleanShape();
        }

        if (type == typeof(int) || type == typeof(double))
        {
            var bounds = property.GetCustomAttribute<BoundsAttribute>();
            return new NumberShape(type == typeof(int), bounds?.Min ?? double.MinValue, bounds?.Max ?? double.MaxValue);
        }

        if (type.IsEnum)
        {
            return new ChoiceShape([.. Enum.GetNames(type).Select(name => KeyValuePair.Create(PropertyNames.OfChoice(name), Enum.Parse(type, name)))]);
        }

        if (type == typeof(SecretRef))
        {
            return new SecretShape();
        }

        if (type == typeof(SecretNames))
        {
            return new SecretNamesShape();
        }

        if (type.IsAssignableTo(typeof(ConfigRecord)))
        {
            return type.GetCustomAttribute<UnionAttribute>() is { } union ? ReadUnion(type, union) : RecordOf(type);
        }

        if (type.IsGenericType)
        {
            return ShapeOfGeneric(type, property);
        }

        return Units.FirstOrDefault(unit => unit.Type == type).Shape ?? throw new InvalidOperationException($"'{property.DeclaringType?.Name}.{property.Name}' has type '{type}', which no stack file can hold.");
    }

    private static Shape ShapeOfGeneric(Type type, PropertyInfo property)
    {
        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GetGenericArguments();
        if (definition == typeof(Ref<>))
        {
            var constructor = type.GetConstructor([typeof(string), typeof(Text.SourceSpan)])!;
            return new ReferenceShape(arguments[0], (name, span) => (Ref)constructor.Invoke([name, span]));
        }

        if (definition == typeof(IReadOnlyList<>))
        {
            var item = ShapeOf(arguments[0], property);
            return new ListShape(item, ListMaker(arguments[0]), property.IsDefined(typeof(RepeatsAttribute)));
        }

        if (definition == typeof(IReadOnlyDictionary<,>))
        {
            var key = ShapeOf(arguments[0], property);
            return new MapShape(key, ShapeOf(arguments[1], property), MapMaker(arguments[0], arguments[1]));
        }

        throw new InvalidOperationException($"'{property.DeclaringType?.Name}.{property.Name}' has type '{type}', which no stack file can hold.");
    }

    private static UnionShape ReadUnion(Type type, UnionAttribute union) =>
        new(union.Discriminator, [.. type.GetCustomAttributes<KindAttribute>(inherit: false).Select(kind => new KindShape(kind.Name, kind.Type))]);

    private static UnitShape UnitOf<T>()
        where T : class, IUnit<T> =>
        new(T.Noun, T.Example, T.Pattern, text => T.TryParse(text, out var value, out var problem) ? (value, null) : (null, problem));

    private static Func<IReadOnlyList<object>, object> ListMaker(Type item) => items =>
    {
        var list = Array.CreateInstance(item, items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            list.SetValue(items[i], i);
        }

        return list;
    };

    private static Func<IReadOnlyList<KeyValuePair<object, object>>, object> MapMaker(Type key, Type item) =>
        !item.IsValueType || Array.Exists(MapsToValues, map => map.Item == item)
            ? Call<Func<IReadOnlyList<KeyValuePair<object, object>>, object>>(nameof(MapOf), key, item)
            : throw new InvalidOperationException($"Maps to '{item}' are not among those that stack files hold.");

    private static Func<IReadOnlyList<KeyValuePair<object, object>>, object> MapOf<TKey, TValue>()
        where TKey : notnull => entries =>
    {
        var map = new OrderedDictionary<TKey, TValue>(entries.Count);
        foreach (var (key, value) in entries)
        {
            map[(TKey)key] = (TValue)value;
        }

        return map;
    };

    private static T Call<T>(string method, params Type[] types) =>
        (T)typeof(ShapeReader).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(types).Invoke(null, null)!;
}
