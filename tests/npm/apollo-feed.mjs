// Reads a feed to its end with Apollo Client, page by page into its cache, and prints what came:
// node apollo-feed.mjs URL TOKEN PAGE_SIZE -> {"pages":3,"numbers":["..."]}
import { ApolloClient, HttpLink, InMemoryCache, gql } from "@apollo/client/core/index.js";
import { relayStylePagination } from "@apollo/client/utilities/index.js";

const [url, token, pageSize] = process.argv.slice(2);
const query = gql`
  query Feed($first: Int!, $after: String) {
    feed(first: $first, after: $after) {
      edges { node { id publicNumber publishedAt } }
      pageInfo { hasNextPage endCursor startCursor hasPreviousPage }
    }
  }
`;
const client = new ApolloClient({
  link: new HttpLink({ uri: url, headers: { authorization: `Bearer ${token}` } }),
  cache: new InMemoryCache({ typePolicies: { Query: { fields: { feed: relayStylePagination() } } } }),
});

const feed = client.watchQuery({ query, variables: { first: Number(pageSize) } });
let { data } = await feed.result();
let pages = 1;
while (data.feed.pageInfo.hasNextPage) {
  await feed.fetchMore({ variables: { after: data.feed.pageInfo.endCursor } });
  ({ data } = feed.getCurrentResult());
  pages++;
}
console.log(JSON.stringify({ pages, numbers: data.feed.edges.map((edge) => edge.node.publicNumber) }));
client.stop();
