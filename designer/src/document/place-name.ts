/** Human names for places in any document: list items by their own names, fields by the words of the message files. */
import type { SluiceDocument } from "@sluice/schemas";
import type { TFunction } from "i18next";

/** The steps of a JSON pointer. */
export const stepsOf = (path: string): readonly string[] =>
  path
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

const memberOf = (value: unknown, step: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, step)
    ? (value as Readonly<Record<string, unknown>>)[step]
    : undefined;

/** A connection is called by what it joins; its id says nothing to anybody. */
function edgeName(document: unknown, edge: unknown): string | undefined {
  const [source, target] = [memberOf(edge, "source"), memberOf(edge, "target")];
  if (typeof source !== "string" || typeof target !== "string") return undefined;
  const nodes = memberOf(memberOf(document, "spec"), "nodes");
  const nameOf = (id: string) =>
    (Array.isArray(nodes) ? ownName(nodes.find((node) => memberOf(node, "id") === id)) : undefined) ?? id;
  return `${nameOf(source)} → ${nameOf(target)}`;
}

function ownName(value: unknown): string | undefined {
  for (const property of ["name", "id"] as const) {
    const name = memberOf(value, property);
    if (typeof name === "string" && name !== "") return name;
  }
  return undefined;
}

/** Properties are called as on the pages; SLA metrics by their names; what has no word is shown as it is written. */
function fieldName(name: string, t: TFunction): string {
  const metric = t(`words.metric.${name}` as "words.metric.resolution", { defaultValue: name });
  return t(`document.field.${name}` as "document.field.name", { defaultValue: metric });
}

/** `退换货 › 结果 › priority` for `/spec/rules/2/then/priority`; empty for the whole document. */
export function defaultPlaceName(document: unknown, path: string, t: TFunction): string {
  let value: unknown = document;
  const words: string[] = [];
  for (const step of stepsOf(path)) {
    const inList = Array.isArray(value);
    value = memberOf(value, step);
    if (inList) words.push(edgeName(document, value) ?? ownName(value) ?? String(Number(step) + 1));
    else words.push(fieldName(step, t));
  }
  // `spec` is where everything is: it tells nobody anything.
  const told = words.length > 1 && path.startsWith("/spec/") ? words.slice(1) : words;
  return told.join(" › ");
}

/** The kind's own name for a place, else the general one. */
export const placeNameOf =
  <D extends SluiceDocument>(own: ((document: D, path: string) => string) | undefined, t: TFunction) =>
  (document: D, path: string): string =>
    own?.(document, path) || defaultPlaceName(document, path, t) || t("document.problems.whole");
