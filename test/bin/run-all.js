/**
 * `npm test`: installs what is missing, builds, then lint, types, dead code and every test project in turn.
 * Ends with one line `N passed, N failed`; every skipped test is listed with its reason.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuilt, ensureInstalled, runToExit } from "../../api/bin/bootstrap.js";
import { ensureBrowser, ensureMariadb, hasMariadb } from "./system.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const reports = mkdtempSync(join(tmpdir(), "sluice-test-"));
const projects = ["architecture", "unit", "scenarios", "integration"];
const onMariadb = ["scenarios-mysql", "integration-mysql"];

const tool = (name) => join(root, "node_modules", ".bin", name);

function run(command, args) {
  console.log(`\n▶ ${[command.split("/").at(-1), ...args].join(" ")}`);
  return spawnSync(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] }).status === 0;
}

/** A check without tests of its own counts as one. */
const check = (command, args) => ({ passed: Number(run(command, args)), skipped: [] });

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

const namesOf = (report, status) =>
  report.testResults.flatMap((file) =>
    file.assertionResults.filter((test) => test.status === status).map((test) => test.fullName),
  );

const sum = (results, key) => results.reduce((total, result) => total + result[key], 0);

function runProject(name, filters = []) {
  const file = join(reports, `${name}${filters.length > 0 ? "-again" : ""}.json`);
  const args = [
    "run",
    "--config",
    "test/vitest.config.ts",
    "--project",
    name,
    "--passWithNoTests",
    ...filters,
  ];
  const ok = run(tool("vitest"), [...args, "--reporter=default", "--reporter=json", `--outputFile=${file}`]);
  return { ok, report: readReport(file) };
}

const countOf = ({ ok, report }) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests || (ok ? 0 : 1),
  skipped: [...namesOf(report, "skipped"), ...namesOf(report, "pending")],
});

function testProject(name) {
  const result = runProject(name);
  return result.report ? countOf(result) : { passed: 0, failed: 1, skipped: [] };
}

/**
 * Browser tests share the machine with each other and wait for what a person would see, so one may miss its
 * patience where nothing is wrong. A file that failed runs once more, alone and from its beginning; what fails
 * there fails. Every second run is printed.
 */
function browserTests(name) {
  const first = runProject(name);
  const failed = (first.report?.testResults ?? []).filter(({ status }) => status === "failed");
  if (failed.length === 0 || failed.length > 3) return first.report ? countOf(first) : testProject(name);
  const again = failed.map((file) => {
    const path = relative(root, file.name);
    const missed = file.assertionResults.filter(({ status }) => status === "failed");
    for (const test of missed) console.log(`failed at first, run again alone: ${path} > ${test.fullName}`);
    const second = runProject(name, [path]);
    return second.report ? countOf(second) : { passed: 0, failed: 1, skipped: [] };
  });
  const steady = first.report.testResults
    .filter(({ status }) => status !== "failed")
    .flatMap((file) => file.assertionResults);
  return {
    passed: steady.filter(({ status }) => status === "passed").length + sum(again, "passed"),
    failed: sum(again, "failed"),
    skipped: [...namesOf(first.report, "skipped"), ...namesOf(first.report, "pending")],
  };
}

await runToExit(async () => {
  ensureInstalled();
  ensureBuilt();
  ensureBrowser();
  ensureMariadb();
  const results = [
    check(tool("biome"), ["check", "."]),
    check(tool("tsc"), ["-b"]),
    check(tool("knip"), []),
    ...projects.map(testProject),
    ...onMariadb.map((name) =>
      hasMariadb()
        ? testProject(name)
        : { passed: 0, failed: 0, skipped: [`every test of ${name}: MariaDB is not installed`] },
    ),
    browserTests("e2e"),
  ].map((result) => ({ failed: 1 - Math.min(1, result.passed), ...result }));
  rmSync(reports, { recursive: true, force: true });
  const skipped = results.flatMap((result) => result.skipped);
  for (const name of skipped) console.log(`skipped: ${name}`);
  const [passed, failed] = [sum(results, "passed"), sum(results, "failed")];
  console.log(
    `\n${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`,
  );
  return failed > 0 ? 1 : 0;
});
