/** A MariaDB server of the tests' own: in a temporary folder, on a free port, gone when they end. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { accessSync, chownSync, constants, existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createConnection } from "mysql2/promise";

const account = { user: "sluice", password: "sluice-tests" } as const;
const memory = "/dev/shm";
const leastMemoryBytes = 4 * 1024 ** 3;

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Where a program is, looked for in PATH and in the folders of servers; `undefined` when it is not installed. */
const find = (name: string): string | undefined =>
  [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"]
    .map((folder) => join(folder, name))
    .find(isExecutable);

/** Why no MariaDB can be started here; `null` when one can. */
export function noMariadbBecause(): string | null {
  const missing = ["mariadbd", "mariadb-install-db"].filter((name) => find(name) === undefined);
  return missing.length === 0
    ? null
    : `${missing.join(" and ")} not found; on Debian: apt-get install mariadb-server`;
}

export interface Mariadb {
  /** `mysql://…` of a database that is not there yet: the first server on it makes it. */
  freshUrl(): string;
  /** Ends it as a crash of its machine would, or in order. */
  stop(signal?: "SIGTERM" | "SIGKILL"): Promise<void>;
  /** Starts it again on the same data and port. */
  start(): Promise<void>;
  /** Stops it and removes its folder. */
  remove(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

/** In memory where there is room: what is tested is the server's use of it, not the disk. */
function makeFolder(onDisk: boolean): string {
  if (onDisk) return mkdtempSync(join(tmpdir(), "sluice-mariadb-"));
  const roomy = existsSync(memory) && statfsSync(memory).bavail * statfsSync(memory).bsize > leastMemoryBytes;
  return mkdtempSync(join(roomy ? memory : tmpdir(), "sluice-mariadb-"));
}

/** A server refuses to run as root: its own account owns the folder then. */
function ownerArguments(folder: string): readonly string[] {
  if (process.getuid?.() !== 0) return [];
  const id = (flag: string) => Number(spawnSync("id", [flag, "mysql"], { encoding: "utf8" }).stdout);
  chownSync(folder, id("-u"), id("-g"));
  return ["--user=mysql"];
}

function install(folder: string, owner: readonly string[]): void {
  const program = find("mariadb-install-db") ?? "mariadb-install-db";
  const made = spawnSync(
    program,
    [
      "--no-defaults",
      ...owner,
      `--datadir=${folder}/data`,
      "--auth-root-authentication-method=normal",
      "--skip-test-db",
    ],
    { encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`mariadb-install-db failed: ${made.stdout}${made.stderr}`);
}

async function untilAnswers(
  port: number,
  child: ChildProcess,
  user: string,
  password?: string,
): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error(`mariadbd ended with ${child.exitCode}`);
    try {
      const connection = await createConnection({
        host: "127.0.0.1",
        port,
        user,
        ...(password ? { password } : {}),
      });
      await connection.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error("mariadbd did not answer");
}

async function makeAccount(port: number): Promise<void> {
  const root = await createConnection({ host: "127.0.0.1", port, user: "root" });
  await root.query(`CREATE USER '${account.user}'@'%' IDENTIFIED BY '${account.password}'`);
  await root.query(`GRANT ALL ON \`sluice\\_%\`.* TO '${account.user}'@'%'`);
  await root.end();
}

/** The defaults of the machine are left out; the odd default collation is there to show that ours does not depend on it. */
const serverArguments = (folder: string, port: number, owner: readonly string[]): readonly string[] => [
  "--no-defaults",
  ...owner,
  `--datadir=${folder}/data`,
  `--socket=${folder}/s.sock`,
  `--pid-file=${folder}/pid`,
  `--port=${port}`,
  "--bind-address=127.0.0.1",
  "--skip-name-resolve",
  "--max-connections=400",
  "--character-set-server=latin1",
  "--collation-server=latin1_swedish_ci",
  "--innodb-buffer-pool-size=256M",
  "--innodb-log-file-size=64M",
];

/** Starts one; `remove` it in the end. On disk, as benches want it, every commit waits for the disk. */
export async function startMariadb({ onDisk = false } = {}): Promise<Mariadb> {
  const folder = makeFolder(onDisk);
  const owner = ownerArguments(folder);
  install(folder, owner);
  const port = await freePort();
  let child: ChildProcess | undefined;
  let databases = 0;

  async function start(user: string = account.user, password: string | undefined = account.password) {
    const started = spawn(find("mariadbd") ?? "mariadbd", [...serverArguments(folder, port, owner)], {
      stdio: "ignore",
    });
    child = started;
    await untilAnswers(port, started, user, password);
  }

  const stop: Mariadb["stop"] = async (signal = "SIGTERM") => {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null) return;
    const ended = new Promise((resolve) => ending.once("exit", resolve));
    ending.kill(signal);
    await ended;
  };

  await start("root", "");
  await makeAccount(port);
  return {
    freshUrl() {
      databases += 1;
      return `mysql://${account.user}:${account.password}@127.0.0.1:${port}/sluice_${process.pid}_${databases}`;
    },
    start: () => start(),
    stop,
    async remove() {
      await stop("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
