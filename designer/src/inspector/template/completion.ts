/** Completion of names inside `{{ … }}`: what is being typed, what fits, and what inserting gives. */
import type { TemplateVariable } from "./template-names.ts";

/** The name that is being typed at the caret. */
export interface OpenName {
  /** Where the braces begin. */
  readonly start: number;
  readonly query: string;
}

/** The open `{{` before the caret, while what follows it can still become a name. */
export function openNameAt(text: string, caret: number): OpenName | null {
  const start = text.slice(0, caret).lastIndexOf("{{");
  if (start < 0) return null;
  const typed = text.slice(start + 2, caret);
  return /^-?\s*[^\s{}|%]*$/u.test(typed) ? { start, query: typed.replace(/^-?\s*/, "") } : null;
}

const most = 60;

/** How well a variable fits: its name from the start, a step of it, its label, anywhere; none when not at all. */
function rank({ name, label }: TemplateVariable, query: string): number {
  const id = name.toLowerCase();
  if (id.startsWith(query)) return 0;
  if (label.toLowerCase().startsWith(query)) return 1;
  if (id.includes(`.${query}`)) return 2;
  return id.includes(query) || label.toLowerCase().includes(query) ? 3 : Number.POSITIVE_INFINITY;
}

/** The variables that fit, the best first; all of them while nothing is typed. */
export function fittingVariables(
  variables: readonly TemplateVariable[],
  query: string,
): readonly TemplateVariable[] {
  const wanted = query.toLowerCase();
  const ranked = variables.map((variable, place) => ({ variable, place, fit: rank(variable, wanted) }));
  return ranked
    .filter(({ fit }) => fit < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.fit - b.fit || a.place - b.place)
    .slice(0, most)
    .map(({ variable }) => variable);
}

/** A text and where the caret stands in it. */
export interface Typed {
  readonly text: string;
  readonly caret: number;
}

/** Puts a name where one is being typed, closes the braces and goes behind them; else puts `{{ name }}` at the caret. */
export function insertName(text: string, caret: number, name: string): Typed {
  const open = openNameAt(text, caret);
  const written = `{{ ${name} }}`;
  const start = open?.start ?? caret;
  // What was there of the old name, and its braces if nothing else stands before them.
  const rest = open ? text.slice(caret).replace(/^[^\s{}|%]*(\s*-?\}\})?/u, "") : text.slice(caret);
  const piped = open && /^\s*\|/.test(rest);
  const inserted = piped ? `{{ ${name}` : written;
  return { text: text.slice(0, start) + inserted + rest, caret: start + inserted.length };
}
