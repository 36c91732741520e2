/**
 * A routing strategy: which of the eligible agents is preferred. It is declared as data, not code: a pick
 * happens inside the transaction that assigns the ticket, where nothing of a plugin may hang or throw.
 */
import type { Label } from "@sluice/schemas";
import { DeclarationError } from "./errors.ts";

/** What is known of an eligible agent. `saturation` is load ÷ capacity; `waited` the time since the last assignment. */
export const candidateProperties = [
  "load",
  "capacity",
  "saturation",
  "skillLevel",
  "waited",
  "order",
] as const;
export type CandidateProperty = (typeof candidateProperties)[number];

/** One criterion: a property, or a weighted sum of several. */
export type Preference =
  | { readonly prefer: "least" | "most"; readonly of: CandidateProperty }
  | { readonly prefer: "least" | "most"; readonly sum: Readonly<Partial<Record<CandidateProperty, number>>> };

/** What an author writes. */
export interface StrategyDeclaration {
  /** `<plugin>.<name>`; routing steps name it so. */
  readonly id: string;
  readonly label: Label;
  readonly description: Label;
  /** The first criterion that tells two agents apart decides; what is left is settled by the agent's id. */
  readonly order: readonly Preference[];
}

/** A declared strategy. */
export interface Strategy extends StrategyDeclaration {
  readonly kind: "strategy";
}

const isProperty = (name: string): boolean => (candidateProperties as readonly string[]).includes(name);

function propertiesOf(preference: Preference): readonly string[] {
  return "of" in preference ? [preference.of] : Object.keys(preference.sum);
}

/**
 * Declares a strategy.
 * @throws DeclarationError when its id is wrong, it prefers nothing, or it names a property that agents lack.
 */
export function defineStrategy(declaration: StrategyDeclaration): Strategy {
  const { id, order } = declaration;
  if (!/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/.test(id))
    throw new DeclarationError("strategy.id", `Strategy id must look like plugin.name: ${id}`);
  if (order.length === 0)
    throw new DeclarationError("strategy.order", `${id}: \`order\` must name a preference`);
  for (const preference of order)
    for (const name of propertiesOf(preference))
      if (!isProperty(name)) throw new DeclarationError("strategy.order", `${id}: agents have no ${name}`);
  return { ...declaration, kind: "strategy" };
}
