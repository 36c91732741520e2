/** The envelope that all seven kinds share. */
import { type Static, Type } from "typebox";
import { Key, strict } from "../primitives.ts";
import { CalendarSpec } from "./calendar.ts";
import { CampaignSpec } from "./campaign.ts";
import { ClassificationSpec } from "./classification.ts";
import { RoutingSpec } from "./routing.ts";
import { SegmentSpec } from "./segment.ts";
import { SlaSpec } from "./sla.ts";
import { WorkflowSpec } from "./workflow.ts";

/** Every document kind with the schema of its `spec`; the one list that names them. */
export const specSchemas = {
  workflow: WorkflowSpec,
  classification: ClassificationSpec,
  sla: SlaSpec,
  routing: RoutingSpec,
  calendar: CalendarSpec,
  campaign: CampaignSpec,
  segment: SegmentSpec,
} as const;

export type DocumentKind = keyof typeof specSchemas;
export type SpecOf<K extends DocumentKind> = Static<(typeof specSchemas)[K]>;

/** The document kinds, in the order in which they can be loaded (referred-to kinds first). */
export const documentKinds = [
  "segment",
  "calendar",
  "classification",
  "sla",
  "routing",
  "workflow",
  "campaign",
] as const satisfies readonly DocumentKind[];

export const isDocumentKind = (value: unknown): value is DocumentKind =>
  typeof value === "string" && Object.hasOwn(specSchemas, value);

/** The current format of every kind; older ones are lifted by a migration on import. */
export const formatVersion = 1;

export interface SluiceDocument<K extends DocumentKind = DocumentKind> {
  readonly kind: K;
  readonly key: string;
  readonly name: string;
  readonly description?: string;
  readonly formatVersion: number;
  readonly spec: SpecOf<K>;
}

/** One of the seven, told apart by `kind`. */
export type AnyDocument = { [K in DocumentKind]: SluiceDocument<K> }[DocumentKind];

const envelope = <K extends DocumentKind>(kind: K) =>
  Type.Object(
    {
      kind: Type.Literal(kind),
      key: Key,
      name: Type.String({ minLength: 1, maxLength: 200 }),
      description: Type.Optional(Type.String({ default: "" })),
      formatVersion: Type.Integer({ minimum: 1, maximum: formatVersion }),
      spec: specSchemas[kind],
    },
    strict,
  );

export const documentSchemas = {
  workflow: envelope("workflow"),
  classification: envelope("classification"),
  sla: envelope("sla"),
  routing: envelope("routing"),
  calendar: envelope("calendar"),
  campaign: envelope("campaign"),
  segment: envelope("segment"),
} as const;
