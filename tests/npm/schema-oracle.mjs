// What graphql-js makes of a schema: reads SDL, writes its introspection and its printed form as JSON.
import { buildSchema, introspectionFromSchema, printSchema } from 'graphql';
import { text } from 'node:stream/consumers';

const schema = buildSchema(await text(process.stdin));
const introspection = introspectionFromSchema(schema, {
  descriptions: true,
  directiveIsRepeatable: true,
  inputValueDeprecation: true,
  oneOf: true,
  schemaDescription: true,
  specifiedByUrl: true,
});
console.log(JSON.stringify({ introspection, printed: printSchema(schema) }));
