// How the npm client graphql-ws brings credentials, and what becomes of a mutation whose answer it never got.
// Arguments: the address of /graphql, a token of a person, and the id of a product.
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { ask, wayTo } from './conversation.mjs';

const [address, token, product] = process.argv.slice(2);
const way = await wayTo(address);
const told = {};

/** A client that brings credentials; where it is cut it connects again, if it may. */
function clientOf(connectionParams, more = {}) {
  return createClient({
    url: (more.address ?? address).replace('http', 'ws'),
    webSocketImpl: WebSocket,
    connectionParams,
    retryAttempts: 0,
    ...more,
  });
}

/** The one result of an operation, or why the connection was closed. */
async function resultOf(client, payload) {
  try {
    for await (const result of client.iterate(payload)) {
      return result.errors?.map((error) => error.extensions.code) ?? result.data;
    }
  } catch (closed) {
    return closed.code ? `${closed.code} ${closed.reason}` : closed;
  } finally {
    await client.dispose();
  }
}

const me = { query: '{ me { kind } }' };
told.nobody = await resultOf(clientOf(undefined), me);
told.person = await resultOf(clientOf({ Authorization: `Bearer ${token}` }), me);
told.forged = await resultOf(clientOf({ Authorization: `Bearer ${token}x` }), me);
told.nonsense = await resultOf(clientOf({ Authorization: 'nonsense' }), me);

// A token that is bound to a key, by proofs of the key that are made anew for each connection.
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const { kty, crv, x, y } = publicKey.export({ format: 'jwk' });
const thumbprint = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
const bound = await ask(`bind ${thumbprint}`);
const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
function proof(method = 'GET') {
  const text = [
    encode({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } }),
    encode({
      htm: method,
      htu: address,
      iat: Math.floor(Date.now() / 1000),
      jti: randomUUID(),
      ath: createHash('sha256').update(bound).digest('base64url'),
    }),
  ].join('.');
  return `${text}.${sign('sha256', text, { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}
const proven = () => ({ Authorization: `DPoP ${bound}`, DPoP: proof() });
const once = proven();
told.bound = await resultOf(clientOf(proven), me);
told.anew = await resultOf(clientOf(() => once), me);
told.again = await resultOf(clientOf(() => once), me);
told.bare = await resultOf(clientOf({ Authorization: `Bearer ${bound}` }), me);
told.unproven = await resultOf(clientOf({ Authorization: `DPoP ${bound}` }), me);
told.otherMethod = await resultOf(clientOf({ Authorization: `DPoP ${bound}`, DPoP: proof('POST') }), me);

// A mutation whose connection breaks as soon as it is sent: the client sends it again, and it is made once.
const mutation = {
  query: `mutation($product: ID!) {
    requestAccessGrant(input: {
      kind: BREAK_GLASS, scope: { product: $product }, minutes: 30, reason: "A synthetic reason, kept on record."
    }) { accessGrant { id } errors { __typename } }
  }`,
  variables: { product },
  extensions: { idempotencyKey: randomUUID() },
};
let connections = 0;
let isSent = false;
class Cut extends WebSocket {
  send(text, ...rest) {
    if (!isSent && text.includes('"subscribe"')) {
      isSent = true;
      way.mute();
      void ask('wait for the grant').then(() => way.cut());
    }
    super.send(text, ...rest);
  }
}
const first = await resultOf(
  clientOf({ Authorization: `Bearer ${token}` }, {
    address: way.address,
    webSocketImpl: Cut,
    retryAttempts: 5,
    retryWait: async () => {},
    shouldRetry: () => true,
    on: { connected: () => connections++ },
  }),
  mutation);
const second = await resultOf(clientOf({ Authorization: `Bearer ${token}` }), mutation);
told.connections = connections;
told.once = first.requestAccessGrant.accessGrant.id === second.requestAccessGrant.accessGrant.id;
told.other = (await resultOf(
  clientOf({ Authorization: `Bearer ${token}` }),
  { ...mutation, extensions: { idempotencyKey: randomUUID() } })).requestAccessGrant.errors[0].__typename;
told.reused = await resultOf(
  clientOf({ Authorization: `Bearer ${token}` }),
  { ...mutation, query: mutation.query.replace('30', '31') });

way.close();
console.log(JSON.stringify(told));
process.exit(0);
