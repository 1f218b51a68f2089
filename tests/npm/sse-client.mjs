// What the npm client graphql-sse gets of a subscription, of a query and of what is refused. Arguments: the address,
// and a token.
import { createClient } from 'graphql-sse';

const [address, token] = process.argv.slice(2);
const client = createClient({
  url: address,
  headers: () => ({ Authorization: `Bearer ${token}` }),
  retryAttempts: 0,
});

const told = [];
for (const query of ['{ caller }', '{ nothing }', 'subscription { notes(after: "c0") { text reader } }']) {
  for await (const result of client.iterate({ query })) {
    told.push(result);
  }
}

client.dispose();
console.log(JSON.stringify(told));
