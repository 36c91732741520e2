/** Release 0.5: runs that are about no ticket (schedules, webhooks), and satisfaction surveys with a public link. */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { dialectOf } from "../dialect.ts";
import { createTable, type FrozenTable } from "./create-table.ts";

const tables: readonly FrozenTable[] = [
  {
    name: "ticketless",
    columns: "id word, workflow word, node word, seq int, active int, updated_at instant, state text",
    primary: "id",
    indexes: ["active"],
  },
  {
    name: "surveys",
    columns:
      "token word, id word, ticket_id word, question text, scale int, expires_at instant, answered_at instant?, score int?, comment text?",
    primary: "token",
    unique: ["id"],
    indexes: ["ticket_id", "answered_at"],
  },
];

export class TicketlessRuns1800000000000 implements MigrationInterface {
  readonly name = "TicketlessRuns1800000000000";

  async up(runner: QueryRunner): Promise<void> {
    const dialect = dialectOf(runner.dataSource.options.type);
    for (const table of tables) await createTable(runner, dialect, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [...tables].reverse()) await runner.dropTable(name);
  }
}
