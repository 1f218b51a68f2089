// A partner's program with the npm client graphql-sse: it follows the three subscriptions, its connections break, it goes
// on after the cursors it has, and leaves. Arguments: the address of /graphql, and a token.
import { createClient } from 'graphql-sse';
import { ask, until, wayTo } from './conversation.mjs';

const [address, token] = process.argv.slice(2);
const way = await wayTo(address);
let connections = 0;
let away = Promise.resolve();
const told = {};
const followed = {};

// A client for each subscription, since each has a Last-Event-ID of its own.
for (const field of ['newBulletins', 'feedChanges', 'recalls']) {
  told[field] = [];
  const one = { cursor: null, isOpen: false };
  followed[field] = one;
  const client = createClient({
    url: way.address,
    headers: () => ({
      Authorization: `Bearer ${token}`,
      ...(one.cursor ? { 'Last-Event-ID': one.cursor } : {}),
    }),
    // The client knows no event that is an id alone: what it is sent is read beside it.
    fetchFn: async (...request) => {
      const response = await fetch(...request);
      const [mine, its] = response.body.tee();
      void remember(mine, one);
      return new Response(its, response);
    },
    retryAttempts: 5,
    retry: () => away,
    on: { connected: () => { connections++; } },
  });
  one.leave = client.subscribe(
    { query: `subscription { ${field} { kind product { currentVersion { title { text } } } recallNotice { reason } } }` },
    {
      next: ({ data, errors }) => {
        const event = data?.[field];
        told[field].push(errors
          ? errors[0].extensions.code
          : [event.kind, event.product?.currentVersion.title.text ?? event.recallNotice?.reason].join(' '));
      },
      error: (error) => told[field].push(`error ${error}`),
      complete: () => told[field].push('complete'),
    },
  );
  await until(() => one.cursor !== null, `${field} begins`);
}

async function remember(body, one) {
  let text = '';
  try {
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const events = text.split('\n\n');
      text = events.pop();
      for (const id of events.flatMap((event) => event.match(/^id: (.*)$/m)?.[1] ?? [])) {
        one.cursor = id;
      }
    }
  } catch {
    // The connection broke.
  }
}

await ask('publish Synthetic first');
await until(() => told.newBulletins.length === 1 && told.feedChanges.length === 1, 'the first product');

let back;
away = new Promise((resolve) => { back = resolve; });
way.cut();
await ask('publish Synthetic second');
back();
await until(() => told.newBulletins.length === 2 && told.feedChanges.length === 2, 'what was missed');

followed.newBulletins.leave();
await until(() => told.newBulletins.at(-1) === 'complete', 'it completes');
await ask('publish Synthetic third');
await ask('recall Synthetic third');
await until(() => told.recalls.length === 1 && told.feedChanges.length === 4, 'the recall');

way.close();
console.log(JSON.stringify({ connections, told }));
process.exit(0);
