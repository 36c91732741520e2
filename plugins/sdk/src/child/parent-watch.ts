/**
 * Ends the process when the host is gone. It runs in a thread of its own, because a plugin that hangs
 * keeps the main thread from noticing that the other end of its pipe has closed.
 */
import { workerData } from "node:worker_threads";

const host: unknown = workerData;

setInterval(() => {
  if (process.ppid !== host) process.kill(process.pid, "SIGKILL");
}, 1_000);
