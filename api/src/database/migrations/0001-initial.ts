/** The tables of release 0.1. Frozen: a later change of a table is a later migration. */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { type Dialect, dialectOf } from "../dialect.ts";
import { createTable, type FrozenTable } from "./create-table.ts";

const keyed = (name: string, value: string): FrozenTable => ({
  name,
  columns: `key word, ${value} text`,
  primary: "key",
});

const tables: readonly FrozenTable[] = [
  {
    name: "tickets",
    columns:
      "id word, number int, channel word, external_id word?, shop word?, subject text, status word, stage word?, category word?, priority word, assignee word?, grp word?, pool word?, customer_id word, tags text, search_text text, created_at instant, updated_at instant, resolved_at instant?, first_due instant?, breached int, seq int, state text",
    primary: "id",
    unique: ["number", "channel external_id"],
    indexes: ["status updated_at", "assignee status", "pool", "customer_id", "created_at", "first_due"],
  },
  {
    name: "ticket_events",
    columns:
      "id word, ticket_id word, seq int, type word, at instant, actor text, data text, decisions text, log text, refs text",
    primary: "id",
    unique: ["ticket_id seq"],
  },
  {
    name: "messages",
    columns:
      "id word, ticket_id word, seq int, author word, author_id word?, public int, text text, at instant, external_id word?",
    primary: "id",
    indexes: ["ticket_id seq"],
  },
  {
    name: "timers",
    columns: "key word, kind word, ticket_id word?, due_at instant, payload text",
    primary: "key",
    indexes: ["due_at"],
  },
  {
    name: "jobs",
    columns:
      "id word, ticket_id word?, run_id word?, node word?, kind word, action word?, version word?, input text, status word, attempts int, max_attempts int, run_at instant, started_at instant?, finished_at instant?, result text?, error text?",
    primary: "id",
    indexes: ["status run_at", "ticket_id"],
  },
  {
    name: "runs",
    columns:
      "id word, ticket_id word?, workflow word, revision int, status word, started_at instant, ended_at instant?, data text",
    primary: "id",
    indexes: ["ticket_id", "workflow status"],
  },
  {
    name: "tasks",
    columns:
      "id word, ticket_id word?, run_id word, title text, grp word?, assignee word?, status word, due_at instant?, created_at instant, data text",
    primary: "id",
    indexes: ["status grp"],
  },
  {
    name: "incidents",
    columns:
      "id word, ticket_id word?, run_id word?, node word?, job_id word?, kind word, code word, message text, details text, status word, created_at instant, closed_at instant?",
    primary: "id",
    indexes: ["status created_at"],
  },
  {
    name: "agent_loads",
    columns:
      "agent_id word, presence word, presence_since instant, counts text, claims text, last_assigned_at instant?, version int",
    primary: "agent_id",
  },
  keyed("routing_cursors", "value"),
  {
    name: "queue_entries",
    columns: "ticket_id word, type word, policy word, grp word?, pool word?, data text",
    primary: "ticket_id",
  },
  {
    name: "customers",
    columns:
      "id word, name text?, tier word?, data text, last_assignee word?, last_assigned_at instant?, open_tickets int, updated_at instant",
    primary: "id",
  },
  {
    name: "notifications",
    columns:
      "id word, agent_id word, ticket_id word?, reason word, data text, created_at instant, read_at instant?",
    primary: "id agent_id",
    indexes: ["agent_id created_at", "ticket_id"],
  },
  {
    name: "documents",
    columns:
      "kind word, key word, name text, draft text?, draft_version int, draft_by word?, draft_at instant?, live_revision int?, deleted_at instant?",
    primary: "kind key",
  },
  {
    name: "revisions",
    columns:
      "kind word, key word, revision int, document text, comment text, author word, published_at instant, apply word, rollback_of int?",
    primary: "kind key revision",
  },
  { name: "agents", columns: "id word, data text", primary: "id" },
  keyed("groups_", "data"),
  keyed("skills", "data"),
  keyed("shifts", "data"),
  keyed("settings", "value"),
  {
    name: "users",
    columns:
      "id word, name word, password_hash text, role word, agent_id word?, created_at instant, disabled int",
    primary: "id",
    unique: ["name"],
  },
  {
    name: "sessions",
    columns: "id word, user_id word, created_at instant, expires_at instant",
    primary: "id",
    indexes: ["user_id", "expires_at"],
  },
  {
    name: "api_keys",
    columns:
      "id word, name word, hash word, role word, scopes text, created_at instant, expires_at instant?, last_used_at instant?, revoked_at instant?",
    primary: "id",
    unique: ["hash"],
  },
  {
    name: "idempotency",
    columns: "key word, route word, body_hash word, response text, status int, created_at instant",
    primary: "key",
    indexes: ["created_at"],
  },
  {
    name: "audit",
    columns: "id word, at instant, actor word, action word, target word, before text?, after text?",
    primary: "id",
    indexes: ["at", "target"],
  },
  { name: "counters", columns: "key word, value instant", primary: "key" },
  keyed("meta", "value"),
];

const refusal = {
  sqlite: (event: string) =>
    `CREATE TRIGGER audit_no_${event} BEFORE ${event} ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END`,
  mysql: (event: string) =>
    `CREATE TRIGGER audit_no_${event} BEFORE ${event} ON audit FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit is append-only'`,
} as const;

/** Servers that write a binary log allow triggers to administrators only, unless told otherwise. */
const isTriggerRefused = (error: unknown): boolean =>
  /^ER_(BINLOG_CREATE_ROUTINE_NEED_SUPER|TRG_ALREADY_EXISTS)$/.test(
    String((error as { driverError?: { code?: unknown } }).driverError?.code),
  );

async function refuse(runner: QueryRunner, { name }: Dialect, event: string): Promise<void> {
  try {
    await runner.query(refusal[name](event));
  } catch (error) {
    // Without the trigger the server alone never changes what it has written; the manual says how to have both.
    if (name === "sqlite" || !isTriggerRefused(error)) throw error;
  }
}

export class Initial1760000000000 implements MigrationInterface {
  readonly name = "Initial1760000000000";

  async up(runner: QueryRunner): Promise<void> {
    const dialect = dialectOf(runner.dataSource.options.type);
    for (const table of tables) await createTable(runner, dialect, table);
    for (const event of ["update", "delete"]) await refuse(runner, dialect, event);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [...tables].reverse()) await runner.dropTable(name);
  }
}
