/** Release 0.6: what jobs say while they run: the end of their log, how far they are, and what their tries failed by. */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { dialectOf } from "../dialect.ts";
import { createTable } from "./create-table.ts";

export class JobReports1810000000000 implements MigrationInterface {
  readonly name = "JobReports1810000000000";

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, dialectOf(runner.dataSource.options.type), {
      name: "job_reports",
      columns: "job_id word, log text, dropped int, errors text, progress text?, updated_at instant",
      primary: "job_id",
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable("job_reports");
  }
}
