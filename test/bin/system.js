/** What the tests need besides Node.js packages: a browser with Chinese fonts. Installed when that is possible. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const candidates = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The first browser found, or `undefined`. */
export const findBrowser = () => candidates.find((path) => path !== undefined && existsSync(path));

const run = (command, args) =>
  spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] }).status === 0;

const canInstall = () => process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

/** Installs Chromium and a Chinese font on Debian as root; elsewhere says what to install. */
export function ensureBrowser() {
  if (findBrowser()) return;
  if (canInstall()) {
    console.error("Installing chromium and fonts-noto-cjk …");
    process.env.DEBIAN_FRONTEND = "noninteractive";
    if (
      run("apt-get", ["update"]) &&
      run("apt-get", ["install", "-y", "chromium", "fonts-noto-cjk"]) &&
      findBrowser()
    )
      return;
  }
  throw new Error(
    "The browser tests need Chromium. On Debian: apt-get install chromium fonts-noto-cjk. " +
      "Elsewhere install Chrome or Chromium and name it in CHROMIUM_PATH.",
  );
}
