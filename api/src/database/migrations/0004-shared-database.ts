/** Release 0.4: several processes on one database: what each has changed for the others, and leases on what is under way. */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { dialectOf } from "../dialect.ts";
import { addColumn, createTable } from "./create-table.ts";

const leased = ["timers", "jobs", "bulk_jobs"] as const;

export class SharedDatabase1790000000000 implements MigrationInterface {
  readonly name = "SharedDatabase1790000000000";

  async up(runner: QueryRunner): Promise<void> {
    const dialect = dialectOf(runner.dataSource.options.type);
    await createTable(runner, dialect, {
      name: "turns",
      columns: "id instant, at instant, process word, routing text?, news text?",
      primary: "id",
      indexes: ["at"],
    });
    for (const table of leased) await addColumn(runner, dialect, table, "leased_until", "instant");
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of leased) await runner.query(`ALTER TABLE "${table}" DROP COLUMN "leased_until"`);
    await runner.dropTable("turns");
  }
}
