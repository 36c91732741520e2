/** Server-sent events: what happens, told to every open page. */
import type { ServerResponse } from "node:http";
import type { FastifyReply } from "fastify";
import fp from "fastify-plugin";

const heartbeatMs = 20_000;
const maxClients = 2_000;
/** A page that reads slower than this is cut off; it reconnects and loads afresh. */
const maxBacklogBytes = 1_048_576;

export interface EventHub {
  /** Sends `data` to every listener of `topic`, in every process; never waits and never throws. */
  publish(topic: string, data: unknown): void;
  /** Sends it to the listeners of this process alone: what the others hear by themselves. */
  show(topic: string, data: unknown): void;
  /** How the other processes are told what is published here. */
  relayBy(relay: (topic: string, data: unknown) => void): void;
  /** Turns the reply into a stream of the named topics (none = all). */
  subscribe(reply: FastifyReply, topics: readonly string[]): void;
  readonly clients: number;
}

interface Client {
  readonly stream: ServerResponse;
  readonly topics: ReadonlySet<string>;
}

function createHub(): EventHub & { close(): void; beat(): void } {
  const clients = new Set<Client>();
  const pending: { readonly topic: string; readonly text: string }[] = [];
  let lastId = 0;
  let relay: (topic: string, data: unknown) => void = () => undefined;
  function send(client: Client, text: string): void {
    if (client.stream.writableLength > maxBacklogBytes) client.stream.destroy();
    else client.stream.write(text);
  }
  /** One write per client for everything of a turn: a commit of 250 tickets is one packet, not 250. */
  function flush(): void {
    const all = pending.splice(0);
    const everything = all.map(({ text }) => text).join("");
    for (const client of clients) {
      const wanted = all.filter(({ topic }) => client.topics.has(topic));
      if (client.topics.size === 0) send(client, everything);
      else if (wanted.length > 0) send(client, wanted.map(({ text }) => text).join(""));
    }
  }
  function show(topic: string, data: unknown): void {
    lastId += 1;
    if (clients.size === 0) return;
    const text = `id: ${lastId}\nevent: ${topic}\ndata: ${JSON.stringify(data) ?? "null"}\n\n`;
    if (pending.push({ topic, text }) === 1) setImmediate(flush);
  }
  function add(client: Client): void {
    const oldest = clients.size >= maxClients ? clients.values().next().value : undefined;
    oldest?.stream.end();
    clients.add(client);
    client.stream.on("close", () => clients.delete(client));
    // A page that goes away closes its half only; without this its socket would last until the next write fails.
    client.stream.socket?.once("end", () => client.stream.destroy());
  }
  return {
    get clients() {
      return clients.size;
    },
    publish(topic, data) {
      show(topic, data);
      relay(topic, data);
    },
    show,
    relayBy(next) {
      relay = next;
    },
    subscribe(reply, topics) {
      reply.hijack();
      const headers = { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" };
      reply.raw.writeHead(200, { ...headers, "x-accel-buffering": "no" });
      reply.raw.write("retry: 2000\n\n");
      add({ stream: reply.raw, topics: new Set(topics) });
    },
    beat() {
      for (const client of clients) send(client, ": \n\n");
    },
    close() {
      for (const { stream } of clients) {
        const { socket } = stream;
        // Kept alive, the connection would hold up the server's own closing.
        stream.end(() => socket?.destroySoon());
      }
      clients.clear();
    },
  };
}

declare module "fastify" {
  interface FastifyInstance {
    readonly events: EventHub;
  }
}

export const eventsPlugin = fp(
  async (app) => {
    const hub = createHub();
    const timer = setInterval(() => hub.beat(), heartbeatMs);
    timer.unref();
    app.decorate("events", hub);
    app.addHook("preClose", async () => {
      clearInterval(timer);
      hub.close();
    });
  },
  { name: "events" },
);
