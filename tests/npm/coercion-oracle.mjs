// Which values graphql-js takes: reads { sdl, cases: [{ type, json, literal }] } and writes for each case the coerced
// JSON value and the coerced literal, or null where it refuses them. A value stands in an array, to tell null from none.
import { buildSchema, getVariableValues, parse, parseType, typeFromAST, validate, parseValue, valueFromAST } from 'graphql';
import { text } from 'node:stream/consumers';

const { sdl, cases } = JSON.parse(await text(process.stdin));
const schema = buildSchema(sdl);

function fromJson({ type, json }) {
  const operation = parse(`query ($v: ${type}) { a }`).definitions[0];
  const { coerced } = getVariableValues(schema, operation.variableDefinitions, { v: JSON.parse(json) });
  return coerced ? [coerced.v] : null;
}

function fromLiteral({ type, literal }) {
  const value = valueFromAST(parseValue(literal), typeFromAST(schema, parseType(type)));
  const document = parse(`query ($v: ${type} = ${literal}) { a @use(v: $v) }`);
  const refused = validate(schema, document).some((error) => !/@use|\$v/.test(error.message));
  return value === undefined || refused ? null : [value];
}

console.log(JSON.stringify(cases.map((value) => ({ json: fromJson(value), literal: fromLiteral(value) }))));
