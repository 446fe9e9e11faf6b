/** A JSON Schema, as far as the report's uses it. @see https://json-schema.org/draft/2020-12 */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

function toType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

/** Lists where a value breaks a schema. */
export function findBreaches(value: unknown, schema: Schema, path = '$'): string[] {
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.includes(toType(value))) return [`${path}: ${toType(value)}`];
  if ('const' in schema && value !== schema.const) return [`${path}: not ${schema.const}`];
  if (schema.enum && !schema.enum.includes(value)) return [`${path}: ${value} is none of them`];
  if (Array.isArray(value)) {
    const { items } = schema;
    return items ? value.flatMap((item, i) => findBreaches(item, items, `${path}[${i}]`)) : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const missing = (schema.required ?? []).filter((name) => !Object.hasOwn(value, name));
  const members = Object.entries(value).flatMap(([name, inner]) => {
    const known = schema.properties?.[name];
    if (known) return findBreaches(inner, known, `${path}.${name}`);
    return schema.additionalProperties === false ? [`${path}.${name} is not known`] : [];
  });
  return [...missing.map((name) => `${path}.${name} is missing`), ...members];
}
