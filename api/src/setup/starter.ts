/** The starter pack that the configuration names; loaded only when it is wanted, as it is large. */
import type { StarterPack } from "@sluice/schemas/starter";
import type { Config } from "../config.ts";

/** `null` for `SLUICE_STARTER=none`. */
export async function loadStarter(config: Config): Promise<StarterPack | null> {
  if (config.starter === "none") return null;
  const { ecommerceStarter } = await import("@sluice/schemas/starter");
  return ecommerceStarter;
}
