// The reference implementation as a judge of documents. A question a line, an answer a line, both JSON.
// { sdl }                   a schema, numbered from 0 in the order in which they come; answered with {}
// { text }                  { error } of the syntax, or { printed }
// { text, schema: number }  the same, with { errors } of the validation; null where a rule of graphql-js itself fails,
//                           which happens on documents that others of its rules refuse
// {}                        { introspection }, the query by which tools read a schema
import { createInterface } from "node:readline";
import { buildSchema, getIntrospectionQuery, parse, print, specifiedRules, validate } from "graphql";

const schemas = [];

const told = (error) => ({
  message: error.message,
  locations: (error.locations ?? []).map(({ line, column }) => `${line}:${column}`).join(" "),
});

function judged({ text, schema }) {
  let document;
  try {
    document = parse(text);
  } catch (error) {
    return { error: told(error) };
  }

  return { printed: print(document), errors: schema === undefined ? [] : validated(schemas[schema], document) };
}

function validated(schema, document) {
  try {
    return validate(schema, document, specifiedRules, { maxErrors: 10_000 }).map(told);
  } catch {
    return null;
  }
}

function answer(question) {
  if (question.sdl !== undefined) {
    schemas.push(buildSchema(question.sdl));
    return {};
  }

  if (question.text !== undefined) {
    return judged(question);
  }

  return {
    introspection: getIntrospectionQuery({
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    }),
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`);
}
