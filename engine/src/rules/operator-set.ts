/** Finding an operator by its name, with the decorators before it. */
import { type Decorator, decorators, type Prepare } from "./decorators.ts";
import type { IndexHint, Operator, OperatorContext } from "./operator.ts";

/** An operator name taken apart: `not:someFact:in` is `in` under two decorators. */
export interface NamedOperator {
  readonly operator: Operator;
  /** Outermost first. */
  readonly decorators: readonly Decorator[];
}

export interface OperatorSet {
  /** `undefined` when the operator or one of its decorators is not known. */
  find(name: string): NamedOperator | undefined;
}

/** Longest chain of decorators; nothing sensible needs more, and each costs a call. */
const maxDecorators = 8;

/** Makes names resolvable; a later operator of the same id replaces an earlier one. */
export function createOperatorSet(operators: readonly Operator[]): OperatorSet {
  const byId = new Map(operators.map((operator) => [operator.id, operator]));
  const undecorated = new Map(
    operators.map((operator) => [operator.id, { operator, decorators: [] }] as const),
  );
  const decoratorById = new Map(decorators.map((decorator) => [decorator.id, decorator]));
  const find = (name: string): NamedOperator | undefined => {
    const plain = undecorated.get(name);
    if (plain) return plain;
    const parts = name.split(":");
    const operator = byId.get(parts.pop() as string);
    if (!operator || parts.length > maxDecorators) return undefined;
    const found = parts.flatMap((part) => decoratorById.get(part) ?? []);
    return found.length === parts.length ? { operator, decorators: found } : undefined;
  };
  return { find };
}

/** How a named operator is bound to a value, decorators included. */
export function prepareOf(named: NamedOperator, context: OperatorContext): Prepare {
  const plain: Prepare = (value) => named.operator.prepare(value, context);
  return named.decorators.reduceRight((next, decorator) => decorator.decorate(next), plain);
}

/** The index hint of a named operator for a literal value; a decorated operator has none. */
export const hintOf = ({ operator, decorators }: NamedOperator, value: unknown): IndexHint | undefined =>
  decorators.length === 0 ? operator.hint?.(value) : undefined;
