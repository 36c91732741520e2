/**
 * The category tree as it is edited. Ids are dotted paths, so that moving a branch to another parent renames all of
 * it; the order of brothers is their order in the list.
 */
import type { Category } from "@sluice/schemas";
import { freeName, newUid, type Row, type Rows } from "../edit/rows.ts";

export type CategoryRows = Rows<Category>;
type CategoryRow = Row<Category>;

export const parentIdOf = (id: string): string => id.slice(0, Math.max(0, id.lastIndexOf(".")));
export const slugOf = (id: string): string => id.slice(id.lastIndexOf(".") + 1);

const isBelow = (id: string, root: string): boolean => id === root || id.startsWith(`${root}.`);

/** A category whose parent is missing stands at the top. */
export function parentOf(rows: CategoryRows, { item }: CategoryRow): CategoryRow | undefined {
  const parent = parentIdOf(item.id);
  return parent === "" ? undefined : rows.find((row) => row.item.id === parent);
}

/** The rows directly below a row; `undefined` asks for the top. */
export const childrenOf = (rows: CategoryRows, parent: CategoryRow | undefined): CategoryRows =>
  rows.filter((row) => parentOf(rows, row)?.uid === parent?.uid);

/** A row with everything below it. */
export const branchOf = (rows: CategoryRows, root: CategoryRow): CategoryRows =>
  rows.filter(({ item }) => isBelow(item.id, root.item.id));

const insertAfter = (
  rows: CategoryRows,
  after: CategoryRow | undefined,
  added: CategoryRows,
): CategoryRows => {
  const at = after === undefined ? -1 : rows.lastIndexOf(branchOf(rows, after).at(-1) ?? after);
  return [...rows.slice(0, at + 1), ...added, ...rows.slice(at + 1)];
};

/** A new category at the end of a parent's, or right after a brother. */
export function addCategory(
  rows: CategoryRows,
  place: { readonly parent: CategoryRow | undefined; readonly after?: CategoryRow },
): { readonly rows: CategoryRows; readonly added: CategoryRow } {
  const brothers = childrenOf(rows, place.parent);
  const slug = freeName(
    "new",
    brothers.map(({ item }) => slugOf(item.id)),
  );
  const id = place.parent === undefined ? slug : `${place.parent.item.id}.${slug}`;
  const added: CategoryRow = { uid: newUid(), fresh: true, item: { id, label: { zh: "", en: "" } } };
  const after = place.after ?? brothers.at(-1) ?? place.parent ?? rows.at(-1);
  // Under a parent without children it follows the parent itself, not the parent's whole branch.
  return { rows: insertAfter(rows, after, [added]), added };
}

/** A branch under another id. */
const renamed = (branch: CategoryRows, from: string, to: string): CategoryRows =>
  branch.map((row) => ({ ...row, item: { ...row.item, id: to + row.item.id.slice(from.length) } }));

/** Changes the last part of a category's id, and with it the ids of everything below. */
export function setSlug(rows: CategoryRows, row: CategoryRow, slug: string): CategoryRows {
  const parent = parentIdOf(row.item.id);
  const to = parent === "" ? slug : `${parent}.${slug}`;
  const branch = new Map(renamed(branchOf(rows, row), row.item.id, to).map((one) => [one.uid, one]));
  return rows.map((one) => branch.get(one.uid) ?? one);
}

/** Where a branch goes: under a parent, as which of its children. */
export interface Destination {
  readonly parent: CategoryRow | undefined;
  /** Among the children as they stand without the moved one. */
  readonly index: number;
}

/** Moves a whole branch; into itself, or where its name is taken, nothing moves. */
export function moveCategory(rows: CategoryRows, row: CategoryRow, to: Destination): CategoryRows {
  if (to.parent && isBelow(to.parent.item.id, row.item.id)) return rows;
  const branch = branchOf(rows, row);
  const rest = rows.filter((one) => !branch.includes(one));
  const brothers = childrenOf(rest, to.parent);
  const slug = slugOf(row.item.id);
  const id = to.parent === undefined ? slug : `${to.parent.item.id}.${slug}`;
  if (rest.some(({ item }) => item.id === id)) return rows;
  const before = brothers[Math.max(0, to.index) - 1];
  const after = to.index <= 0 ? to.parent : (before ?? brothers.at(-1) ?? to.parent);
  const moved = renamed(branch, row.item.id, id);
  if (to.index <= 0) {
    const at = to.parent === undefined ? 0 : rest.indexOf(to.parent) + 1;
    return [...rest.slice(0, at), ...moved, ...rest.slice(at)];
  }
  return insertAfter(rest, after, moved);
}

export const removeCategory = (rows: CategoryRows, row: CategoryRow): CategoryRows => {
  const branch = branchOf(rows, row);
  return rows.filter((one) => !branch.includes(one));
};

export type Step = "up" | "down" | "in" | "out";

/** One step by keyboard: among brothers, under the brother above, or out beside the parent; `null` where there is none. */
export function destinationOf(rows: CategoryRows, row: CategoryRow, step: Step): Destination | null {
  const parent = parentOf(rows, row);
  const brothers = childrenOf(rows, parent);
  const at = brothers.findIndex(({ uid }) => uid === row.uid);
  const above = brothers[at - 1];
  switch (step) {
    case "up":
      return at > 0 ? { parent, index: at - 1 } : null;
    case "down":
      return at < brothers.length - 1 ? { parent, index: at + 1 } : null;
    case "in":
      return above ? { parent: above, index: childrenOf(rows, above).length } : null;
    case "out": {
      if (parent === undefined) return null;
      const grandparent = parentOf(rows, parent);
      const uncles = childrenOf(rows, grandparent);
      return { parent: grandparent, index: uncles.findIndex(({ uid }) => uid === parent.uid) + 1 };
    }
  }
}
