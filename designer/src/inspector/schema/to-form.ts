/**
 * A schema of ours → what the form library draws: plain titles in one language, and for each place the input
 * that draws it. Defaults and unions are taken out: the library would write the one into values and guess at
 * the other, and a form must not change what it shows.
 */

import type { RJSFSchema, UiSchema } from "@rjsf/utils";
import type { Json } from "@sluice/schemas";
import {
  branchesOf,
  type Choice,
  choicesOf,
  helpOf,
  isCondition,
  isMandatory,
  isRecord,
  type PlainSchema,
  propertiesOf,
  recordValueOf,
  titleOf,
  widgetOf,
} from "./plain-schema.ts";
import { type ObjectPlan, planOf } from "./plan-properties.ts";

/** A place as the form library takes it. */
export interface Drawn {
  readonly schema: RJSFSchema;
  readonly uiSchema: UiSchema;
}

/** One way of a union. */
export interface DrawnBranch {
  readonly title: string;
  readonly plain: PlainSchema;
  readonly drawn: Drawn;
}

/** What our inputs and frames are told; stands under `ui:options.draw`. */
export interface DrawOptions {
  readonly plain: PlainSchema;
  /** No label: an item of a list, whose card has one. */
  readonly bare?: boolean;
  /** Shown faint while nothing is set. */
  readonly defaultValue?: Json;
  readonly choices?: readonly Choice[];
  /** The kind of document that is chosen. */
  readonly documentKind?: string;
  readonly plan?: ObjectPlan;
  readonly branches?: readonly DrawnBranch[];
  /** Of an item, of a record's values, or of the input that a template may replace. */
  readonly inner?: Drawn;
  /** Remarks on anything below are told by this input. */
  readonly whole?: boolean;
  /** Drawn as a group with a name rather than as a labelled input. */
  readonly group?: boolean;
}

export interface ToFormOptions {
  readonly language: string;
  /** Any text may be a template, and any value may be replaced by one: inputs of actions. */
  readonly templates?: boolean;
}

/** Inputs for one text, by `x-widget`. */
const textWidgets: Readonly<Record<string, string>> = {
  template: "template",
  "template-text": "templateText",
  javascript: "code",
  duration: "duration",
  instant: "instant",
  group: "group",
  agent: "agent",
  category: "category",
  calendar: "document",
  fact: "fact",
  timezone: "timezone",
  cron: "cron",
  event: "event",
  action: "action",
  strategy: "strategy",
};

/** Inputs for a whole list or object, by `x-widget`. */
const wholeFields: Readonly<Record<string, string>> = {
  "action-input": "actionInput",
  "task-form": "taskForm",
  tags: "tags",
  "ticket-fields": "ticketFields",
  variables: "variables",
};

interface Place {
  readonly title: string;
  readonly bare?: boolean;
}

const asOptions = (options: DrawOptions): UiSchema => ({ "ui:options": { draw: options } });

/** The options of a place, for whoever draws it. */
export const drawOptionsOf = (uiSchema: UiSchema | undefined): DrawOptions =>
  (uiSchema?.["ui:options"] as { draw?: DrawOptions } | undefined)?.draw ?? { plain: {} };

const isPlainText = (schema: PlainSchema): boolean =>
  schema.type === "string" && widgetOf(schema) === undefined && !("enum" in schema);

const hasNamedItems = (items: PlainSchema): boolean =>
  Object.values(propertiesOf(items)).some((property) => widgetOf(property) === "port-id");

/** Turns schemas into forms, in one language. */
class Draughtsman {
  readonly #language: string;
  readonly #templates: boolean;

  constructor({ language, templates = false }: ToFormOptions) {
    this.#language = language;
    this.#templates = templates;
  }

  draw(plain: PlainSchema, place: Place): Drawn {
    const base: DrawOptions = {
      plain,
      ...(place.bare ? { bare: true } : {}),
      ...(plain.default === undefined ? {} : { defaultValue: plain.default as Json }),
    };
    const title = titleOf(plain, this.#language, place.title);
    const description = helpOf(plain, this.#language);
    const words = { title, ...(description === undefined ? {} : { description }) };
    return this.#draw(plain, words, base);
  }

  #draw(plain: PlainSchema, words: RJSFSchema, base: DrawOptions): Drawn {
    const whole = wholeFields[widgetOf(plain) ?? ""];
    if (isCondition(plain)) return this.#field("condition", words, { ...base, whole: true, group: true });
    if (whole) return this.#field(whole, words, { ...base, whole: true, group: true });
    const choices = choicesOf(plain, this.#language);
    if (choices.length > 0) return this.#choice(words, { ...base, choices });
    if (branchesOf(plain).length > 0) return this.#union(plain, words, base);
    return this.#typed(plain, words, base);
  }

  #typed(plain: PlainSchema, words: RJSFSchema, base: DrawOptions): Drawn {
    switch (plain.type) {
      case "object":
        return Object.keys(propertiesOf(plain)).length > 0 || plain.additionalProperties === false
          ? this.#object(plain, words, base)
          : this.#record(plain, words, base);
      case "array":
        return this.#list(plain, words, base);
      case "string":
        return this.#text(plain, words, base);
      case "integer":
      case "number":
        return this.#templated(
          this.#widget("number", { ...words, ...limitsOf(plain), type: plain.type }, base),
        );
      case "boolean":
        return this.#templated(this.#widget("switch", { ...words, type: "boolean" }, base));
      default:
        return this.#field("json", words, { ...base, whole: true });
    }
  }

  #widget(widget: string, schema: RJSFSchema, options: DrawOptions): Drawn {
    return { schema, uiSchema: { ...asOptions(options), "ui:widget": widget } };
  }

  #field(field: string, words: RJSFSchema, options: DrawOptions): Drawn {
    return { schema: words, uiSchema: { ...asOptions(options), "ui:field": field } };
  }

  /** In an action's input anything may come from a template. */
  #templated(drawn: Drawn): Drawn {
    if (!this.#templates) return drawn;
    const { bare, plain } = drawOptionsOf(drawn.uiSchema);
    const { title = "", description } = drawn.schema;
    const words = { title, ...(description === undefined ? {} : { description }) };
    return this.#field("templated", words, { plain, inner: drawn, ...(bare ? { bare } : {}) });
  }

  #text(plain: PlainSchema, words: RJSFSchema, base: DrawOptions): Drawn {
    const named = widgetOf(plain) ?? "";
    const [, documentKind] = /^document:(.+)$/.exec(named) ?? [];
    const own = documentKind ? "document" : (textWidgets[named] ?? "text");
    const widget = own === "text" && this.#templates ? "template" : own;
    const kind = documentKind ?? (named === "calendar" ? "calendar" : undefined);
    return this.#widget(
      widget,
      { ...words, ...limitsOf(plain), type: "string" },
      kind === undefined ? base : { ...base, documentKind: kind },
    );
  }

  #choice(words: RJSFSchema, options: DrawOptions): Drawn {
    const named = widgetOf(options.plain);
    const widget = named === "priority" || named === "status" ? named : "choice";
    return this.#templated(this.#widget(widget, { ...words, type: "string" }, options));
  }

  #union(plain: PlainSchema, words: RJSFSchema, base: DrawOptions): Drawn {
    const branches = branchesOf(plain);
    const [first] = branches;
    if (branches.length === 1 && first) return this.#draw({ ...first, ...withoutUnion(plain) }, words, base);
    // Text, number or yes and no without names of their own: one input takes them all.
    if (branches.every((branch) => !("x-label" in branch) && !("title" in branch) && isScalar(branch)))
      return this.#field("json", words, { ...base, whole: true });
    const drawn = branches.map((branch, index) => {
      const title = titleOf(branch, this.#language, String(index + 1));
      return { title, plain: branch, drawn: this.draw(branch, { title, bare: true }) };
    });
    return this.#field("union", words, { ...base, branches: drawn, group: true });
  }

  #object(plain: PlainSchema, words: RJSFSchema, base: DrawOptions): Drawn {
    const drawn = Object.entries(propertiesOf(plain)).map(
      ([name, property]) => [name, this.draw(property, { title: name })] as const,
    );
    const plan = planOf(plain, this.#language);
    return {
      schema: {
        ...words,
        type: "object",
        properties: Object.fromEntries(drawn.map(([name, { schema }]) => [name, schema])),
        required: drawn.map(([name]) => name).filter((name) => isMandatory(plain, name)),
      },
      uiSchema: {
        ...asOptions({ ...base, plan, group: true }),
        ...Object.fromEntries(drawn.map(([name, { uiSchema }]) => [name, uiSchema])),
      },
    };
  }

  #record(plain: PlainSchema, words: RJSFSchema, base: DrawOptions): Drawn {
    const inner = this.draw(recordValueOf(plain), { title: "", bare: true });
    return this.#field("record", words, { ...base, inner, whole: true, group: true });
  }

  #list(plain: PlainSchema, words: RJSFSchema, base: DrawOptions): Drawn {
    const items = isRecord(plain.items) ? plain.items : {};
    if (isPlainText(items)) return this.#templated(this.#field("texts", words, { ...base, whole: true }));
    const title = titleOf(items, this.#language, "");
    const inner = this.draw(items, { title, bare: true });
    if (hasNamedItems(items)) return this.#field("namedList", words, { ...base, inner, group: true });
    return {
      schema: { ...words, type: "array", items: inner.schema },
      uiSchema: { ...asOptions({ ...base, inner, group: true }), items: inner.uiSchema },
    };
  }
}

const isScalar = ({ type }: PlainSchema): boolean =>
  typeof type === "string" && ["string", "number", "integer", "boolean"].includes(type);

const withoutUnion = ({ anyOf: _any, oneOf: _one, ...rest }: PlainSchema): PlainSchema => rest;

/** What an input holds somebody to while they type. */
const limitsOf = ({ minimum, maximum, maxLength }: PlainSchema): RJSFSchema => ({
  ...(typeof minimum === "number" ? { minimum } : {}),
  ...(typeof maximum === "number" ? { maximum } : {}),
  ...(typeof maxLength === "number" ? { maxLength } : {}),
});

/** The form of a schema. */
export const toForm = (schema: PlainSchema, options: ToFormOptions): Drawn =>
  new Draughtsman(options).draw(schema, { title: "", bare: true });
