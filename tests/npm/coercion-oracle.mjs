// Which values graphql-js takes. A question a line, an answer a line, both JSON.
// { sdl }                          the schema, answered with {}
// { definitions, variables }       { values } of the variables, or { errors }
//   with field                     and { arguments } of this field of Query, or { argumentError }
// { type, literal }                { value } in an array, or null where it is refused
import { createInterface } from "node:readline";
import {
  buildSchema,
  getArgumentValues,
  getVariableValues,
  parse,
  parseType,
  parseValue,
  typeFromAST,
  validate,
  valueFromAST,
} from "graphql";

let schema;

const told = (error) => ({
  message: error.message,
  locations: (error.locations ?? []).map(({ line, column }) => `${line}:${column}`).join(" "),
});

function fromVariables({ definitions, variables, field }) {
  const operation = parse(`query (${definitions}) { ${field ?? "a"} }`).definitions[0];
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions, JSON.parse(variables), {
    maxErrors: 50,
  });
  if (errors) {
    return { errors: errors.map(told) };
  }

  return { values: coerced, ...(field === undefined ? {} : fromArguments(operation.selectionSet.selections[0], coerced)) };
}

function fromArguments(node, variables) {
  try {
    return { arguments: getArgumentValues(schema.getQueryType().getFields()[node.name.value], node, variables) };
  } catch (error) {
    return { argumentError: told(error) };
  }
}

function fromLiteral({ type, literal }) {
  const value = valueFromAST(parseValue(literal), typeFromAST(schema, parseType(type)));
  const document = parse(`query ($v: ${type} = ${literal}) { a @use(v: $v) }`);
  const refused = validate(schema, document).some((error) => !/@use|\$v/.test(error.message));
  return { value: value === undefined || refused ? null : [value] };
}

function answer(question) {
  if (question.sdl !== undefined) {
    schema = buildSchema(question.sdl);
    return {};
  }

  return question.literal === undefined ? fromVariables(question) : fromLiteral(question);
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(answer(JSON.parse(line)))}\n`);
}
