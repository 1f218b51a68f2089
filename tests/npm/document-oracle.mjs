// The reference implementation as a judge: reads { sdl, parse: [text], validate: [text] } from standard input and
// writes what graphql-js says of each text, and its introspection query. A parsed text is answered with its canonical
// form.
import { readFileSync } from "node:fs";
import { buildSchema, getIntrospectionQuery, parse, print, specifiedRules, validate } from "graphql";

const { sdl, parse: texts = [], validate: documents = [] } = JSON.parse(readFileSync(0, "utf8"));

const told = (error) => ({
  message: error.message,
  locations: (error.locations ?? []).map(({ line, column }) => `${line}:${column}`),
});

const parsed = (text) => {
  try {
    return { printed: print(parse(text)) };
  } catch (error) {
    return { error: told(error) };
  }
};

// Null where a rule of graphql-js itself fails on a document that another of its rules refuses.
const validated = (schema, text) => {
  try {
    return validate(schema, parse(text), specifiedRules, { maxErrors: 10_000 }).map(told);
  } catch {
    return null;
  }
};

const schema = sdl ? buildSchema(sdl) : null;
process.stdout.write(
  JSON.stringify({
    introspection: getIntrospectionQuery({
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    }),
    parse: texts.map(parsed),
    validate: documents.map((text) => validated(schema, text)),
  }),
);
