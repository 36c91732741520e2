/** Release 0.6: bulk work on incidents and runs beside tickets, and indexes by which ended runs are found and taken away. */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { dialectOf } from "../dialect.ts";
import { indexName } from "../table.ts";
import { addColumn, isThere } from "./create-table.ts";

const indexes = [
  ["runs", "ended_at"],
  ["tasks", "run_id"],
  ["incidents", "run_id"],
  ["ticketless", "updated_at"],
] as const;

export class Operations1820000000000 implements MigrationInterface {
  readonly name = "Operations1820000000000";

  async up(runner: QueryRunner): Promise<void> {
    const dialect = dialectOf(runner.dataSource.options.type);
    const mysql = dialect.name === "mysql";
    await addColumn(runner, dialect, "bulk_jobs", "subject", "word");
    if (!mysql || (await isThere(runner, "columns", "column_name", "bulk_items", "ticket_id")))
      await runner.query(`ALTER TABLE "bulk_items" RENAME COLUMN "ticket_id" TO "item_id"`);
    for (const [table, column] of indexes) {
      const name = indexName(table, [column], false);
      if (mysql && (await isThere(runner, "statistics", "index_name", table, name))) continue;
      await runner.query(`CREATE INDEX "${name}" ON "${table}" ("${column}")`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    const mysql = dialectOf(runner.dataSource.options.type).name === "mysql";
    for (const [table, column] of indexes)
      await runner.query(`DROP INDEX "${indexName(table, [column], false)}"${mysql ? ` ON "${table}"` : ""}`);
    await runner.query(`ALTER TABLE "bulk_items" RENAME COLUMN "item_id" TO "ticket_id"`);
    await runner.query(`ALTER TABLE "bulk_jobs" DROP COLUMN "subject"`);
  }
}
