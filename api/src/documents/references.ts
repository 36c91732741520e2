/** Which documents a document names: what must exist before it can be published, and what cannot go while it stays. */
import { catalog } from "@sluice/engine";
import {
  type AnyDocument,
  conditionsOf,
  type DocumentKind,
  isDocumentKind,
  specSchemas,
} from "@sluice/schemas";
import type { TSchema } from "typebox";

export interface Reference {
  readonly kind: DocumentKind;
  readonly key: string;
  /** JSON pointer to the place that names it. */
  readonly path: string;
}

/** Calendars that need no document. */
const builtIn = new Set(["calendar:24x7"]);

interface Loose {
  readonly [name: string]: unknown;
}

const isObject = (value: unknown): value is Loose => typeof value === "object" && value !== null;

const named = (kind: DocumentKind, key: unknown, path: string): Reference[] =>
  typeof key === "string" && !builtIn.has(`${kind}:${key}`) ? [{ kind, key, path }] : [];

/** Segments and calendars inside a condition tree. */
function inCondition(value: unknown, path: string): Reference[] {
  if (!isObject(value)) return [];
  const lists = ["all", "any"].flatMap((name) =>
    Array.isArray(value[name])
      ? value[name].flatMap((child, at) => inCondition(child, `${path}/${name}/${at}`))
      : [],
  );
  const negated = "not" in value ? inCondition(value.not, `${path}/not`) : [];
  const segment = named("segment", value.condition, `${path}/condition`);
  const operator = String(value.operator ?? "");
  const calendar = operator.endsWith("withinCalendar") ? named("calendar", value.value, `${path}/value`) : [];
  return [...lists, ...negated, ...segment, ...calendar];
}

/** Every `calendar` of an SLA policy or a campaign: of the spec, a cell or an overlay. */
function calendarsIn(value: unknown, path: string): Reference[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, child]) =>
    name === "calendar" && typeof child === "string"
      ? named("calendar", child, `${path}/${name}`)
      : name === "when"
        ? []
        : calendarsIn(child, `${path}/${name}`),
  );
}

/** `x-widget: "document:<kind>"` in a node kind's config says that the property names a document. */
function documentProperties(config: TSchema): (readonly [string, DocumentKind])[] {
  const { properties = {} } = config as { properties?: Readonly<Record<string, { "x-widget"?: string }>> };
  return Object.entries(properties).flatMap(([name, schema]) => {
    const kind = schema["x-widget"]?.replace(/^document:/, "");
    return isDocumentKind(kind) ? [[name, kind] as const] : [];
  });
}

/** What the config of each node kind names, from the catalog: a new kind needs nothing here. */
const nodeReferences = new Map(
  catalog().nodeKinds.map(({ kind, config }) => [kind, documentProperties(config)] as const),
);

/** A `when` anywhere in a node's config is a condition. */
function conditionsIn(value: unknown, path: string): Reference[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, child]) =>
    name === "when" ? inCondition(child, `${path}/when`) : conditionsIn(child, `${path}/${name}`),
  );
}

function inNodes(nodes: readonly { readonly type: string; readonly config?: Loose }[]): Reference[] {
  return nodes.flatMap(({ type, config = {} }, at) => {
    const path = `/spec/nodes/${at}/config`;
    const properties = nodeReferences.get(type) ?? [];
    const direct = properties.flatMap(([name, kind]) => named(kind, config[name], `${path}/${name}`));
    return [...direct, ...conditionsIn(config, path)];
  });
}

type CampaignDocument = Extract<AnyDocument, { kind: "campaign" }>;

function inCampaign({ spec }: CampaignDocument): Reference[] {
  return spec.phases.flatMap((phase, at) => {
    const path = `/spec/phases/${at}`;
    return [
      ...(phase.sla ?? []).flatMap((item, i) => named("sla", item.policy, `${path}/sla/${i}/policy`)),
      ...(phase.classification ?? []).flatMap((item, i) =>
        named("classification", item.ruleset, `${path}/classification/${i}/ruleset`),
      ),
      ...(phase.routing ?? []).flatMap((item, i) =>
        named("routing", item.policy, `${path}/routing/${i}/policy`),
      ),
      ...(phase.workflows ?? []).flatMap((key, i) => named("workflow", key, `${path}/workflows/${i}`)),
    ];
  });
}

/** Every document that `document` names. */
export function referencesOf(document: AnyDocument): Reference[] {
  const conditions = conditionsOf(specSchemas[document.kind], document.spec).flatMap(({ value, path }) =>
    inCondition(value, `/spec${path}`),
  );
  const { kind, spec } = document;
  if (kind === "workflow") return [...conditions, ...inNodes(spec.nodes)];
  if (kind === "sla") return [...conditions, ...calendarsIn(spec, "/spec")];
  if (kind === "campaign") return [...conditions, ...calendarsIn(spec, "/spec"), ...inCampaign(document)];
  return conditions;
}
