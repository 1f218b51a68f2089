// Asks the same twice with Apollo Client and its persisted queries link, first by GET, and prints what went over the
// wire and what came back: node apollo-persisted.mjs URL TOKEN
// -> {"requests":["GET hash","POST hash query","GET hash"],"totals":[3,3],"persisted":[...]}
import { createHash } from "node:crypto";
import { ApolloClient, HttpLink, InMemoryCache, gql } from "@apollo/client/core/index.js";
import { createPersistedQueryLink } from "@apollo/client/link/persisted-queries/index.js";

const [url, token] = process.argv.slice(2);
const requests = [];
const persisted = [];
const recording = async (uri, options) => {
  const parameters = options.body ? JSON.parse(options.body) : Object.fromEntries(new URL(uri).searchParams);
  requests.push(
    [options.method, parameters.extensions ? "hash" : null, parameters.query ? "query" : null].filter(Boolean).join(" "),
  );
  const response = await fetch(uri, options);
  persisted.push((await response.clone().json()).extensions?.persistedQuery?.persisted ?? null);
  return response;
};
const client = new ApolloClient({
  link: createPersistedQueryLink({
    sha256: (text) => createHash("sha256").update(text).digest("hex"),
    useGETForHashedQueries: true,
  }).concat(new HttpLink({ uri: url, fetch: recording, headers: { authorization: `Bearer ${token}` } })),
  cache: new InMemoryCache(),
});

const query = gql`
  query Total($first: Int!) {
    feed(first: $first) {
      totalCount
    }
  }
`;
const totals = [];
for (let i = 0; i < 2; i++) {
  const { data } = await client.query({ query, variables: { first: 1 }, fetchPolicy: "no-cache" });
  totals.push(data.feed.totalCount);
}
console.log(JSON.stringify({ requests, totals, persisted }));
client.stop();
