// What the npm client graphql-ws gets of a subscription, of a query and of a mutation, and of a server that stops
// talking to it in between. Arguments: the address, and a token.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [address, token] = process.argv.slice(2);
const sockets = [];
class Remembered extends WebSocket {
  constructor(...args) {
    super(...args);
    sockets.push(this);
  }
}
const client = createClient({
  url: address,
  webSocketImpl: Remembered,
  connectionParams: { Authorization: `Bearer ${token}` },
  retryAttempts: 3,
  keepAlive: 1_000,
});

const told = [];
async function ask(query) {
  for await (const result of client.iterate({ query })) {
    told.push(result);
  }
}

await ask('{ caller }');
await ask('mutation { rename(name: "x") }');

// The connection breaks after the second event; who subscribes again goes on after its cursor.
let cursor = 'c0';
const events = client.iterate({ query: 'subscription { notes(after: "c0") { text reader } }' });
for await (const result of events) {
  told.push(result);
  cursor = result.extensions.cursor;
  if (cursor === 'c2') {
    break;
  }
}
sockets.at(-1).terminate();
await ask(`subscription { notes(after: "${cursor}") { text } }`);
await client.dispose();
console.log(JSON.stringify(told));
