/** Facts, and segments where they may be named too, as the options of a picker: grouped and searchable. */
import type { FactDefinition } from "@sluice/schemas";
import type { TFunction } from "i18next";
import { inLanguage } from "../explain/names.ts";
import type { NamedKey } from "./vocabulary.ts";

export interface SubjectOption {
  /** `fact:<id>` or `segment:<key>`: ids of both kinds may be alike. */
  readonly value: string;
  readonly label: string;
  readonly id: string;
  /** The type of a fact, in words. */
  readonly hint: string;
  /** Everything it is found by, in lower case. */
  readonly search: string;
}

export interface SubjectGroup {
  readonly label: string;
  readonly options: readonly SubjectOption[];
}

export const factValue = (id: string): string => `fact:${id}`;
export const segmentValue = (key: string): string => `segment:${key}`;

/** The id behind an option's value. */
export const idOf = (value: string): string => value.slice(value.indexOf(":") + 1);
export const isSegmentValue = (value: string): boolean => value.startsWith("segment:");

const knownGroups = [
  "ticket",
  "customer",
  "order",
  "message",
  "agent",
  "sla",
  "event",
  "time",
  "vars",
  "campaign",
] as const;

/** A group of facts by its name; a plugin's by its id. */
export function groupLabel(group: string, t: TFunction): string {
  const known = knownGroups.find((name) => name === group);
  return known === undefined ? group : t(`conditions.factGroup.${known}`);
}

function factOption(fact: FactDefinition, t: TFunction, language: string): SubjectOption {
  const type = t(`conditions.factType.${fact.type}`);
  return {
    value: factValue(fact.id),
    label: inLanguage(fact.label, language),
    id: fact.id,
    hint: fact.fetched ? `${type} · ${t("conditions.fetched")}` : type,
    search: `${fact.label.zh} ${fact.label.en} ${fact.id}`.toLowerCase(),
  };
}

const segmentOption = ({ key, name }: NamedKey): SubjectOption => ({
  value: segmentValue(key),
  label: name,
  id: key,
  hint: "",
  search: `${name} ${key}`.toLowerCase(),
});

/** The options in the catalog's order, segments last. */
export function subjectGroups(
  facts: readonly FactDefinition[],
  segments: readonly NamedKey[],
  t: TFunction,
  language: string,
): readonly SubjectGroup[] {
  const groups = new Map<string, SubjectOption[]>();
  for (const fact of facts) {
    const group = groups.get(fact.group) ?? [];
    group.push(factOption(fact, t, language));
    groups.set(fact.group, group);
  }
  return [
    ...[...groups].map(([group, options]) => ({ label: groupLabel(group, t), options })),
    ...(segments.length === 0
      ? []
      : [{ label: t("conditions.segment"), options: segments.map(segmentOption) }]),
  ];
}
