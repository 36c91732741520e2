/** `@sluice/plugin-channel-web`: the channel `web`. */
import { definePlugin } from "@sluice/plugin-sdk";
import { webChannel } from "./web-channel.ts";

/** The plugin as the plugin host loads it; off until an operator switches it on. */
export const plugin = definePlugin({
  id: "channel-web",
  label: { zh: "官网渠道", en: "Web channel" },
  channels: [webChannel],
});
