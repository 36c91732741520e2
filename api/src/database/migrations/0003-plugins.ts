/** Release 0.3: plugins' settings and sealed secrets, and the messages of channels. */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { dialectOf } from "../dialect.ts";
import { createTable, type FrozenTable } from "./create-table.ts";

const tables: readonly FrozenTable[] = [
  {
    name: "plugin_secrets",
    columns: "plugin word, name word, sealed text, updated_at instant, updated_by word",
    primary: "plugin name",
  },
  {
    name: "plugin_settings",
    columns: "plugin word, enabled int, config text, updated_at instant",
    primary: "plugin",
  },
  {
    name: "channel_messages",
    columns: "channel word, message_id word, thread word, ticket_id word, at instant, sent_id word?",
    primary: "channel message_id",
    indexes: ["channel thread at", "ticket_id"],
  },
];

export class Plugins1780000000000 implements MigrationInterface {
  readonly name = "Plugins1780000000000";

  async up(runner: QueryRunner): Promise<void> {
    const dialect = dialectOf(runner.dataSource.options.type);
    for (const table of tables) await createTable(runner, dialect, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of [...tables].reverse()) await runner.dropTable(name);
  }
}
