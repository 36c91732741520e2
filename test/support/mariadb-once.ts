/** One MariaDB for a whole run of tests; each test server gets a database of its own on it. */
import type { TestProject } from "vitest/node";
import { startMariadb } from "./mariadb.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** `mysql://…` without a database's name; absent where the tests run on SQLite. */
    readonly mysqlServer?: string;
  }
}

/** Vitest calls it once before the project's first file; the answer is called after its last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const mariadb = await startMariadb();
  project.provide("mysqlServer", mariadb.freshUrl().replace(/[^/]+$/, ""));
  return () => mariadb.remove();
}
