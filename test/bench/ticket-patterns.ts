/**
 * Real tickets as patterns. A pattern is everything that is stored of one ticket which a server took, classified,
 * clocked and routed; `renderPattern` makes the rows of another ticket of it. What makes a ticket itself is made anew
 * wherever it stands, in columns and in JSON: its ids (UUIDs), number, externalId and customer; every instant is moved by the
 * same span. Nothing else differs, so a house of such tickets is as sound as the one that they came from.
 */
import Database from "better-sqlite3";

/** Tables with rows of a ticket that a pattern knows how to repeat. */
const tables = [
  "tickets",
  "ticket_events",
  "messages",
  "classifications",
  "timers",
  "runs",
  "queue_entries",
  "notifications",
] as const;
/** A ticket with rows here is no pattern: their ids are of other making. */
const excluded = ["jobs", "tasks", "incidents", "surveys"] as const;

type Value = string | number | null;

/** Text with places that differ from ticket to ticket. */
interface Mold {
  readonly texts: readonly string[];
  readonly slots: readonly Slot[];
}

type Slot =
  | { readonly kind: "id"; readonly at: number }
  | { readonly kind: "name"; readonly value: string }
  | { readonly kind: "number" }
  | { readonly kind: "instant"; readonly value: number };

interface MoldedRow {
  readonly table: string;
  readonly columns: readonly string[];
  readonly cells: readonly (Value | Mold)[];
}

/** One ticket, ready to be repeated. */
export interface Pattern {
  readonly id: string;
  /** When its timer is due. */
  readonly due: number;
  readonly isOpen: boolean;
  /** Who carries it, and under what, or `null`. */
  readonly carried: { readonly agent: string; readonly kind: string; readonly status: string } | null;
  readonly ids: readonly string[];
  readonly rows: readonly MoldedRow[];
}

/** What a repeated ticket has of its own. */
export interface Own {
  /** No two tickets of a house have the same; 32 bits. */
  readonly index: number;
  readonly number: number;
  /** Milliseconds that all its instants are moved by. */
  readonly shift: number;
}

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const isInstant = (value: number): boolean => Number.isInteger(value) && value > 1e12 && value < 2e12;

interface Names {
  readonly external: string | null;
  readonly customer: string;
  readonly number: number;
}

function slotPattern({ external, customer, number }: Names): RegExp {
  const names = [customer, ...(external === null ? [] : [external])].map(escaped).join("|");
  return new RegExp(
    `(?<id>${uuid})|(?<=^|")(?<name>${names})(?=$|")|(?<="number":)(?<number>${number})(?=[,}])|(?<=[:,[])(?<instant>1\\d{12})(?=[,}\\]])`,
    "g",
  );
}

/** Cuts rows into what stays and what differs; gathers the ids on its way. */
function createMolder(names: Names) {
  const pattern = slotPattern(names);
  const ids: string[] = [];
  const slotOf = ({ id, name, instant }: Record<string, string | undefined>): Slot => {
    if (id !== undefined) {
      if (!ids.includes(id)) ids.push(id);
      return { kind: "id", at: ids.indexOf(id) };
    }
    if (name !== undefined) return { kind: "name", value: name };
    return instant === undefined ? { kind: "number" } : { kind: "instant", value: Number(instant) };
  };
  const moldText = (text: string): string | Mold => {
    const [texts, slots]: [string[], Slot[]] = [[], []];
    let from = 0;
    for (const match of text.matchAll(pattern)) {
      texts.push(text.slice(from, match.index));
      slots.push(slotOf(match.groups ?? {}));
      from = match.index + match[0].length;
    }
    return slots.length === 0 ? text : { texts: [...texts, text.slice(from)], slots };
  };
  const moldCell = (column: string, value: Value): Value | Mold => {
    if (typeof value === "string") return moldText(value);
    if (column === "number" && value === names.number)
      return { texts: ["", ""], slots: [{ kind: "number" }] };
    if (value !== null && isInstant(value)) return { texts: ["", ""], slots: [{ kind: "instant", value }] };
    return value;
  };
  const moldRow = (table: string, row: Readonly<Record<string, Value>>): MoldedRow => ({
    table,
    columns: Object.keys(row),
    cells: Object.entries(row).map(([column, value]) => moldCell(column, value)),
  });
  return { ids, moldRow };
}

type Row = Readonly<Record<string, Value>>;

interface Stored {
  readonly ticket: { readonly status: string; readonly capacityKind: string };
  readonly routing: { readonly type: string; readonly agent: string } | null;
}

function readPattern(database: Database.Database, id: string, due: number): Pattern | null {
  const of = (table: string): Row[] =>
    database
      .prepare<[string], Row>(`SELECT * FROM ${table} WHERE ${table === "tickets" ? "id" : "ticket_id"} = ?`)
      .all(id);
  if (excluded.some((table) => of(table).length > 0)) return null;
  const [ticket] = of("tickets");
  const { ticket: record, routing } = JSON.parse(String(ticket?.state)) as Stored;
  const isOpen = record.status !== "resolved" && record.status !== "closed";
  // Whoever works on it has room for so many only.
  if (isOpen && routing?.type === "assigned") return null;
  const customer = String(ticket?.customer_id);
  const external = ticket?.external_id == null ? null : String(ticket.external_id);
  const { ids, moldRow } = createMolder({ external, customer, number: Number(ticket?.number) });
  const rows = tables.flatMap((table) => of(table).map((row) => moldRow(table, row)));
  const known = database.prepare<[string], Row>("SELECT * FROM customers WHERE id = ?").get(customer);
  const assigned = routing?.type === "assigned" ? routing : null;
  return {
    ...{ id, due, isOpen, ids },
    carried: assigned && { agent: assigned.agent, kind: record.capacityKind, status: record.status },
    rows: [...rows, moldRow("customers", { ...known, open_tickets: isOpen ? 1 : 0 })],
  };
}

/** Every ticket of a stopped server's database that waits for its timer and can be repeated. */
export function readPatterns(file: string): readonly Pattern[] {
  const database = new Database(file, { readonly: true });
  const armed = database
    .prepare<[], { ticket_id: string; due_at: number }>(
      "SELECT ticket_id, due_at FROM timers WHERE kind = 'ticket' ORDER BY ticket_id",
    )
    .all();
  const patterns = armed.flatMap(({ ticket_id, due_at }) => readPattern(database, ticket_id, due_at) ?? []);
  database.close();
  return patterns;
}

/** The id of the repeated thing: as old as its ticket, and unlike all others by its last 32 bits. */
function newIdOf(id: string, { index, shift }: Own): string {
  const ms = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) + shift;
  const time = ms.toString(16).padStart(12, "0");
  const tail = ((Number.parseInt(id.slice(-8), 16) ^ index) >>> 0).toString(16).padStart(8, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}${id.slice(13, -8)}${tail}`;
}

function fill(slot: Slot, ids: readonly string[], own: Own): string {
  if (slot.kind === "id") return ids[slot.at] ?? "";
  if (slot.kind === "name") return `${slot.value}~${own.index}`;
  return String(slot.kind === "number" ? own.number : slot.value + own.shift);
}

function pour({ texts, slots }: Mold, ids: readonly string[], own: Own): string | number {
  let text = texts[0] ?? "";
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at];
    if (slot) text += fill(slot, ids, own) + texts[at + 1];
  }
  const isNumber =
    slots.length === 1 &&
    texts.every((each) => each === "") &&
    slots[0]?.kind !== "id" &&
    slots[0]?.kind !== "name";
  return isNumber ? Number(text) : text;
}

/** Hands every row of the repeated ticket to `insert` and answers its id. */
export function renderPattern(
  pattern: Pattern,
  own: Own,
  insert: (table: string, columns: readonly string[], values: readonly Value[]) => void,
): string {
  const ids = pattern.ids.map((id) => newIdOf(id, own));
  for (const { table, columns, cells } of pattern.rows)
    insert(
      table,
      columns,
      cells.map((cell) => (cell !== null && typeof cell === "object" ? pour(cell, ids, own) : cell)),
    );
  return newIdOf(pattern.id, own);
}
