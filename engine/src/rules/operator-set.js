/** Finding an operator by its name, with the decorators before it. */
import { decorators } from "./decorators.js";
/** Longest chain of decorators; nothing sensible needs more, and each costs a call. */
const maxDecorators = 8;
/** Makes names resolvable; a later operator of the same id replaces an earlier one. */
export function createOperatorSet(operators) {
    const byId = new Map(operators.map((operator) => [operator.id, operator]));
    const decoratorById = new Map(decorators.map((decorator) => [decorator.id, decorator]));
    const find = (name) => {
        const parts = name.split(":");
        const operator = byId.get(parts.pop());
        if (!operator || parts.length > maxDecorators)
            return undefined;
        const found = parts.flatMap((part) => decoratorById.get(part) ?? []);
        return found.length === parts.length ? { operator, decorators: found } : undefined;
    };
    return { find };
}
/** How a named operator is bound to a value, decorators included. */
export function prepareOf(named, context) {
    const plain = (value) => named.operator.prepare(value, context);
    return named.decorators.reduceRight((next, decorator) => decorator.decorate(next), plain);
}
//# sourceMappingURL=operator-set.js.map