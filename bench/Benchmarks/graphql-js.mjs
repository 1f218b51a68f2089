// What npm graphql takes to parse and validate the documents that the benchmark of our engine plans as well.
//   node graphql-js.mjs SDL FOLDER          one line of JSON a document: name, microseconds to parse, validate, both
//   node graphql-js.mjs --introspection     prints the introspection query with all it can ask for
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../tests/npm/package.json", import.meta.url));
const { buildSchema, getIntrospectionQuery, parse, validate } = require("graphql");

if (process.argv[2] === "--introspection") {
  console.log(getIntrospectionQuery({
    descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true,
    inputValueDeprecation: true, oneOf: true,
  }));
  process.exit();
}

const [, , sdl, folder] = process.argv;
const schema = buildSchema(readFileSync(sdl, "utf8"));

// The best of several rounds of a fifth of a second each, after as long to warm up.
function measure(work) {
  let best = Infinity;
  for (let round = 0; round < 10; round++) {
    const begun = process.hrtime.bigint();
    let times = 0;
    let taken = 0n;
    while (taken < 200_000_000n) {
      work();
      times++;
      taken = process.hrtime.bigint() - begun;
    }
    if (round >= 3) best = Math.min(best, Number(taken) / 1000 / times);
  }
  return best;
}

for (const name of ["introspection", "portal"]) {
  const text = readFileSync(join(folder, `${name}.graphql`), "utf8");
  const document = parse(text);
  const errors = validate(schema, document);
  if (errors.length > 0) throw errors[0];
  console.log(JSON.stringify({
    name,
    parse: measure(() => parse(text)),
    validate: measure(() => validate(schema, document)),
    both: measure(() => validate(schema, parse(text))),
  }));
}
