/** Release 0.2: work on many tickets at once, which rules classified a ticket, and indexes for live counts. */
import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from "typeorm";
import { dialectOf } from "../dialect.ts";
import { indexName } from "../table.ts";
import { addColumn, createTable, type FrozenTable, isThere } from "./create-table.ts";

const tables: readonly FrozenTable[] = [
  {
    name: "bulk_jobs",
    columns:
      "id word, action text, actor text, started_by word, status word, total int, created_at instant, finished_at instant?",
    primary: "id",
    indexes: ["status"],
  },
  {
    name: "bulk_items",
    columns: "job_id word, position int, ticket_id word, status word, code word?",
    primary: "job_id ticket_id",
    indexes: ["job_id status position"],
  },
  {
    name: "classifications",
    columns: "ticket_id word, ruleset word, revision int, rules text, at instant",
    primary: "ticket_id",
    indexes: ["ruleset revision"],
  },
];

const gone = ["status updated_at", "created_at"];
const added = [
  "status channel breached first_due clock_marks",
  "created_at channel category",
  "resolved_at",
  "closed_at",
];

/** What the tickets of the release before already say, in SQLite's JSON functions; MySQL held none. */
const fillers = [
  "UPDATE tickets SET closed_at = json_extract(state, '$.ticket.closedAt')",
  `UPDATE tickets SET clock_marks = (
     SELECT group_concat(json_extract(c.value, '$.metric') || ':' || CASE
       WHEN json_extract(c.value, '$.breachedAt') IS NOT NULL THEN 'b'
       WHEN json_extract(c.value, '$.state') = 'paused' THEN 'p'
       WHEN json_array_length(c.value, '$.fired') > 0 THEN 'w' ELSE 'r' END, ' ')
     FROM json_each(tickets.state, '$.clocks') c
     WHERE json_extract(c.value, '$.state') IN ('running', 'paused'))`,
  `INSERT OR REPLACE INTO classifications (ticket_id, ruleset, revision, rules, at)
     SELECT e.ticket_id, json_extract(d.value, '$.ref.key'), json_extract(d.value, '$.ref.revision'),
       (SELECT json_group_array(json_extract(m.value, '$.id')) FROM json_each(d.value, '$.matched') m), e.at
     FROM ticket_events e, json_each(e.decisions) d
     WHERE e.refs LIKE '%"classification/%' AND json_extract(d.value, '$.kind') = 'classification'
     ORDER BY e.ticket_id, e.seq, d.key`,
];

const index = (columns: string): TableIndex => {
  const columnNames = columns.split(" ");
  return new TableIndex({ name: indexName("tickets", columnNames, false), columnNames });
};

export class BulkAndOverview1770000000000 implements MigrationInterface {
  readonly name = "BulkAndOverview1770000000000";

  async up(runner: QueryRunner): Promise<void> {
    const dialect = dialectOf(runner.dataSource.options.type);
    for (const table of tables) await createTable(runner, dialect, table);
    await addColumn(runner, dialect, "tickets", "closed_at", "instant");
    await addColumn(runner, dialect, "tickets", "clock_marks", "word");
    const mysql = dialect.name === "mysql";
    const has = ({ name = "" }: TableIndex) => isThere(runner, "statistics", "index_name", "tickets", name);
    for (const columns of gone)
      if (!mysql || (await has(index(columns))))
        await runner.query(this.#dropIndex(index(columns), dialect.name));
    for (const columns of added) {
      if (mysql && (await has(index(columns)))) continue;
      const names = columns.split(" ").map((name) => `"${name}"`);
      await runner.query(`CREATE INDEX "${index(columns).name}" ON "tickets" (${names.join(", ")})`);
    }
    if (dialect.name === "sqlite") for (const sql of fillers) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const columns of added) await runner.dropIndex("tickets", index(columns));
    for (const name of ["clock_marks", "closed_at"])
      await runner.dropColumn("tickets", new TableColumn({ name, type: "varchar" }));
    for (const columns of gone) await runner.createIndex("tickets", index(columns));
    for (const { name } of [...tables].reverse()) await runner.dropTable(name);
  }

  #dropIndex({ name }: TableIndex, dialect: "sqlite" | "mysql"): string {
    return `DROP INDEX "${name}"${dialect === "mysql" ? ' ON "tickets"' : ""}`;
  }
}
