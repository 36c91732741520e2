/** What can be drawn, as plain JSON: the engine emits it, the designer draws palettes and forms from it. */
import type { TSchema } from "typebox";
import type { Json, Label } from "./primitives.ts";

/** The type of a fact's value. */
export type FactType = "string" | "text" | "number" | "boolean" | "instant" | "string[]" | "object" | "any";

export interface FactDefinition {
  readonly id: string;
  readonly label: Label;
  readonly type: FactType;
  /** Group in pickers: ticket, customer, order, message, agent, sla, event, time, vars, campaign or a plugin id. */
  readonly group: string;
  readonly options?: readonly { readonly value: Json; readonly label: Label }[];
  /** Fetched before the decision by a plugin. */
  readonly fetched?: boolean;
}

export interface OperatorDefinition {
  readonly id: string;
  readonly label: Label;
  readonly help?: Label;
  /** Fact types it may be used on. */
  readonly factTypes: readonly FactType[];
  /** JSON Schema of its value. */
  readonly value: Readonly<Record<string, unknown>>;
}

export type NodeFamily = "trigger" | "decision" | "state" | "people" | "integration" | "control";

export interface PortDefinition {
  readonly id: string;
  readonly label: Label;
}

export interface NodeKindDefinition {
  readonly kind: string;
  readonly label: Label;
  readonly description: Label;
  readonly icon: string;
  readonly family: NodeFamily;
  readonly hasInput: boolean;
  /** Fixed ports; `dynamicPorts` names the config list whose items' ids are ports too. */
  readonly ports: readonly PortDefinition[];
  readonly dynamicPorts?: string;
  readonly config: TSchema;
}

export interface StrategyDefinition {
  readonly id: string;
  readonly label: Label;
  readonly description: Label;
}

/** What a declared strategy may look at. `saturation` is load ÷ capacity; `waited` the time since the last assignment. */
export const candidateProperties = [
  "load",
  "capacity",
  "saturation",
  "skillLevel",
  "waited",
  "order",
] as const;
export type CandidateProperty = (typeof candidateProperties)[number];

/** One criterion: a property, or a weighted sum of several (never of `waited`, which has no end). */
export type StrategyPreference =
  | { readonly prefer: "least" | "most"; readonly of: CandidateProperty }
  | {
      readonly prefer: "least" | "most";
      readonly sum: Readonly<Partial<Record<Exclude<CandidateProperty, "waited">, number>>>;
    };

/** A strategy that is declared as data; the first criterion that tells two agents apart decides. */
export interface DeclaredStrategyDefinition extends StrategyDefinition {
  readonly order: readonly StrategyPreference[];
}

export interface ActionDefinition {
  readonly id: string;
  readonly version: string;
  readonly label: Label;
  readonly description?: Label;
  readonly icon?: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly output: Readonly<Record<string, unknown>>;
  /** ISO 8601 duration of one try, where the node says none. */
  readonly timeout?: string;
  /** How failed tries are repeated, as far as the node says nothing else; lengths are ISO 8601. */
  readonly retry?: {
    readonly maxAttempts: number;
    readonly backoff: "fixed" | "exponential";
    readonly initial: string;
    readonly max: string;
  };
}

export interface Catalog {
  readonly facts: readonly FactDefinition[];
  readonly operators: readonly OperatorDefinition[];
  readonly decorators: readonly { readonly id: string; readonly label: Label }[];
  readonly nodeKinds: readonly NodeKindDefinition[];
  readonly strategies: readonly StrategyDefinition[];
  readonly metrics: readonly { readonly id: string; readonly label: Label }[];
  readonly actions: readonly ActionDefinition[];
}
