namespace GraphApi.Data.Tests.Library;

static class LibrarySdl
{
    public const string Text = """
        interface Node { id: ID! }
        scalar DateTime
        scalar LocalDate
        directive @authorize(policy: String!) on FIELD_DEFINITION
        enum Kind { NOVEL ATLAS ESSAY }

        type Query {
          books: [Book!]! @connection
          rareBooks: [Book!]! @connection
          "What is new for the reader."
          news: [Book!]! @connection(maxPageSize: 1000)
          shelves: [Shelf!]! @connection
          genres: [Genre!]!
          book(id: ID!): Book
          newest: Book
          node(id: ID!): Node
          nodes(ids: [ID!]!): [Node]!
          me: Reader
        }

        type Reader { level: Int! name: String! greeting: String! }

        type Book implements Node {
          id: ID! @filterable
          title: String! @filterable @sortable
          subtitle: String @filterable @sortable
          number: Int! @filterable @sortable
          "How many pages."
          pages: Int @filterable @sortable
          kind: Kind! @filterable @sortable
          second: Kind @filterable @sortable
          isRare: Boolean! @filterable @sortable
          addedAt: DateTime! @filterable @sortable
          publishedOn: LocalDate @filterable @sortable
          price: Float @filterable @sortable
          tags: [String!]! @filterable
          shelf: Shelf @filterable @sortable
          place: Shelf
          shelfId: ID @filterable
          publisher: Publisher @filterable
          authors: [Author!]! @filterable
          writers: [Author!]!
          genres: [Genre!]! @filterable
          isLong: Boolean! @filterable
          isOfMyLevel: Boolean!
          label: String!
          neighbours: Int!
          note: String @filterable @sortable @authorize(policy: "KEEPER")
          cost: Int @filterable @sortable @authorize(policy: "KEEPER")
          grade: Kind @filterable @sortable @authorize(policy: "KEEPER")
          donor: Author @filterable @sortable @authorize(policy: "KEEPER")
          donorId: ID @filterable @authorize(policy: "KEEPER")
          remark: String @authorize(policy: "KEEPER")
          seenAt: DateTime @filterable @sortable @authorize(policy: "SUBSCRIBER")
          marks: [String!] @filterable @authorize(policy: "SUBSCRIBER")
          printer: Publisher @filterable @authorize(policy: "SUBSCRIBER")
          loans: [Loan!] @filterable @authorize(policy: "SUBSCRIBER")
          latestLoans: [Loan!]! @connection(name: "LatestLoans") @authorize(policy: "SUBSCRIBER")
          worth: Int @filterable @authorize(policy: "KEEPER")
          borrowers: Int @authorize(policy: "SUBSCRIBER")
        }

        type Shelf implements Node {
          id: ID!
          name: String! @filterable @sortable
          room: String @filterable @sortable
          books: [Book!]! @connection @filterable
          allBooks: [Book!]!
        }

        type Author implements Node {
          id: ID!
          name: String! @filterable @sortable
          born: Int @filterable @sortable @authorize(policy: "CONFIDANT")
          books: [Book!]! @connection(name: "AuthorBooks")
        }

        type Loan { id: ID! days: Int! @filterable @sortable }

        type Publisher implements Node { id: ID! name: String! @filterable books: [Book!]! }

        type Genre implements Node { id: ID! name: String! @filterable @sortable books: [Book!]! @connection }
        """;
}
