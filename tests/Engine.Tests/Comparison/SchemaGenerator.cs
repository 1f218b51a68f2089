using System.Text;

namespace GraphApi.Engine.Tests.Comparison;

/// <summary>Makes pairs of valid schemas that differ here and there. Mutable.</summary>
sealed class SchemaGenerator(int seed)
{
    // What may stand at each place: any choice makes a valid schema.
    static readonly string[][] Choices =
    [
        ["", "\"Told.\" "],
        ["type A implements I & J", "type A implements I"],
        [" { id: ID!", " { id: ID! more(x: Int): Int", " { id: ID! more(x: Int!): Int", " { id: ID! more: Int!"],
        [" a(x: [Int!]! = [1]", " a(x: [Int!]!", " a(x: [Int] = [2, 1]", " a(x: [Int]", " a(x: Int"],
        [", y: In = { p: 1 })", ", y: In)", ", y: In!)", ", z: Color = RED)", ", z: Color = BLUE)", ")"],
        [": String", ": String!", ": [String]", ": [String!]", ": [String!]!", ": [[String]!]", ": Time"],
        [" @deprecated", "", " @deprecated(reason: \"b\")"],
        [" name: String! } ", " \"Why.\" name: String! other: B } ", " name: String! b: B! c: U } "],
        ["type B { id: ID! } ", "type B implements I { id: ID! } ", "type B { id: ID! \"B.\" b: Float } "],
        ["union U = A ", "union U = A | B ", "union U = B ", "\"U.\" union U = B | A "],
        ["enum Color { RED BLUE } ", "enum Color { BLUE RED GREEN } ", "enum Color { RED @deprecated BLUE PINK } "],
        ["input In { p: Int } ", "input In { p: Int! = 3 } ", "input In { p: Int = 1 q: In } ",
            "input In { p: Int = 2 \"Q.\" q: In r: Boolean! = true } ", "input In { p: Int! r: Boolean } "],
        ["input K { a: Int } ", "input K { a: Int b: Int! } ", "input K { a: [Int] } ", "input K { b: Int! = 1 } "],
        ["directive @d on FIELD ", "directive @d(a: Int = 1) on FIELD | QUERY ", "directive @d(a: Int!) on QUERY ",
            "directive @d(a: Int, \"A.\" b: Int = 1) repeatable on FIELD ", ""],
        ["scalar Time ", "scalar Time @specifiedBy(url: \"u\") ", "\"T.\" scalar Time "],
        ["", "type C { c: Int } ", "enum C { C } ", "interface C { c: Int } ", "scalar C ", "union C = A "],
        ["interface I { id: ID! } ", "\"I.\" interface I { id: ID! } "],
        ["interface J { name: String! } "],
        ["type Query { a: A b: B u: U } ", "type Query { b: B a: A u: U i: I j: J! } "],
    ];

    readonly Random _random = new(seed);

    /// <summary>Two schemas; each place of the second has one chance in three to be chosen anew.</summary>
    public (string Previous, string Current) Pair()
    {
        var (previous, current) = (new StringBuilder(), new StringBuilder());
        foreach (var choices in Choices)
        {
            var choice = _random.Next(choices.Length);
            previous.Append(choices[choice]);
            current.Append(choices[_random.Next(3) == 0 ? _random.Next(choices.Length) : choice]);
        }

        return (previous.ToString(), current.ToString());
    }
}
