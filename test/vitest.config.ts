import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { noMariadbBecause } from "./support/mariadb.ts";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Tests read the sources, so that a red test never means a stale build. */
const alias = [
  { find: /^@sluice\/(schemas|engine|api)$/, replacement: at("$1/src/index.ts") },
  { find: /^@sluice\/(schemas|engine|api)\/(.+)$/, replacement: at("$1/src/$2.ts") },
  { find: /^@sluice\/plugin-([\w-]+)$/, replacement: at("plugins/$1/src/index.ts") },
];

const project = (name: string, include: string[], testTimeout: number, more: object = {}) => ({
  resolve: { alias },
  test: {
    ...more,
    name,
    root: at(""),
    include,
    testTimeout,
    hookTimeout: testTimeout,
    environment: "node" as const,
    // What a page does in the background (saving, living events) takes its time on a busy machine.
    expect: { poll: { timeout: 20_000, interval: 100 } },
    setupFiles: [at("test/property-seed.ts")],
  },
});

/** The same tests over MariaDB, which is started once for them. */
const mariadb = { globalSetup: [at("test/support/mariadb-once.ts")] };
const reason = noMariadbBecause();
if (reason !== null) console.warn(`skipped: the tests on MariaDB (${reason})`);

export default defineConfig({
  root: at(""),
  test: {
    maxWorkers: 2,
    projects: [
      project(
        "unit",
        ["{schemas,engine,api,designer}/src/**/*.test.{ts,tsx}", "plugins/*/src/**/*.test.ts"],
        60_000,
      ),
      project("architecture", ["test/architecture/**/*.test.ts"], 60_000),
      project("scenarios", ["test/scenarios/**/*.test.ts"], 120_000),
      project(
        "integration",
        ["test/integration/**/*.test.ts", "test/crash/**/*.test.ts", "test/invariants/**/*.test.ts"],
        300_000,
      ),
      ...(reason === null
        ? [
            project("scenarios-mysql", ["test/scenarios/**/*.test.ts"], 120_000, mariadb),
            project("integration-mysql", ["test/{integration,mysql}/**/*.test.ts"], 300_000, mariadb),
          ]
        : []),
      project("e2e", ["test/e2e/**/*.test.ts"], 300_000),
    ],
  },
});
