/** `@sluice/plugin-logistics`: where parcels are. */
import { definePlugin } from "@sluice/plugin-sdk";
import { stalledDaysFact, stateFact, trackAction } from "./track-action.ts";

/** The plugin as the plugin host loads it. */
export const plugin = definePlugin({
  id: "logistics",
  label: { zh: "物流", en: "Logistics" },
  description: { zh: "通过快递100或其他接口查询包裹", en: "Tracks parcels by Kuaidi100 or another service" },
  actions: [trackAction],
  facts: [stateFact, stalledDaysFact],
});
