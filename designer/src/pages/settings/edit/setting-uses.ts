/** Who refers to a field, a category, a channel or a shop: what removing it would touch. */
import type { AnyDocument } from "@sluice/schemas";

export type SettingKind = "field" | "category" | "channel" | "shop";

export interface SettingTarget {
  readonly kind: SettingKind;
  readonly key: string;
}

/** One document that refers to it, and how often. */
export interface SettingUse {
  readonly document: AnyDocument;
  readonly times: number;
}

type Loose = { readonly [name: string]: unknown };

const facts: Readonly<Record<Exclude<SettingKind, "field">, string>> = {
  category: "ticket.category",
  channel: "ticket.channel",
  shop: "ticket.shop",
};

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\-]/g, "\\$&");

const isObject = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** How often `value` names the key, a category with all below it. */
function namesIn(value: unknown, { kind, key }: SettingTarget): number {
  if (Array.isArray(value)) return sum(value.map((one) => namesIn(one, { kind, key })));
  const same = value === key || (kind === "category" && String(value).startsWith(`${key}.`));
  return typeof value === "string" && same ? 1 : 0;
}

function fieldTimes(value: unknown, key: string, mention: RegExp): number {
  if (typeof value === "string") return mention.test(value) ? 1 : 0;
  if (Array.isArray(value)) return sum(value.map((one) => fieldTimes(one, key, mention)));
  if (!isObject(value)) return 0;
  // `fields: {key: value}` of an outcome or an update names the field as a property.
  const set = isObject(value.fields) && Object.hasOwn(value.fields, key) ? 1 : 0;
  return set + sum(Object.values(value).map((one) => fieldTimes(one, key, mention)));
}

function valueTimes(value: unknown, target: SettingTarget & { kind: keyof typeof facts }): number {
  if (Array.isArray(value)) return sum(value.map((one) => valueTimes(one, target)));
  if (!isObject(value)) return 0;
  const compared = value.fact === facts[target.kind] ? namesIn(value.value, target) : 0;
  const given = target.kind === "category" ? namesIn(value.category, target) : 0;
  return compared + given + sum(Object.values(value).map((one) => valueTimes(one, target)));
}

/** How often a document refers to it, in conditions, outcomes and templates. */
function timesIn(document: AnyDocument, { kind, key }: SettingTarget): number {
  if (kind !== "field") return valueTimes(document.spec, { kind, key });
  return fieldTimes(document.spec, key, new RegExp(`ticket\\.fields\\.${escaped(key)}(?![\\w-])`));
}

/** The documents that refer to it, in the order given. */
export const settingUses = (
  documents: readonly AnyDocument[],
  target: SettingTarget,
): readonly SettingUse[] =>
  documents
    .map((document) => ({ document, times: timesIn(document, target) }))
    .filter(({ times }) => times > 0);
