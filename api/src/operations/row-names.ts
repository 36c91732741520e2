/**
 * The names by which people know what a row is about: its ticket's number and subject, its workflow and node. They are
 * looked up for a page of rows together: a fixed number of statements however many rows.
 */
import type { SluiceDocument } from "@sluice/schemas";
import type { Queryable } from "../database/database.ts";
import { isTicketlessId } from "../runtime/ticketless.ts";
import { readRunRows } from "./run-rows.ts";

/** What a row refers to. */
export interface RowRefs {
  readonly ticket: string | null;
  /** Its run says the workflow and the revision where they are not given. */
  readonly run?: string | null;
  readonly workflow?: string | null;
  /** Left out: the one that is live. */
  readonly revision?: number | null;
  readonly node?: string | null;
}

/** What is `null` is not known or does not apply; a name is that of the pinned revision. */
export interface RowNames {
  readonly ticketNumber: number | null;
  readonly subject: string | null;
  readonly workflow: string | null;
  readonly workflowName: string | null;
  readonly revision: number | null;
  readonly nodeName: string | null;
}

interface WorkflowNames {
  readonly name: string;
  readonly nodes: ReadonlyMap<string, string>;
}

interface Pinned {
  readonly workflow: string;
  readonly revision: number;
}

/** Revisions never change; this many are remembered, the oldest forgotten first. */
const remembered = 500;

const idOf = ({ workflow, revision }: Pinned): string => `${workflow}@${revision}`;
const marksOf = (values: readonly unknown[]): string => values.map(() => "?").join(",");
const distinct = <T>(values: readonly (T | null | undefined)[]): readonly T[] => [
  ...new Set(values.filter((value) => value != null)),
];

async function readTickets(reader: Queryable, rows: readonly RowRefs[]) {
  const ids = distinct(rows.map(({ ticket }) => ticket)).filter((id) => !isTicketlessId(id));
  if (ids.length === 0) return new Map<string, { number: number; subject: string }>();
  const found = await reader.query<{ id: string; number: number; subject: string }[]>(
    `SELECT id, number, subject FROM tickets WHERE id IN (${marksOf(ids)})`,
    [...ids],
  );
  return new Map(found.map((ticket) => [ticket.id, ticket]));
}

async function readLiveRevisions(reader: Queryable, workflows: readonly string[]) {
  if (workflows.length === 0) return new Map<string, number>();
  const found = await reader.query<{ key: string; live_revision: number | null }[]>(
    `SELECT "key", live_revision FROM documents WHERE kind = 'workflow' AND "key" IN (${marksOf(workflows)})`,
    [...workflows],
  );
  return new Map(
    found.flatMap(({ key, live_revision: live }) => (live === null ? [] : [[key, Number(live)]])),
  );
}

function toNames(text: string): WorkflowNames {
  const { name, spec } = JSON.parse(text) as SluiceDocument<"workflow">;
  return { name, nodes: new Map(spec.nodes.flatMap((node) => (node.name ? [[node.id, node.name]] : []))) };
}

/** Looks names up for pages of rows. */
export type NameRows = <Row extends RowRefs>(rows: readonly Row[]) => Promise<readonly RowNames[]>;

/** Creates the look-up; it remembers the names of revisions. */
export function createRowNames(reader: Queryable): NameRows {
  const known = new Map<string, WorkflowNames>();

  async function load(pins: readonly Pinned[]): Promise<void> {
    const missing = new Map(pins.filter((pin) => !known.has(idOf(pin))).map((pin) => [idOf(pin), pin]));
    if (missing.size === 0) return;
    const found = await reader.query<{ key: string; revision: number; document: string }[]>(
      `SELECT "key", revision, document FROM revisions WHERE kind = 'workflow' AND (${[...missing.values()]
        .map(() => `("key" = ? AND revision = ?)`)
        .join(" OR ")})`,
      [...missing.values()].flatMap(({ workflow, revision }) => [workflow, revision]),
    );
    for (const { key, revision, document } of found)
      known.set(idOf({ workflow: key, revision: Number(revision) }), toNames(document));
  }

  function forget(): void {
    for (const id of known.keys()) {
      if (known.size <= remembered) return;
      known.delete(id);
    }
  }

  /** The revision of each row: its own, that of its run, or the live one. */
  async function pinsOf(rows: readonly RowRefs[]): Promise<readonly (Pinned | null)[]> {
    const asked = rows.map(({ run, workflow }) => (workflow == null ? run : null));
    const runs = new Map((await readRunRows(reader, distinct(asked))).map((row) => [row.id, row]));
    const unpinned = rows.map(({ workflow, revision }) => (revision == null ? workflow : null));
    const live = await readLiveRevisions(reader, distinct(unpinned));
    return rows.map(({ run, workflow, revision }) => {
      if (workflow != null) return { workflow, revision: revision ?? live.get(workflow) ?? 0 };
      const row = runs.get(run ?? "");
      return row ? { workflow: row.workflow, revision: Number(row.revision) } : null;
    });
  }

  return async (rows) => {
    const [tickets, pins] = [await readTickets(reader, rows), await pinsOf(rows)];
    await load(pins.filter((pin) => pin !== null));
    const named = rows.map(({ ticket, node }, at): RowNames => {
      const about = tickets.get(ticket ?? "");
      const pin = pins[at] ?? null;
      const names = pin && known.get(idOf(pin));
      return {
        ticketNumber: about ? Number(about.number) : null,
        subject: about?.subject ?? null,
        workflow: pin?.workflow ?? null,
        workflowName: names?.name ?? null,
        revision: pin && pin.revision > 0 ? pin.revision : null,
        nodeName: names?.nodes.get(node ?? "") ?? null,
      };
    });
    forget();
    return named;
  };
}

/** Each row's view with its names. */
export async function withNames<Row, View>(
  nameRows: NameRows,
  rows: readonly Row[],
  refsOf: (row: Row) => RowRefs,
  toView: (row: Row) => View,
): Promise<readonly (RowNames & View)[]> {
  const names = await nameRows(rows.map(refsOf));
  return rows.map((row, at) => ({ ...(names[at] as RowNames), ...toView(row) }));
}
