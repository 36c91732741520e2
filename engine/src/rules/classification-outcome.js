import { priorities } from "@sluice/schemas";
/** Collects parts: a part that is set stays, priority excepted when the most urgent wins. */
class OutcomeBuilder {
    category;
    priority;
    tags = new Map();
    fields = new Map();
    #mostUrgent;
    constructor(mostUrgent) {
        this.#mostUrgent = mostUrgent;
    }
    take(gives, source, withTags = true) {
        if (gives.category !== undefined)
            this.category ??= { value: gives.category, source };
        if (gives.priority !== undefined && this.#wins(gives.priority))
            this.priority = { value: gives.priority, source };
        if (withTags)
            for (const tag of gives.addTags ?? [])
                if (!this.tags.has(tag))
                    this.tags.set(tag, source);
        for (const [key, value] of Object.entries(gives.fields ?? {}))
            if (!this.fields.has(key))
                this.fields.set(key, { value, source });
    }
    #wins(priority) {
        if (!this.priority)
            return true;
        return this.#mostUrgent && priorities.indexOf(priority) < priorities.indexOf(this.priority.value);
    }
    build() {
        const fields = [...this.fields];
        return {
            outcome: {
                category: this.category?.value ?? null,
                priority: this.priority?.value ?? null,
                tags: [...this.tags.keys()],
                fields: Object.fromEntries(fields.map(([key, { value }]) => [key, value])),
            },
            sources: {
                ...(this.category ? { category: this.category.source } : {}),
                ...(this.priority ? { priority: this.priority.source } : {}),
                tags: Object.fromEntries(this.tags),
                fields: Object.fromEntries(fields.map(([key, { source }]) => [key, source])),
            },
        };
    }
}
/** Unites what the matched rules give; `otherwise` fills what is unset, its tags only if nothing matched. */
export function uniteOutcome(spec, matched, explicitPriority) {
    const builder = new OutcomeBuilder((spec.priority ?? "most-urgent") === "most-urgent");
    for (const rule of matched)
        builder.take(rule.then, rule.id);
    if (spec.otherwise)
        fillGaps(builder, spec.otherwise, matched.length === 0);
    if (explicitPriority !== undefined)
        builder.priority = { value: explicitPriority, source: "caller" };
    return builder.build();
}
/** `otherwise` never competes: it gives a priority only where no rule gave one. */
function fillGaps(builder, { priority, ...rest }, withTags) {
    builder.take(rest, "otherwise", withTags);
    if (priority !== undefined)
        builder.priority ??= { value: priority, source: "otherwise" };
}
//# sourceMappingURL=classification-outcome.js.map