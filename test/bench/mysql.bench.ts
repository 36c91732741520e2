/** Ingest over MariaDB, every commit on disk: one process, then two on the same database; SQLite in the same run. */
import { startMariadb } from "../support/mariadb.js";
import { rate, tickets, timeBatch } from "./send-tickets.js";
import { type BenchServer, startBenchServer } from "./server.js";

const count = Number(process.env.SLUICE_BENCH_TICKETS ?? 20_000);

/** Tickets per second of all servers together, each with an equal share. */
async function measure(servers: readonly BenchServer[], seed: number): Promise<number> {
  const share = Math.floor(count / servers.length);
  const lines = servers.map((_, at) => tickets(share, seed + at));
  const begin = performance.now();
  await Promise.all(servers.map((server, at) => timeBatch(server, lines[at] ?? [])));
  return rate(share * servers.length, (performance.now() - begin) / 1000);
}

async function onSqlite(): Promise<number> {
  const server = await startBenchServer();
  try {
    await timeBatch(server, tickets(2_000, 1));
    return await measure([server], 2);
  } finally {
    await server.stop();
  }
}

/** Runs the bench; rates are tickets per second. */
export async function bench() {
  const sqlite = await onSqlite();
  const mariadb = await startMariadb({ onDisk: true });
  const env = { DATABASE_URL: mariadb.freshUrl() };
  const servers: BenchServer[] = [];
  try {
    servers.push(await startBenchServer(env));
    for (const server of servers) await timeBatch(server, tickets(2_000, 1));
    const one = await measure(servers, 10);
    servers.push(await startBenchServer(env));
    const two = await measure(servers, 20);
    return {
      rows: [
        { what: "SQLite, one process", "tickets/s": sqlite },
        { what: "MariaDB, one process", "tickets/s": one },
        { what: "MariaDB, two processes", "tickets/s": two },
      ],
      sqlite,
      one,
      two,
      shareOfSqlite: Number((two / sqlite).toFixed(3)),
    };
  } finally {
    for (const server of servers) await server.stop();
    await mariadb.remove();
  }
}
