/** Plugins: what each offers and how it fares, its configuration, and its secrets, of which only names are told. */
import type { Json, Label } from "@sluice/schemas";
import { queryOptions } from "@tanstack/react-query";
import { queryKeys } from "./query-keys.ts";
import { request } from "./request.ts";
import type { Items } from "./types.ts";

interface Offered {
  readonly id: string;
  readonly label: Label;
  readonly description?: Label;
}

/** An action as its plugin declares it. */
export interface PluginAction extends Offered {
  readonly version: string;
  /** JSON Schemas. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly output: Readonly<Record<string, unknown>>;
  readonly secrets: readonly string[];
  readonly hosts: readonly string[];
}

export interface PluginChannel extends Offered {
  readonly receives: boolean;
  readonly sends: boolean;
  readonly hosts: readonly string[];
}

/** Figures of one action since the server started. */
export interface ActionFigures {
  readonly running: number;
  readonly queued: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly totalMs: number;
  readonly circuit: "closed" | "open" | "half-open";
}

/** `idle`: loaded when it is first needed. */
export type PluginState = "idle" | "starting" | "ready" | "waiting" | "closed";

/** What operators set; `config` goes to the plugin's code as it is. */
export interface PluginSettings {
  readonly enabled: boolean;
  readonly config: { readonly [name: string]: Json };
}

/** A plugin; one that could never be loaded has no label and offers nothing. */
export interface PluginView {
  readonly id: string;
  readonly specifier: string;
  /** `null` until it has been loaded once. */
  readonly plugin: string | null;
  readonly label?: Label;
  readonly description?: Label;
  readonly actions?: readonly PluginAction[];
  readonly facts?: readonly Offered[];
  readonly channels?: readonly PluginChannel[];
  readonly strategies?: readonly Offered[];
  /** JSON Schemas of the configuration, one for each contribution that declares any. */
  readonly config?: readonly Readonly<Record<string, unknown>>[];
  readonly state: PluginState;
  readonly running: number;
  readonly restarts: number;
  readonly fault: string | null;
  /** What stands against it doing all that it should: it cannot be loaded, or a channel of it cannot listen. */
  readonly problem?: {
    readonly code: string;
    /** In English, with what to do. */
    readonly message: string;
    readonly channel?: string;
    readonly nextTryAt?: string;
  } | null;
  readonly enabled: boolean;
  readonly settings: PluginSettings;
  /** Names that it asks for; `*` stands for any. */
  readonly secrets: readonly string[];
  readonly storedSecrets: readonly string[];
  /** By `<action>@<version>`. */
  readonly figures: Readonly<Record<string, ActionFigures>>;
}

/** A secret as it is told of: never its text. */
export interface SecretView {
  readonly plugin: string;
  readonly name: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
  /** False where it was sealed with another key and has to be entered again. */
  readonly readable: boolean;
}

/** Those that come with Sluice, then the house's own; renewed, since a process starts, fails and comes back by itself. */
export const pluginsQuery = queryOptions({
  queryKey: queryKeys.plugins,
  queryFn: ({ signal }) => request<Items<PluginView>>("/plugins", { signal }),
  refetchInterval: 10_000,
});

/** Which secrets are stored; for administrators. */
export const secretsQuery = queryOptions({
  queryKey: queryKeys.secrets,
  queryFn: ({ signal }) => request<Items<SecretView>>("/secrets", { signal }),
});

const pathOf = (id: string): string => `/plugins/${encodeURIComponent(id)}`;

/** Switches or configures a plugin: both together, as the api takes them. */
export const putPlugin = (id: string, settings: PluginSettings): Promise<PluginView> =>
  request(pathOf(id), { method: "PUT", body: settings });

/** Ends its process and starts another; its running jobs are tried again. */
export const restartPlugin = (id: string): Promise<PluginView> =>
  request(`${pathOf(id)}/restart`, { method: "POST" });

const secretPath = (plugin: string, name: string): string =>
  `/secrets/${encodeURIComponent(plugin)}/${encodeURIComponent(name)}`;

/** Stores a secret or replaces it; the plugin has it with its next job. */
export const putSecret = (plugin: string, name: string, value: string): Promise<unknown> =>
  request(secretPath(plugin, name), { method: "PUT", body: { value } });

/** @throws ApiError 404 where it is not stored. */
export const dropSecret = (plugin: string, name: string): Promise<unknown> =>
  request(secretPath(plugin, name), { method: "DELETE" });
