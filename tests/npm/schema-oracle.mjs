// The reference implementation as a judge of schemas. A question a line, an answer a line, both JSON.
// { sdl }            { errors }; where there are none, also { introspection } and { printed }, but for schemas it has no
//                    way to print (a default of a custom scalar that is an object). The errors are null where a check of
//                    graphql-js itself fails, which happens on schemas that another of its checks refuses
// { introspection }  { printed }, the schema that clients make of it
import {
  buildASTSchema,
  buildClientSchema,
  GraphQLError,
  introspectionFromSchema,
  parse,
  printSchema,
  validateSchema,
} from "graphql";
import { validateSDL } from "graphql/validation/validate.js";
import { createInterface } from "node:readline";

const told = (error) => ({
  message: error.message,
  locations: (error.locations ?? []).map(({ line, column }) => `${line}:${column}`).join(" "),
});

function shown(schema) {
  try {
    return {
      introspection: introspectionFromSchema(schema, {
        descriptions: true,
        directiveIsRepeatable: true,
        inputValueDeprecation: true,
        oneOf: true,
        schemaDescription: true,
        specifiedByUrl: true,
      }),
      printed: printSchema(schema),
    };
  } catch {
    return {};
  }
}

function judge(sdl) {
  try {
    const document = parse(sdl);
    const ofDocument = validateSDL(document);
    if (ofDocument.length > 0) {
      return { errors: ofDocument.map(told) };
    }
    const schema = buildASTSchema(document, { assumeValidSDL: true });
    const errors = validateSchema(schema);
    if (errors.length > 0) {
      return { errors: errors.map(told) };
    }
    return { errors: [], ...shown(schema) };
  } catch (error) {
    return { errors: error instanceof GraphQLError ? [told(error)] : null };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const { sdl, introspection } = JSON.parse(line);
  const answer = sdl === undefined ? { printed: printSchema(buildClientSchema(introspection)) } : judge(sdl);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
