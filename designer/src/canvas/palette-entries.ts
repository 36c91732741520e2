/** What can be added: every node kind, and every plugin action as an entry of its own. */
import type { ActionDefinition, Catalog, Json, NodeFamily, NodeKindDefinition } from "@sluice/schemas";
import type { TFunction } from "i18next";
import { inLanguage } from "../explain/names.ts";
import { startConfig } from "../nodes/node-parts.ts";

export interface PaletteEntry {
  /** The kind, or `action:<id>`. */
  readonly id: string;
  readonly kind: string;
  readonly family: NodeFamily;
  readonly icon: string;
  readonly label: string;
  readonly description: string;
  readonly hasInput: boolean;
  /** Whether it has a way on: what has both can be inserted on a line. */
  readonly hasOutput: boolean;
  /** The config of a fresh node. */
  readonly config: Readonly<Record<string, Json>>;
}

/** The groups of the palette, in the order of a ticket's journey. */
export const familyOrder: readonly NodeFamily[] = [
  "trigger",
  "decision",
  "state",
  "people",
  "integration",
  "control",
];

function toEntry(definition: NodeKindDefinition, t: TFunction, language: string): PaletteEntry {
  return {
    id: definition.kind,
    kind: definition.kind,
    family: definition.family,
    icon: definition.icon,
    label: inLanguage(definition.label, language),
    description: inLanguage(definition.description, language),
    hasInput: definition.hasInput,
    hasOutput: definition.ports.length > 0 || definition.dynamicPorts !== undefined,
    config: startConfig(definition, t),
  };
}

function toActionEntry(action: ActionDefinition, base: PaletteEntry, language: string): PaletteEntry {
  return {
    ...base,
    id: `action:${action.id}`,
    icon: action.icon ?? base.icon,
    label: inLanguage(action.label, language),
    description: action.description ? inLanguage(action.description, language) : base.description,
    config: { action: action.id, version: action.version, input: {} },
  };
}

/** All entries, by family in palette order. The bare action kind stands for the actions and is no entry beside them. */
export function paletteEntries(catalog: Catalog, t: TFunction, language: string): readonly PaletteEntry[] {
  const entries = catalog.nodeKinds.flatMap((definition) => {
    const entry = toEntry(definition, t, language);
    const standsForActions = definition.kind === "action" && catalog.actions.length > 0;
    return standsForActions
      ? catalog.actions.map((action) => toActionEntry(action, entry, language))
      : [entry];
  });
  return familyOrder.flatMap((family) => entries.filter((entry) => entry.family === family));
}

/** The entries whose words hold every word typed. */
export function matchingEntries(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const textOf = ({ id, label, description }: PaletteEntry) => `${label} ${id} ${description}`.toLowerCase();
  const found = entries.filter((entry) => words.every((word) => textOf(entry).includes(word)));
  // Whoever types a kind's own name wants that kind, not one that mentions it.
  const byName = (entry: PaletteEntry) =>
    words.every((word) => `${entry.label} ${entry.id}`.toLowerCase().includes(word)) ? 0 : 1;
  return words.length === 0 ? found : [...found].sort((a, b) => byName(a) - byName(b));
}
