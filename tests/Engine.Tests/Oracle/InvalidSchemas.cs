namespace GraphApi.Engine.Tests.Oracle;

/// <summary>Schemas that break a rule each, in the order of the rules.</summary>
static class InvalidSchemas
{
    const string Query = " type Query { a: Int }";

    public static IReadOnlyList<string> All =>
    [
        // Definition rules
        "schema { query: Query } schema { query: Query }" + Query,
        "schema { query: Query } schema { mutation: Query } extend schema { subscription: Query }" + Query,
        "schema { query: Query query: Query } extend schema { mutation: Query mutation: Query }" + Query,
        "type A { a: Int } \"Again.\" enum A { X } union A = Query scalar A" + Query,
        "enum E { A B A A } extend enum E { B C }" + Query,
        "type T { a: Int a: String } extend type T { a: Int b: Int } interface I { a: Int a: Int }" + Query,
        "input In { a: Int } extend input In { a: Int a: Int }" + Query,
        "type T { a(x: Int, y: Int, x: Int, x: Int): Int } directive @d(x: Int, x: Int) on FIELD" + Query,
        "interface F { a: Int } extend interface F { b(x: Int, x: Int): Int }" + Query,
        "schema { query: Qery mutation: Nowhere }" + Query,
        "type T implements Nod & Node1 { a(x: [In!]!): [Strin!] } interface Node { a: Int } interface Node2 { a: Int }" + Query,
        "union U = Query | Nowhere | __Typ input In { a: Qeury! = 3 } directive @d(x: Wxyz) on FIELD" + Query,
        "extend type T { a: T } type A { t: Qqqqq }" + Query,
        "scalar S type T { a: Int } interface F { a: Int } union U = T enum E { A } input I { a: Int } "
            + "directive @d on SCALAR | OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT "
            + "extend type S @d extend interface T @d extend union F @d extend enum U @d extend input E @d "
            + "extend scalar I @d" + Query,
        "extend type Qury { a: Int } extend scalar Int @deprecated extend type __Schema { a: Int }" + Query,
        "directive @a on FIELD directive @a(x: Int) repeatable on QUERY directive @a on ENUM" + Query,
        "directive @a on FIELD schema @oneOf { query: Query } scalar S @a type T @a { a(x: Int @a): Int @skip(if: 1) } "
            + "interface F @a { a: Int } union U @a = T enum E @a { A @a } input I @a { a: Int @a }" + Query,
        "type T @b { a: Int @c(x: 1) } extend type T @b extend input I { a: Int @d } input I { b: Int @deprecate }" + Query,
        "type T { a: Int @deprecated @deprecated(reason: \"x\") @deprecated }" + Query,
        "directive @a on OBJECT | SCHEMA | SCALAR schema @a { query: Query } extend schema @a @a type T @a { x: Int } "
            + "extend type T @a scalar S @a extend scalar S @a" + Query,
        "directive @a(xyz: Int, xya: Int) on OBJECT type T @a(xyz: 1, xy: 1) { a: Int @deprecated(raeson: \"x\", q: 1) }" + Query,
        "directive @a(x: Int, y: Int) on OBJECT type T @a(x: 1, y: 1, x: 2, x: 3, y: 3) { a: Int }" + Query,
        "directive @a(i: I) on OBJECT input I { x: Int i: I l: [I] } "
            + "type T @a(i: { x: 1, i: { x: 1, x: 2, x: 3 }, x: 3 }) { a(i: I = { l: [{ x: 1, x: 1 }] }): Int }" + Query,
        "directive @a(x: Int!, y: Int! = 1, z: [Int!]!) on OBJECT type T @a(y: 1) { a: Int } scalar S @specifiedBy" + Query,

        // Schema rules
        "type A { a: Int }",
        "schema { mutation: A } type A { a: Int }",
        "extend schema { mutation: A } type A { a: Int }",
        "schema { query: A mutation: B subscription: C } enum A { A } input B { a: Int } scalar C",
        "interface Query { a: Int } union Mutation = T enum Subscription { A } type T { a: Int }",
        "type __A { __a(__b: Int): Int } input B { __b: Int } enum C { __c } directive @__d(__e: Int) on FIELD" + Query,
        "input I { a: Int } type T { a: [I!] b(x: [T]): I! } interface F { b: I! }" + Query,
        "type T { a(b: [T]): Int } interface F { a: Int } union U = T input I { a: F! b: [U] } "
            + "directive @d(a: U) on FIELD" + Query,
        "type T interface F union U enum E input I scalar S" + Query,
        "directive @d on OBJECT | UNION type T extend type T @d union U extend union U @d" + Query,
        "type A { a: Int } interface B { a: Int } type T implements A & B & B { a: Int } extend type T implements B & A" + Query,
        "interface A implements A & A { a: Int }" + Query,
        "interface A implements B { a: Int } interface B implements A { a: Int }" + Query,
        "interface A { a: Int } interface B implements A { a: Int } interface C implements A & B { a: Int } "
            + "type T implements C { a: Int } extend type T implements B" + Query,
        "type A { a: Int } interface B implements A { a: Int } type T implements B { a: Int }" + Query,
        "interface F { a: Int b: Int } type T implements F { a: Int } extend type T { c: Int }" + Query,
        "interface F { a: F! b: [F] c: Int d: U } type T implements F { a: F b: F c: Float d: F } union U = T" + Query,
        "interface F { a(x: Int, y: [Int!]): Int } type T implements F { a(y: [Int], z: Int!): Int }" + Query,
        "union U = A | F | A extend union U = F | A type A { a: Int } interface F { a: Int }" + Query,
        "union U = Query union W = U | Int | In input In { a: Int }" + Query,
        "input A { a: A! }" + Query,
        "input A { x: Int b: B! } input B { c: C! d: A! } input C { b: B! c: C! d: [C!]! }" + Query,
        "input A @oneOf { a: Int! b: Int = 1 c: Int } extend input A { d: Int = null }" + Query,
        "type T { a(x: Int! @deprecated): Int } input I { a: Int! @deprecated(reason: \"x\") } "
            + "directive @d(a: Int! @deprecated) on FIELD" + Query,

        // Syntax
        "enum E { true }" + Query,
        "directive @a on SOMEWHERE" + Query,
        "extend type Query",
        "type T { }",
    ];
}
