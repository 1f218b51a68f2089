// Asks for several greetings at once with Apollo's BatchHttpLink, one of them for a field that refuses, and prints what
// each got and how many HTTP requests it took: node apollo-batch.mjs URL
import { ApolloClient, InMemoryCache, gql } from "@apollo/client/core/index.js";
import { BatchHttpLink } from "@apollo/client/link/batch-http/index.js";

let requests = 0;
const client = new ApolloClient({
  link: new BatchHttpLink({
    uri: process.argv[2],
    batchMax: 10,
    batchInterval: 50,
    fetch: (...request) => (requests++, fetch(...request)),
  }),
  cache: new InMemoryCache(),
  defaultOptions: { query: { errorPolicy: "all", fetchPolicy: "no-cache" } },
});

const greeting = gql`
  query Greeting($name: String!) {
    greeting(name: $name)
  }
`;
const refused = gql`
  {
    refused
  }
`;
const answers = await Promise.all([
  client.query({ query: greeting, variables: { name: "A" } }),
  client.query({ query: refused }),
  client.query({ query: greeting, variables: { name: "B" } }),
]);
const results = answers.map(({ data, errors }) => errors?.[0].message ?? data.greeting);
console.log(JSON.stringify({ requests, results }));
client.stop();
