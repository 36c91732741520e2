/** The format of `test/scenarios/*.json`; `test/README.md` explains it. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AnyDocument, Json, MessageInput, Settings, TicketInput } from "@sluice/schemas";
import { ecommerceStarter } from "@sluice/schemas/starter";
import type { House, HousePeople } from "./house.ts";
import { houseWith, smallHouse } from "./small-house.ts";
import type { Trace } from "./trace.ts";

/** One thing that happens `after` (ISO duration) the ticket came in; the same words as in `POST /simulate`. */
export type ScenarioEvent = { readonly after: string; readonly agent?: string } & (
  | { readonly message: MessageInput }
  | { readonly update: { readonly [property: string]: Json } }
  | { readonly assign: { readonly agent: string } }
  | { readonly claim: { readonly agent: string; readonly pool: string } }
  | { readonly transfer: { readonly group: string } }
  | { readonly release: Record<string, never> }
  | { readonly task: { readonly outcome: string; readonly form?: Json } }
  | { readonly survey: { readonly score: number; readonly comment?: string } }
  | { readonly custom: { readonly name: string; readonly data?: Json } }
);

/** A ticket of the same customer that an agent had and resolved before. */
export interface EarlierTicket {
  /** How long before `at`, ISO duration. */
  readonly before: string;
  readonly ticket: TicketInput;
  readonly agent: string;
}

export interface Scenario {
  readonly name: string;
  readonly description: string;
  /** The starter pack instead of the small house. */
  readonly starter?: true;
  /** Laid over the house's settings, part by part. */
  readonly settings?: Partial<Settings>;
  readonly people?: Partial<HousePeople>;
  /** In the place of the house's documents of the same kind and key, or beside them. */
  readonly documents?: readonly AnyDocument[];
  readonly agentsOnline: readonly string[];
  /** When the ticket comes in. */
  readonly at: string;
  readonly earlier?: EarlierTicket;
  readonly ticket: TicketInput;
  readonly events?: readonly ScenarioEvent[];
  /** What each action answers, by node id. */
  readonly pinned?: { readonly [node: string]: Json };
  readonly failing?: { readonly [node: string]: { readonly code: string; readonly message: string } };
  /** How long the ticket is followed after the last event, ISO duration. */
  readonly follow?: string;
  readonly expect: Trace;
}

export interface ScenarioFile {
  readonly file: string;
  readonly scenario: Scenario;
}

/** Every scenario of a folder, in the order of their file names. */
export const readScenarios = (folder: string): readonly ScenarioFile[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => ({ file, scenario: JSON.parse(readFileSync(join(folder, file), "utf8")) as Scenario }));

/** JSON as a person would lay it out: what fits on a line stays on one. */
function layOut(value: unknown, indent: string): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  if (entries.length === 0) return open + close;
  const name = (key: string) => (isList ? "" : `${JSON.stringify(key)}: `);
  const blank = isList ? "" : " ";
  const line = entries.map(([key, item]) => name(key) + layOut(item, "")).join(", ");
  const short = `${open}${blank}${line}${blank}${close}`;
  if (!line.includes("\n") && indent.length + short.length <= 90) return short;
  const inner = `${indent}  `;
  const lines = entries.map(([key, item]) => `${inner}${name(key)}${layOut(item, inner)}`);
  return `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}

/** Writes a scenario with another expectation: for whoever reads the difference before committing it. */
export const writeScenario = (folder: string, file: string, scenario: Scenario): void =>
  writeFileSync(join(folder, file), `${layOut(scenario, "")}\n`);

/** The address that documents write for the service that actions call; the live run puts a real one in its place. */
export const sinkOrigin = "http://sink.example";

/** The house that a scenario plays in. */
export function houseOf(scenario: Scenario, sink: string = sinkOrigin): House {
  const house: House = scenario.starter ? ecommerceStarter : smallHouse;
  const { documents } = houseWith(house, scenario.documents ?? []);
  return {
    settings: { ...house.settings, ...scenario.settings },
    people: { ...house.people, ...scenario.people },
    documents: JSON.parse(JSON.stringify(documents).replaceAll(sinkOrigin, sink)) as readonly AnyDocument[],
  };
}
