// What graphql-js says of deprecated things that documents use: reads { sdl, documents: [text] } and writes for each
// document a list of messages with their places.
import { buildSchema, NoDeprecatedCustomRule, parse, validate } from "graphql";
import { text } from "node:stream/consumers";

const { sdl, documents } = JSON.parse(await text(process.stdin));
const schema = buildSchema(sdl);
process.stdout.write(
  JSON.stringify(
    documents.map((document) =>
      validate(schema, parse(document), [NoDeprecatedCustomRule], { maxErrors: 10_000 }).map(
        ({ message, locations: [{ line, column }] }) => `${line}:${column} ${message}`,
      ),
    ),
  ),
);
