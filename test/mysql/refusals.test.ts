/** Databases that cannot be used: each is refused by name, in words that say what to do, and left as it is. */
import { createDatabase } from "@sluice/api";
import { createConnection } from "mysql2/promise";
import { afterEach, expect, it } from "vitest";
import { freshDatabase } from "../support/server.ts";
import { readRows } from "../support/stored.ts";

const dataDir = "/nowhere";
const open = (url: string) => createDatabase({ dataDir, url });

let url = "";
const fresh = (): string => {
  url = freshDatabase() ?? "";
  return url;
};

const connections: { end(): Promise<void> }[] = [];
async function session(uri: string) {
  const connection = await createConnection({ uri });
  connections.push(connection);
  return connection;
}
afterEach(async () => {
  for (const connection of connections.splice(0)) await connection.end();
});

it("a server that is not there", async () => {
  await expect(open("mysql://sluice:x@127.0.0.1:1/sluice")).rejects.toMatchObject({
    code: "database.unreachable",
    status: 503,
    message: expect.stringContaining("127.0.0.1:1/sluice"),
  });
  await expect(open("mysql://sluice:x@no-such-host.invalid/sluice")).rejects.toMatchObject({
    code: "database.unreachable",
  });
});

it("a wrong password, and an account without rights; the password is never told", async () => {
  const wrong = new URL(fresh());
  wrong.password = "not-the-password";
  const refusal: Error = await open(wrong.href).then(
    () => new Error("it opened"),
    (error: unknown) => error as Error,
  );
  expect(refusal).toMatchObject({ code: "database.credentials" });
  expect(refusal.message).not.toContain("not-the-password");
  const other = new URL(fresh());
  other.pathname = "/mysql";
  await expect(open(other.href)).rejects.toMatchObject({ code: "database.credentials" });
});

it("an address that names no database", async () => {
  await expect(open("mysql://sluice:x@127.0.0.1")).rejects.toMatchObject({
    code: "config.invalid",
    message: expect.stringContaining("DATABASE_URL"),
  });
});

it("a newer database, which stays as it is", async () => {
  await (await open(fresh())).close();
  const connection = await session(url);
  await connection.query("UPDATE meta SET value = '99' WHERE `key` = 'schema'");
  await connection.query("DROP TABLE turns");
  await expect(open(url)).rejects.toMatchObject({ code: "database.newer" });
  const tables = await readRows({ dataDir, databaseUrl: url }, "SHOW TABLES LIKE 'turns'");
  expect(tables).toEqual([]);
});

it("goes on with tables that a start left half made, also beside another start", async () => {
  await (await open(fresh())).close();
  const connection = await session(url);
  await connection.query("DELETE FROM migrations");
  await connection.query("DROP TABLE turns");
  await connection.query("ALTER TABLE jobs DROP COLUMN leased_until");
  await connection.query("INSERT INTO settings VALUES ('kept', '1')");
  const databases = await Promise.all([open(url), open(url), open(url)]);
  const [first] = databases;
  const rows = await first?.reader.query<unknown[]>("SELECT value FROM settings");
  expect(rows).toEqual([{ value: "1" }]);
  const columns = await readRows({ dataDir, databaseUrl: url }, "SHOW COLUMNS FROM jobs LIKE 'leased_until'");
  expect(columns).toHaveLength(1);
  await Promise.all(databases.map((database) => database.close()));
});

it("compares keys by their code points, whatever the server's default: case, accents and blanks at the end", async () => {
  const database = await open(fresh());
  const keys = ["Abc", "abc", "abc ", "ábc", "退款", "🙂"];
  await database.writer.run((transaction) =>
    transaction.query(`INSERT INTO settings VALUES ${keys.map(() => "(?, '1')").join(",")}`, keys),
  );
  const stored = await database.reader.query<{ key: string }[]>(`SELECT "key" FROM settings ORDER BY "key"`);
  expect(stored.map(({ key }) => key)).toEqual([...keys].sort());
  await expect(database.reader.query("INSERT INTO settings VALUES ('x', '1')")).rejects.toThrow(/READ ONLY/i);
  await database.close();
});

it("64-bit numbers come back as numbers, instants to the millisecond", async () => {
  const database = await open(fresh());
  const at = Date.UTC(2026, 10, 11, 23, 59, 59, 999);
  await database.writer.run((transaction) =>
    transaction.query("INSERT INTO sessions VALUES ('s', 'u', ?, ?)", [at, at + 1]),
  );
  const [row] = await database.reader.query<object[]>("SELECT created_at, expires_at FROM sessions");
  expect(row).toEqual({ created_at: at, expires_at: at + 1 });
  await database.close();
});
