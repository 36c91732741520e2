/** A real Chromium; every page it opens is watched, so that no error on the console goes unseen. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { root } from "./built-app.ts";
import { adminPassword } from "./server.ts";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the browser that the test command found or installed. */
export async function openBrowser(): Promise<Browser> {
  const system = pathToFileURL(join(root, "test/bin/system.js")).href;
  const { findBrowser } = (await import(system)) as { findBrowser(): string | undefined };
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error("there is no Chromium; name one in CHROMIUM_PATH");
  return chromium.launch({ executablePath, headless: true, args: flags });
}

export interface Desk {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the console and the content security policy complained of, without the refusals a test provokes. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export interface DeskOptions {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: "light" | "dark";
  readonly language?: "zh-CN" | "en";
}

/** A refusal is also told on the console; which ones are right is the test's business. */
const isRefusal = (text: string): boolean =>
  /Failed to load resource.*status of (?:401|409|412|422)/.test(text);

function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !isRefusal(message.text()))
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  return complaints;
}

/**
 * A person's desk: a browser of its own, far from the workspace's zone and with motion off.
 * Choices are stored once; what the person chooses later stays.
 */
export async function openDesk(browser: Browser, origin: string, options: DeskOptions = {}): Promise<Desk> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    timezoneId: "America/New_York",
    reducedMotion: "reduce",
    colorScheme: options.theme ?? "light",
  });
  context.setDefaultTimeout(30_000);
  const { language } = options;
  if (language)
    await context.addInitScript((chosen) => {
      if (localStorage.getItem("sluice.preferences") === null)
        localStorage.setItem("sluice.preferences", JSON.stringify({ language: chosen }));
    }, language);
  const page = await context.newPage();
  return { context, page, complaints: watch(page), close: () => context.close() };
}

/** Signs in without the page: for tests of something else. */
export async function signInQuietly(desk: Desk, name = "admin", password = adminPassword): Promise<void> {
  const answer = await desk.context.request.post("/api/v1/auth/login", { data: { name, password } });
  if (!answer.ok()) throw new Error(`sign-in of ${name}: ${answer.status()} ${await answer.text()}`);
}
