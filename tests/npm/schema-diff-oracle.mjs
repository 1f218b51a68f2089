// What graphql-js makes of changed schemas: reads pairs of SDL, [[old, new]], and writes for each what changed as
// [{ type, description }]. It is version 17 that is asked, the first that also looks for what is safe.
import { buildSchema, findSchemaChanges } from "graphql-next";
import { text } from "node:stream/consumers";

const pairs = JSON.parse(await text(process.stdin));
process.stdout.write(
  JSON.stringify(pairs.map(([previous, current]) => findSchemaChanges(buildSchema(previous), buildSchema(current)))),
);
