/** plugins, channels and pauses: what operators set, and what came in by channels' own names. */
import type { Check } from "../check.ts";
import type { Stored } from "../stored.ts";

/** Nonce and tag of a sealed secret, bytes. */
const leastSealed = 12 + 16;

const isObject = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
};

function* settings({ database }: Stored): Generator<string> {
  const rows = database
    .prepare<[], { plugin: string; enabled: number; config: string }>("SELECT * FROM plugin_settings")
    .all();
  for (const { plugin, enabled, config } of rows)
    if (![0, 1].includes(enabled) || !isObject(config))
      yield `plugin ${plugin}: settings ${enabled} ${config}`;
  const secrets = database
    .prepare<[], { plugin: string; name: string; sealed: string }>("SELECT * FROM plugin_secrets")
    .all();
  for (const { plugin, name, sealed } of secrets)
    if (Buffer.from(sealed, "base64").length <= leastSealed || !/^[A-Za-z0-9+/=]+$/.test(sealed))
      yield `plugin ${plugin}: the secret ${name} is not sealed`;
}

export const pluginsCheck: Check = {
  name: "plugins",
  *run(stored) {
    yield* settings(stored);
  },
};

interface ChannelMessageRow {
  readonly channel: string;
  readonly message_id: string;
  readonly ticket_id: string;
  readonly sent_id: string | null;
}

export const channelsCheck: Check = {
  name: "channels",
  *run({ database, tickets, messages }) {
    const known = new Set(messages.map(({ id }) => id));
    const rows = database.prepare<[], ChannelMessageRow>("SELECT * FROM channel_messages").all();
    for (const { channel, message_id, ticket_id, sent_id } of rows) {
      if (!tickets.has(ticket_id))
        yield `message ${message_id} of ${channel}: its ticket ${ticket_id} does not exist`;
      if (sent_id !== null && !known.has(sent_id))
        yield `message ${message_id} of ${channel}: answers ${sent_id}, which was never written`;
    }
  },
};

interface Pause {
  readonly kind: string;
  readonly key: string;
}

export const pausesCheck: Check = {
  name: "pauses",
  *run({ database, revisions }, { quiet }) {
    const stored = database
      .prepare<[], string>(`SELECT value FROM settings WHERE "key" = 'operations.paused'`)
      .pluck()
      .get();
    const pauses = stored === undefined ? [] : (JSON.parse(stored) as readonly Pause[]);
    const names = pauses.map(({ kind, key }) => `${kind} ${key}`);
    if (new Set(names).size !== names.length) yield `something is paused twice: ${names.join(", ")}`;
    for (const { kind, key } of pauses) {
      if ((kind === "engine") !== (key === "")) yield `a pause of ${kind} ${key} holds nothing`;
      if (kind === "workflow" && !revisions.has(`workflow/${key}@1`))
        yield `workflow ${key} is paused, but was never published`;
    }
    if (quiet && names.length > 0) yield `still paused: ${names.join(", ")}`;
  },
};
