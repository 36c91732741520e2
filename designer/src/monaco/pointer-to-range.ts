/**
 * JSON pointers (RFC 6901) → places in a text, for marks and for going to a fault. The text may be broken:
 * what can be read of it is used. Lines and columns begin at 1, as editors count them.
 */
import { type Node, parseTree } from "jsonc-parser";

export interface TextRange {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Span {
  readonly offset: number;
  readonly length: number;
}

const unescaped = (step: string): string => step.replaceAll("~1", "/").replaceAll("~0", "~");

const stepsOf = (pointer: string): readonly string[] => pointer.split("/").slice(1).map(unescaped);

/** The child a step leads to: an item, or the whole property. The last of several equal keys counts, as in JSON. */
function childOf(node: Node, step: string): Node | undefined {
  if (node.type === "array") return /^\d+$/.test(step) ? node.children?.[Number(step)] : undefined;
  return node.children?.findLast((property) => property.children?.[0]?.value === step);
}

const heldBy = (node: Node): Node | undefined => (node.type === "property" ? node.children?.[1] : node);

/** Where a pointer leads, or as far as the text goes along it. */
function nearest(root: Node, steps: readonly string[]): Node {
  let at = root;
  for (const step of steps) {
    const holder = heldBy(at);
    const next = holder && childOf(holder, step);
    if (!next) return at;
    at = next;
  }
  return at;
}

/** A value is marked itself; an object or list by its key, as a mark over all of it would say nothing. */
function spanOf(node: Node): Span {
  const value = heldBy(node) ?? node;
  if (value.type !== "object" && value.type !== "array") return value;
  const key = node.type === "property" ? node.children?.[0] : undefined;
  return key ?? { offset: value.offset, length: 1 };
}

/** The offset at which each line begins. */
const lineStarts = (text: string): readonly number[] => [
  0,
  ...[...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length),
];

function positionOf(starts: readonly number[], offset: number): readonly [number, number] {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return [low + 1, offset - (starts[low] ?? 0) + 1];
}

const topOfText: TextRange = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };

/** Reads a text once; the answer finds any number of pointers in it. */
export function createPointerIndex(text: string): (pointer: string) => TextRange {
  const root = parseTree(text);
  const starts = lineStarts(text);
  return (pointer) => {
    if (!root) return topOfText;
    const { offset, length } = spanOf(nearest(root, stepsOf(pointer)));
    const [startLine, startColumn] = positionOf(starts, offset);
    const [endLine, endColumn] = positionOf(starts, offset + length);
    return { startLine, startColumn, endLine, endColumn };
  };
}

/** The place of one pointer; of what is not there, the nearest thing that would hold it. */
export const pointerToRange = (text: string, pointer: string): TextRange => createPointerIndex(text)(pointer);
