/** From the rules that matched, in order, to one outcome with the source of each of its parts. */
import type { ClassificationDecision, ClassificationSpec, Json, Priority } from "@sluice/schemas";
import { priorities } from "@sluice/schemas";
import type { CompiledRule } from "./classification-rules.ts";

export type ClassificationResult = ClassificationDecision["outcome"];
export type ClassificationSources = ClassificationDecision["sources"];

/** An outcome and where each part came from: a rule id, `otherwise` or `caller`. */
export interface SourcedOutcome {
  readonly outcome: ClassificationResult;
  readonly sources: ClassificationSources;
}

type Gives = NonNullable<ClassificationSpec["otherwise"]>;

/** Keys are anybody's words: without a prototype all of them are plain data, and adding one is cheap. */
const createRecord = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;

/** Collects parts: a part that is set stays, priority excepted when the most urgent wins. */
class OutcomeBuilder {
  #category: string | undefined;
  #categorySource: string | undefined;
  #priority: Priority | undefined;
  #prioritySource: string | undefined;
  readonly #tags: string[] = [];
  readonly #tagSources = createRecord<string>();
  readonly #fields = createRecord<Json>();
  readonly #fieldSources = createRecord<string>();
  readonly #mostUrgent: boolean;

  constructor(mostUrgent: boolean) {
    this.#mostUrgent = mostUrgent;
  }

  take({ category, priority, addTags, fields }: Gives, source: string): void {
    if (category !== undefined && this.#category === undefined) {
      this.#category = category;
      this.#categorySource = source;
    }
    if (priority !== undefined && this.#wins(priority)) this.setPriority(priority, source);
    if (addTags) for (const tag of addTags) this.#addTag(tag, source);
    if (fields) for (const key of Object.keys(fields)) this.#addField(key, fields[key] as Json, source);
  }

  /** `otherwise` never competes: it gives a priority only where no rule gave one. */
  fillGaps({ category, priority, addTags, fields }: Gives, withTags: boolean): void {
    this.take(
      { ...(category === undefined ? {} : { category }), ...(fields ? { fields } : {}) },
      "otherwise",
    );
    if (withTags && addTags) this.take({ addTags }, "otherwise");
    if (priority !== undefined && this.#priority === undefined) this.setPriority(priority, "otherwise");
  }

  setPriority(priority: Priority, source: string): void {
    this.#priority = priority;
    this.#prioritySource = source;
  }

  #addTag(tag: string, source: string): void {
    if (tag in this.#tagSources) return;
    this.#tags.push(tag);
    this.#tagSources[tag] = source;
  }

  #addField(key: string, value: Json, source: string): void {
    if (key in this.#fieldSources) return;
    this.#fields[key] = value;
    this.#fieldSources[key] = source;
  }

  #wins(priority: Priority): boolean {
    if (this.#priority === undefined) return true;
    return this.#mostUrgent && priorities.indexOf(priority) < priorities.indexOf(this.#priority);
  }

  build(): SourcedOutcome {
    return {
      outcome: {
        category: this.#category ?? null,
        priority: this.#priority ?? null,
        tags: this.#tags,
        fields: this.#fields,
      },
      sources: {
        ...(this.#categorySource === undefined ? {} : { category: this.#categorySource }),
        ...(this.#prioritySource === undefined ? {} : { priority: this.#prioritySource }),
        tags: this.#tagSources,
        fields: this.#fieldSources,
      },
    };
  }
}

/** Unites what the matched rules give; `otherwise` fills what is unset, its tags only if nothing matched. */
export function uniteOutcome(
  spec: ClassificationSpec,
  matched: readonly CompiledRule[],
  explicitPriority: Priority | undefined,
): SourcedOutcome {
  const builder = new OutcomeBuilder((spec.priority ?? "most-urgent") === "most-urgent");
  for (const rule of matched) builder.take(rule.then, rule.id);
  if (spec.otherwise) builder.fillGaps(spec.otherwise, matched.length === 0);
  if (explicitPriority !== undefined) builder.setPriority(explicitPriority, "caller");
  return builder.build();
}
