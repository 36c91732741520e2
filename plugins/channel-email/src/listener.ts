/**
 * The SMTP listener (RFC 5321). It takes mail for the house's addresses alone and relays nothing; a mail is accepted
 * (250) once it is stored, else the sender keeps it and comes again (451).
 */
import { createHash, timingSafeEqual } from "node:crypto";
import type { ListenContext } from "@sluice/plugin-sdk";
import type { SMTPServerOptions } from "smtp-server";
import type { MailConfig } from "./config.ts";
import { readMail } from "./read-mail.ts";
import { ownAddresses } from "./to-message.ts";

/** The method of requests that come from here; HTTP cannot have it. */
export const smtpMethod = "SMTP";

const refusal = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode });

/** Hashed first: a comparison takes as long whatever differs. */
function isEqual(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHash("sha256").update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}

function accessOptions({ config, secrets }: ListenContext<MailConfig>): SMTPServerOptions {
  const { TLS_KEY: key, TLS_CERT: cert, INBOUND_PASSWORD: password } = secrets;
  const user = config.inbound?.user;
  const encrypts = key !== undefined && cert !== undefined;
  const closed = [...(user === undefined ? ["AUTH"] : []), ...(encrypts ? [] : ["STARTTLS"])];
  return {
    disabledCommands: closed,
    authOptional: user === undefined,
    // Without a certificate a password travels open: then only on the house's own line, which the host says.
    allowInsecureAuth: !encrypts,
    ...(encrypts ? { key, cert } : {}),
    onAuth({ username, password: given }, _session, done) {
      const isRight = Boolean(password) && username === user && isEqual(given ?? "", password ?? "");
      if (isRight) done(null, { user: username });
      else done(refusal(535, "Authentication failed"));
    },
  };
}

/** Opens the listener, when one is configured; resolves when it listens. Rejects when it cannot. */
export async function listen(ctx: ListenContext<MailConfig>): Promise<void> {
  const { config, deliver, log, signal } = ctx;
  const { inbound } = config;
  if (!inbound) return;
  const own = ownAddresses(config);
  const { SMTPServer } = await import("smtp-server");
  const server = new SMTPServer({
    ...accessOptions(ctx),
    size: inbound.maxMegabytes * 1_048_576,
    maxClients: 20,
    disableReverseLookup: true,
    socketTimeout: 60_000,
    closeTimeout: 2_000,
    onRcptTo({ address }, _session, done) {
      if (own.includes(address.toLowerCase())) done();
      else done(refusal(550, "No such recipient here"));
    },
    onData(stream, { envelope }, done) {
      const store = async () => {
        const mail = await readMail(stream);
        if (stream.sizeExceeded) throw refusal(552, `More than ${inbound.maxMegabytes} MB`);
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        await deliver({
          method: smtpMethod,
          headers: { "envelope-from": from },
          query: {},
          body: JSON.stringify(mail),
          encoding: "utf8",
          receivedAt: Date.now(),
        });
      };
      store().then(
        () => done(null, "Stored"),
        (error: Error & { responseCode?: number }) => {
          log.warn("a mail was not stored", { reason: error.message });
          done(error.responseCode === undefined ? refusal(451, "Not stored, try again later") : error);
        },
      );
    },
  });
  server.on("error", (error) => log.warn("smtp", { reason: error.message }));
  signal.addEventListener("abort", () => server.close(), { once: true });
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(inbound.port, inbound.host, () => resolve());
  });
}
