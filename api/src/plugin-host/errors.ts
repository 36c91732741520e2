/** What a misconfigured plugin host says at start; what happens to jobs is a result, never an exception. */

/** Why a plugin cannot be wired. */
export type PluginHostFault = "plugin.unresolvable" | "plugin.duplicate";

/** A plugin reference that cannot work, whoever wrote the configuration must mend it. */
export class PluginHostError extends Error {
  override readonly name = "PluginHostError";
  readonly category = "operational";
  readonly code: PluginHostFault;
  readonly details: { readonly specifier: string };

  constructor(code: PluginHostFault, message: string, specifier: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = { specifier };
  }
}
