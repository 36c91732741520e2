/** `@sluice/plugin-http`: the action `http.request`. */
import { definePlugin } from "@sluice/plugin-sdk";
import { createRequestAction } from "./request-action.ts";

/** The plugin as the plugin host loads it; configured by `{ "allowHosts": ["erp.internal:8080"] }`. */
export const plugin = definePlugin({
  id: "http",
  label: { zh: "HTTP", en: "HTTP" },
  actions: [createRequestAction()],
});
export { isPublicAddress } from "./address-policy.ts";
export type { HttpFault } from "./errors.ts";
