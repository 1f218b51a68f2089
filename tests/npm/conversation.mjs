// What the scripts that talk with a test have in common: asking it for something, a connection that can be cut, and
// waiting.
import net from 'node:net';
import { createInterface } from 'node:readline';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

/** What the test answers to a question. */
export async function ask(question) {
  console.log(`? ${question}`);
  return (await lines.next()).value;
}

/** Returns once a condition holds; fails after a minute. */
export async function until(condition, what) {
  const end = Date.now() + 60_000;
  while (!condition()) {
    if (Date.now() > end) {
      throw new Error(`It did not come about: ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A way to a server that can be cut. */
export async function wayTo(address) {
  const { hostname, port } = new URL(address);
  const open = new Set();
  const upstreams = new Set();
  const server = net.createServer((client) => {
    const upstream = net.connect(Number(port), hostname);
    upstreams.add(upstream);
    for (const [from, to] of [[client, upstream], [upstream, client]]) {
      open.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        upstreams.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    /** The address by this way. */
    address: Object.assign(new URL(address), { port: server.address().port }).href,
    /** Passes nothing on any more that the server says on the connections there are. */
    mute: () => upstreams.forEach((socket) => socket.unpipe()),
    /** Cuts all connections, as a network does that fails. */
    cut: () => open.forEach((socket) => socket.destroy()),
    close: () => {
      server.close();
      open.forEach((socket) => socket.destroy());
    },
  };
}
