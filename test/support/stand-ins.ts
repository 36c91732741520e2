/** What stands in for other people's services: one that answers HTTP by a function, and a mail server. */
import { createServer, type Server as HttpServer, type IncomingMessage } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { SMTPServer } from "smtp-server";

export interface Asked {
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface Service {
  readonly origin: string;
  /** What it was asked, oldest first. */
  readonly asked: readonly Asked[];
  close(): void;
}

export interface SmtpSink {
  readonly port: number;
  /** What it took, as it came. */
  readonly mails: readonly string[];
  close(): Promise<void>;
}

/** A service that answers by `answer` and remembers what it was asked. */
export async function startService(answer: (asked: Asked) => unknown): Promise<Service> {
  const asked: Asked[] = [];
  const service: HttpServer = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const one = { url: request.url ?? "", headers: request.headers, body };
    asked.push(one);
    response.setHeader("content-type", "application/json").end(JSON.stringify(answer(one) ?? {}));
  });
  await new Promise<void>((resolve) => service.listen(0, "localhost", resolve));
  const { port } = service.address() as AddressInfo;
  return { origin: `http://localhost:${port}`, asked, close: () => void service.close() };
}

/** A mail server that takes everything. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const mails: string[] = [];
  const sink = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    closeTimeout: 100,
    onData(stream, _session, done) {
      let raw = "";
      stream.setEncoding("utf8").on("data", (chunk: string) => {
        raw += chunk;
      });
      stream.on("end", () => {
        mails.push(raw);
        done();
      });
    },
  });
  const listening = sink.listen(0, "127.0.0.1");
  await new Promise<void>((resolve) => listening.once("listening", resolve));
  const { port } = listening.address() as AddressInfo;
  return { port, mails, close: () => new Promise<void>((resolve) => sink.close(() => resolve())) };
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createTcpServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  return port;
}
