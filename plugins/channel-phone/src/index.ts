/** `@sluice/plugin-channel-phone`: the channel `phone`, told by a call centre's webhook. It receives; nobody is called. */
import { ActionError, defineChannel, definePlugin, isSignedRequest } from "@sluice/plugin-sdk";
import { PhoneConfig } from "./config.ts";
import { toCall, toMessage } from "./to-message.ts";

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ActionError({
      code: "channel-phone.unreadable",
      message: "The body is no JSON",
      retryable: false,
    });
  }
}

/** One webhook may bring several calls. */
const eventsOf = (body: unknown): readonly unknown[] => (Array.isArray(body) ? body.slice(0, 500) : [body]);

const phoneChannel = defineChannel({
  id: "phone",
  label: { zh: "电话", en: "Phone" },
  description: {
    zh: "呼叫中心的通话小结、录音和未接来电",
    en: "Summaries, recordings and missed calls of a call centre",
  },
  config: PhoneConfig,
  secrets: ["SECRET"],
  verify: ({ input, secrets }) => isSignedRequest(input, secrets.SECRET),
  parse({ input, config, log }) {
    const events = eventsOf(parseBody(input.body));
    const messages = events.flatMap(
      (event) => toMessage(toCall(event, config), config, input.receivedAt) ?? [],
    );
    if (messages.length < events.length)
      log.info("events that are no ended or missed call", { ignored: events.length - messages.length });
    return { messages };
  },
});

/** The plugin as the plugin host loads it; off until an operator switches it on. */
export const plugin = definePlugin({
  id: "channel-phone",
  label: { zh: "电话渠道", en: "Phone channel" },
  channels: [phoneChannel],
});
