// A partner's program with the npm client graphql-ws: it follows the three subscriptions, its connection breaks, it goes
// on after the cursors it has, and leaves. Arguments: the address of /graphql, and a token.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { ask, until, wayTo } from './conversation.mjs';

const [address, token] = process.argv.slice(2);
const way = await wayTo(address);
let connections = 0;
let away = Promise.resolve();
const ids = ['newBulletins', 'feedChanges', 'recalls'];
const told = {};
const payloads = {};
let generated = 0;

const client = createClient({
  url: way.address.replace('http', 'ws'),
  webSocketImpl: WebSocket,
  connectionParams: { Authorization: `Bearer ${token}` },
  generateID: () => ids[generated++] ?? `${generated}`,
  retryAttempts: 5,
  retryWait: () => away,
  shouldRetry: () => true,
  on: {
    connected: () => connections++,
    // Where nothing happened, a ping says where to go on.
    ping: (received, payload) => {
      for (const [id, cursor] of Object.entries((received && payload?.cursors) || {})) {
        payloads[id].variables.after = cursor;
      }
    },
  },
});

// The client sends the same object again when it connects again: with the newest cursor in it, nothing is lost.
const leave = {};
for (const field of ids) {
  told[field] = [];
  payloads[field] = {
    query: `subscription($after: String) { ${field}(after: $after) {
      kind product { currentVersion { title { text } } } recallNotice { reason } } }`,
    variables: { after: null },
  };
  leave[field] = client.subscribe(payloads[field], {
    next: ({ data, errors, extensions }) => {
      payloads[field].variables.after = extensions.cursor;
      const event = data?.[field];
      told[field].push(errors
        ? errors[0].extensions.code
        : [event.kind, event.product?.currentVersion.title.text ?? event.recallNotice?.reason].join(' '));
    },
    error: (error) => told[field].push(`error ${JSON.stringify(error)}`),
    complete: () => told[field].push('complete'),
  });
  // One after another, so that the ids are theirs.
  await until(() => payloads[field].variables.after !== null, `${field} begins`);
}

await ask('publish Synthetic first');
await until(() => told.newBulletins.length === 1 && told.feedChanges.length === 1, 'the first product');

let back;
away = new Promise((resolve) => { back = resolve; });
way.cut();
await ask('publish Synthetic second');
back();
await until(() => told.newBulletins.length === 2 && told.feedChanges.length === 2, 'what was missed');

leave.newBulletins();
await until(() => told.newBulletins.at(-1) === 'complete', 'it completes');
await ask('publish Synthetic third');
await ask('recall Synthetic third');
await until(() => told.recalls.length === 1 && told.feedChanges.length === 4, 'the recall');

await client.dispose();
way.close();
console.log(JSON.stringify({ connections, told }));
process.exit(0);
