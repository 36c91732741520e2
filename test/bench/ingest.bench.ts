/** Ingest: ticket → classified, clocked, routed, committed, with the full starter pack over HTTP. */
import { join } from "node:path";
import { timeRawInserts } from "./raw-inserts.js";
import { rate, tickets, timeBatch, timeSingles } from "./send-tickets.js";
import { startBenchServer } from "./server.js";

const batchTickets = Number(process.env.SLUICE_BENCH_TICKETS ?? 20_000);
const singleTickets = 5_000;
const connections = 32;
/** As in the dispatcher: the raw inserts commit the same number of tickets at a time. */
const perBatch = 250;

/** Runs the bench; rates are tickets per second. */
export async function bench() {
  const server = await startBenchServer();
  try {
    await timeBatch(server, tickets(2_000, 1));
    const batch = await timeBatch(server, tickets(batchTickets, 2));
    const raw = timeRawInserts(join(server.folder, "sluice.db"), perBatch);
    const stored = batchTickets + 2_000;
    const singles = await timeSingles(server, tickets(singleTickets, 3), connections);
    const batchRate = rate(batchTickets, batch);
    const rawRate = rate(stored, raw.seconds);
    return {
      rows: [
        { what: "NDJSON batch", "tickets/s": batchRate },
        {
          what: `single POSTs, ${connections} connections`,
          "tickets/s": rate(singleTickets, singles.seconds),
        },
        { what: "the same rows by the bare driver", "tickets/s": rawRate },
      ],
      batch: batchRate,
      single: rate(singleTickets, singles.seconds),
      singleP50Ms: Math.round(singles.p50),
      singleP99Ms: Math.round(singles.p99),
      raw: rawRate,
      rowsPerTicket: Number((raw.rows / stored).toFixed(2)),
      shareOfRaw: Number((batchRate / rawRate).toFixed(3)),
    };
  } finally {
    await server.stop();
  }
}
