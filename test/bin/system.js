/** What the tests need besides Node.js packages: a browser with Chinese fonts, MariaDB. Installed when that is possible. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

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

/** Installs Debian packages; true when that went well. */
function install(...packages) {
  console.error(`Installing ${packages.join(" and ")} …`);
  process.env.DEBIAN_FRONTEND = "noninteractive";
  return run("apt-get", ["update"]) && run("apt-get", ["install", "-y", ...packages]);
}

/** Whether the tests on MySQL can run. */
export const hasMariadb = () =>
  [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"].some(
    (folder) => existsSync(join(folder, "mariadbd")),
  );

/** Installs MariaDB on Debian as root; elsewhere the tests on it are left out and say so. */
export function ensureMariadb() {
  if (hasMariadb()) return;
  if (canInstall() && install("mariadb-server") && hasMariadb()) return;
  console.error(
    "The tests on MySQL need MariaDB 10.6 or newer. On Debian: apt-get install mariadb-server. " +
      "Elsewhere install it so that mariadbd and mariadb-install-db are in PATH.",
  );
}

/** Installs Chromium and a Chinese font on Debian as root; elsewhere says what to install. */
export function ensureBrowser() {
  if (findBrowser()) return;
  if (canInstall()) {
    if (install("chromium", "fonts-noto-cjk") && findBrowser()) return;
  }
  throw new Error(
    "The browser tests need Chromium. On Debian: apt-get install chromium fonts-noto-cjk. " +
      "Elsewhere install Chrome or Chromium and name it in CHROMIUM_PATH.",
  );
}
