/** What a form would draw without a word: asked of every node kind by the contract test. */

/** Enumerations that the designer has words for. */
const namedEverywhere = new Set(["status", "priority"]);

/** A schema as JSON. */
export type PlainSchema = { readonly [keyword: string]: unknown };
/** True for a label with words in both languages. */
export const isSaid = (label: unknown): boolean => {
  const { zh, en } = (label ?? {}) as { readonly zh?: string; readonly en?: string };
  return Boolean(zh?.trim() && en?.trim());
};

/** The values a schema enumerates, as an enum or as a union of constants. */
const valuesOf = ({ enum: listed, anyOf }: PlainSchema): readonly unknown[] => {
  const constants =
    Array.isArray(anyOf) && anyOf.every((branch: PlainSchema) => "const" in branch) ? anyOf : [];
  return Array.isArray(listed) ? listed : constants.map((branch: PlainSchema) => branch.const);
};

/** Branches of which a form lets one choose: a union of constants is a list, and null is nothing to choose. */
const branchesOf = (schema: PlainSchema): readonly PlainSchema[] => {
  if (!Array.isArray(schema.anyOf) || valuesOf(schema).length > 0) return [];
  const branches = (schema.anyOf as readonly PlainSchema[]).filter((branch) => branch.type !== "null");
  return branches.length > 1 ? branches : [];
};

function lackingOptions(schema: PlainSchema, path: string): string[] {
  if (namedEverywhere.has(String(schema["x-widget"]))) return [];
  const options = (schema["x-options"] ?? {}) as PlainSchema;
  return valuesOf(schema)
    .filter((value) => !isSaid(options[String(value)]))
    .map((value) => `${path}=${String(value)}`);
}

/** Everything in a schema that a form would have to draw without a word in both languages. */
export function unlabelled(schema: PlainSchema, path = ""): string[] {
  const named = [
    ...Object.entries((schema.properties ?? {}) as Readonly<Record<string, PlainSchema>>).map(
      ([name, property]) => [`${path}/${name}`, property] as const,
    ),
    ...branchesOf(schema).map((branch, index) => [`${path}|${index}`, branch] as const),
  ];
  const items = schema.items as PlainSchema | undefined;
  return [
    ...lackingOptions(schema, path),
    ...named.filter(([, part]) => !isSaid(part["x-label"])).map(([at]) => at),
    ...named.flatMap(([at, part]) => unlabelled(part, at)),
    ...(items ? unlabelled(items, `${path}/*`) : []),
  ];
}
