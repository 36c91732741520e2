/** The rules of a classification document and of the campaigns over it, compiled into one ordered list. */
import type { ClassificationOutcome, ClassificationRule, ClassificationSpec } from "@sluice/schemas";
import { EngineError } from "../errors.ts";
import type { ConditionCompiler } from "./condition-compiler.ts";
import type { ConditionNode } from "./condition-node.ts";
import { toInstant } from "./instant.ts";

/** Rules that a campaign puts before the document's own, while its phase is in force. */
export interface ClassificationLayer {
  readonly campaign: string;
  readonly phase: string;
  readonly prepend: readonly ClassificationRule[];
  /** In force for `from ≤ now < until`, epoch milliseconds; always when left out. */
  readonly from?: number;
  readonly until?: number;
}

/** A rule ready to be asked. */
export interface CompiledRule {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  /** Active for `from ≤ now < until`; infinite where the rule gives no bound. */
  readonly from: number;
  readonly until: number;
  readonly node: ConditionNode;
  readonly then: ClassificationOutcome;
  readonly campaign?: string;
}

const alwaysFrom = Number.NEGATIVE_INFINITY;
const alwaysUntil = Number.POSITIVE_INFINITY;

function boundOf(rule: ClassificationRule, bound: "activeFrom" | "activeUntil", fallback: number): number {
  const text = rule[bound];
  if (text === undefined || text === null) return fallback;
  const at = toInstant(text);
  if (at === undefined)
    throw new EngineError("document.invalid", `${bound} of rule ${rule.id} is not an instant`, {
      [bound]: text,
    });
  return at;
}

function compileRule(
  rule: ClassificationRule,
  compiler: ConditionCompiler,
  layer?: ClassificationLayer,
): CompiledRule {
  return {
    id: rule.id,
    name: rule.name ?? "",
    enabled: rule.enabled ?? true,
    from: Math.max(boundOf(rule, "activeFrom", alwaysFrom), layer?.from ?? alwaysFrom),
    until: Math.min(boundOf(rule, "activeUntil", alwaysUntil), layer?.until ?? alwaysUntil),
    node: compiler.compile(rule.when),
    then: rule.then,
    ...(layer ? { campaign: layer.campaign } : {}),
  };
}

/** Layers first, in their order, then the document's rules. */
export function compileRules(
  spec: ClassificationSpec,
  layers: readonly ClassificationLayer[],
  compiler: ConditionCompiler,
): readonly CompiledRule[] {
  const prepended = layers.flatMap((layer) =>
    layer.prepend.map((rule) => compileRule(rule, compiler, layer)),
  );
  return [...prepended, ...spec.rules.map((rule) => compileRule(rule, compiler))];
}

/** Whether a rule takes part at an instant. */
export const isActive = (rule: CompiledRule, now: number): boolean =>
  rule.enabled && rule.from <= now && now < rule.until;
