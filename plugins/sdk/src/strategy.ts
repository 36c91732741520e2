/**
 * A routing strategy: which of the eligible agents is preferred. It is declared as data, not code: a pick
 * happens inside the transaction that assigns the ticket, where nothing of a plugin may hang or throw.
 */
import { candidateProperties, type Label, type StrategyPreference } from "@sluice/schemas";
import { DeclarationError } from "./errors.ts";

/** What an author writes. */
export interface StrategyDeclaration {
  /** `<plugin>.<name>`; routing steps name it so. */
  readonly id: string;
  readonly label: Label;
  readonly description: Label;
  /** The first criterion that tells two agents apart decides; what is left is settled by the agent's id. */
  readonly order: readonly StrategyPreference[];
}

/** A declared strategy. */
export interface Strategy extends StrategyDeclaration {
  readonly kind: "strategy";
}

const isProperty = (name: string): boolean => (candidateProperties as readonly string[]).includes(name);

/** Whether somebody has never had a ticket is no number: `waited` stands alone. */
const canBeSummed = (name: string): boolean => isProperty(name) && name !== "waited";

function propertiesOf(preference: StrategyPreference): readonly string[] {
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
