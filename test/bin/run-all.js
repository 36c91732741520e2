/**
 * `npm test`: installs what is missing, builds, then lint, types, dead code and every test project in turn.
 * Ends with one line `N passed, N failed`; every skipped test is listed with its reason.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuilt, ensureInstalled, runToExit } from "../../api/bin/bootstrap.js";
import { ensureBrowser } from "./system.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const reports = mkdtempSync(join(tmpdir(), "sluice-test-"));
const projects = ["architecture", "unit", "scenarios", "integration", "e2e"];

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

function testProject(name) {
  const file = join(reports, `${name}.json`);
  const args = ["run", "--config", "test/vitest.config.ts", "--project", name, "--passWithNoTests"];
  const ok = run(tool("vitest"), [...args, "--reporter=default", "--reporter=json", `--outputFile=${file}`]);
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1, skipped: [] };
  const failed = report.numFailedTests || (ok ? 0 : 1);
  return {
    passed: report.numPassedTests,
    failed,
    skipped: [...namesOf(report, "skipped"), ...namesOf(report, "pending")],
  };
}

await runToExit(async () => {
  ensureInstalled();
  ensureBuilt();
  ensureBrowser();
  const results = [
    check(tool("biome"), ["check", "."]),
    check(tool("tsc"), ["-b"]),
    check(tool("knip"), []),
    ...projects.map(testProject),
  ].map((result) => ({ failed: 1 - Math.min(1, result.passed), ...result }));
  rmSync(reports, { recursive: true, force: true });
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const skipped = results.flatMap((result) => result.skipped);
  for (const name of skipped) console.log(`skipped: ${name}`);
  const [passed, failed] = [sum("passed"), sum("failed")];
  console.log(
    `\n${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`,
  );
  return failed > 0 ? 1 : 0;
});
