/**
 * The canvas: frames while one node of a large workflow is dragged, beside the same hand over an empty page. Each size
 * is dragged several times and the median told; the processor time of the page for one move says the same on a machine
 * that has other work.
 */
import type { Browser, CDPSession, Page } from "playwright-core";
import { openBrowser, openDesk, signInQuietly } from "../e2e/browser.ts";
import { type PageServer, startPageServer } from "../e2e/server.ts";
import { bigWorkflow } from "../screenshots/overfull-house.ts";

const sizes = [50, 300, 1_000];
const moves = 180;
const runs = 3;

/** Frame lengths, ms, while `gesture` lasts. */
async function framesDuring(page: Page, gesture: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const tick = (now: number) => {
      frames.push(now - last);
      last = now;
      if ((window as unknown as { benching: boolean }).benching) requestAnimationFrame(tick);
    };
    Object.assign(window, { benching: true, benchFrames: frames });
    requestAnimationFrame(tick);
  });
  await gesture();
  return page.evaluate(() => {
    const scope = window as unknown as { benching: boolean; benchFrames: number[] };
    scope.benching = false;
    return scope.benchFrames.slice(1);
  });
}

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

async function wander(page: Page, from: { x: number; y: number }, held: boolean): Promise<void> {
  await page.mouse.move(from.x, from.y);
  if (held) await page.mouse.down();
  for (let step = 1; step <= moves; step += 1)
    await page.mouse.move(from.x + Math.sin(step / 9) * 120, from.y + Math.cos(step / 7) * 60);
  if (held) await page.mouse.up();
}

/** Processor time of all pages so far, ms. */
async function pagesCpu(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const pages = processInfo.filter(({ type }) => type === "renderer");
  return pages.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}

const median = (values: readonly number[]): number => quantile(values, 0.5);
const tenths = (value: number): number => Number(value.toFixed(1));

async function dragOnce(browser: Browser, server: PageServer, nodes: number, key: string) {
  const document = { ...bigWorkflow(nodes), key };
  await server.api("POST", "/documents/import", { documents: [document] });
  const desk = await openDesk(browser, server.origin, { width: 1600, height: 900 });
  await signInQuietly(desk);
  const { page } = desk;
  await page.goto("/segments");
  await page.waitForTimeout(1_000);
  const idle = await framesDuring(page, () => wander(page, { x: 800, y: 450 }, false));
  const begin = performance.now();
  await page.goto(`/workflows/${key}`);
  const card = page.locator(".react-flow__node").first();
  await card.waitFor();
  const openedMs = performance.now() - begin;
  await page.waitForTimeout(2_000);
  const box = await page.locator(".react-flow__node").nth(2).boundingBox();
  if (box === null) throw new Error("no card in sight");
  const session = await browser.newBrowserCDPSession();
  const before = await pagesCpu(session);
  const frames = await framesDuring(page, () => wander(page, { x: box.x + 60, y: box.y + 12 }, true));
  const cpuMs = ((await pagesCpu(session)) - before) / moves;
  await session.detach();
  await desk.close();
  return { openedMs, idle, frames, cpuMs };
}

async function measure(browser: Browser, server: PageServer, nodes: number) {
  const all = [];
  for (let run = 1; run <= runs; run += 1)
    all.push(await dragOnce(browser, server, nodes, `bench-${nodes}-${run}`));
  const p95s = all.map(({ frames }) => quantile(frames, 0.95));
  return {
    nodes,
    openedMs: Math.round(median(all.map(({ openedMs }) => openedMs))),
    idleP95Ms: tenths(median(all.map(({ idle }) => quantile(idle, 0.95)))),
    dragP50Ms: tenths(median(all.map(({ frames }) => quantile(frames, 0.5)))),
    dragP95Ms: tenths(median(p95s)),
    dragP95OfRuns: p95s.map(tenths).join(" "),
    cpuMsPerMove: tenths(median(all.map(({ cpuMs }) => cpuMs))),
  };
}

/** One row for each size; `dragP95Ms` is to be ≤ 25 at 300 nodes. */
export async function bench() {
  const server = await startPageServer();
  const browser = await openBrowser();
  try {
    const rows = [];
    for (const nodes of sizes) rows.push(await measure(browser, server, nodes));
    return { rows };
  } finally {
    await browser.close();
    await server.stop();
  }
}
