/** What operators set for plugins, their sealed secrets, and what came and went over channels. */
import { defineTable, instant, int, nullable, text, word } from "../table.ts";

/** A secret, sealed: nobody reads it from here without the key. */
export interface PluginSecretRow {
  plugin: string;
  name: string;
  /** Base64 of nonce, tag and ciphertext. */
  sealed: string;
  updated_at: number;
  updated_by: string;
}

export const pluginSecrets = defineTable<PluginSecretRow>(
  "plugin_secrets",
  { plugin: word, name: word, sealed: text, updated_at: instant, updated_by: word },
  { primary: ["plugin", "name"] },
);

export interface PluginSettingsRow {
  plugin: string;
  /** 0 or 1. */
  enabled: number;
  /** JSON: `ctx.config`. */
  config: string;
  updated_at: number;
}

export const pluginSettings = defineTable<PluginSettingsRow>(
  "plugin_settings",
  { plugin: word, enabled: int, config: text, updated_at: instant },
  { primary: ["plugin"] },
);

/** A customer's message as its channel names it: a second delivery is known, and a thread finds its ticket. */
export interface ChannelMessageRow {
  channel: string;
  message_id: string;
  thread: string;
  ticket_id: string;
  at: number;
  /** Which of our messages it is, for those that we sent. */
  sent_id: string | null;
}

export const channelMessages = defineTable<ChannelMessageRow>(
  "channel_messages",
  { channel: word, message_id: word, thread: word, ticket_id: word, at: instant, sent_id: nullable(word) },
  { primary: ["channel", "message_id"], indexes: [["channel", "thread", "at"], ["ticket_id"]] },
);
