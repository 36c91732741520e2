/** Commands on what goes before a ruleset's rules and a policy's routes while a phase lasts. */
import type { ClassificationRule, Route } from "@sluice/schemas";
import type { Draft } from "immer";
import type { Refusal } from "../command.ts";
import {
  type CampaignCommand,
  type CampaignDocument,
  type DraftPhase,
  onPhase,
  phaseOf,
  routingOf,
  tidyRouting,
} from "./find.ts";

/** Rules of a ruleset, or routes of a policy. */
export type PrependKind = "classification" | "routing";
export type Prepended<K extends PrependKind> = K extends "classification" ? ClassificationRule : Route;

/** A list of a phase: the ruleset or the policy that it goes before. */
export interface PrependPlace<K extends PrependKind = PrependKind> {
  readonly phase: string;
  readonly kind: K;
  readonly target: string;
}

type AnyItem = ClassificationRule | Route;

/** What a phase puts before a target; empty where it puts nothing. */
export function prependedOf<K extends PrependKind>(
  { spec }: CampaignDocument,
  { phase, kind, target }: PrependPlace<K>,
): readonly Prepended<K>[] {
  const found = phaseOf(spec, phase);
  const items: readonly AnyItem[] =
    kind === "classification"
      ? (found?.classification?.find(({ ruleset }) => ruleset === target)?.prepend ?? [])
      : (found?.routing?.find(({ policy }) => policy === target)?.prepend ?? []);
  // The kind says which of the two lists it is.
  return items as readonly Prepended<K>[];
}

/** The list in a draft; made where there is none. */
function listIn(phase: DraftPhase, kind: PrependKind, target: string): Draft<AnyItem>[] {
  if (kind === "routing") {
    const overlay = routingOf(phase, target);
    overlay.prepend ??= [];
    return overlay.prepend;
  }
  phase.classification ??= [];
  if (!phase.classification.some(({ ruleset }) => ruleset === target))
    phase.classification.push({ ruleset: target, prepend: [] });
  return phase.classification.find(({ ruleset }) => ruleset === target)?.prepend ?? [];
}

/** Lists that became empty say nothing. */
function tidy(phase: DraftPhase): void {
  tidyRouting(phase);
  const kept = (phase.classification ?? []).filter(({ prepend }) => prepend.length > 0);
  if (kept.length === (phase.classification ?? []).length) return;
  if (kept.length === 0) delete phase.classification;
  else phase.classification = kept;
}

const gone: Refusal = { reason: { key: "campaign.refusals.noItem" }, path: "/spec/phases" };

const hasItem = (place: PrependPlace, id: string) => (document: CampaignDocument) =>
  prependedOf(document, place).some((item) => item.id === id) ? undefined : gone;

/** Puts a rule or a route last of those that a phase prepends. */
export const addPrepended = <K extends PrependKind>(
  place: PrependPlace<K>,
  item: Prepended<K>,
): CampaignCommand =>
  onPhase(
    place.phase,
    { key: `campaign.commands.add.${place.kind}` },
    (phase) => {
      listIn(phase, place.kind, place.target).push(structuredClone(item) as Draft<AnyItem>);
    },
    {
      refuse: (document) =>
        hasItem(place, item.id)(document) === undefined
          ? { reason: { key: "campaign.refusals.sameItem" }, path: "/spec/phases" }
          : undefined,
    },
  );

/** Replaces a rule or a route by what it says now; its id stays. */
export const setPrepended = <K extends PrependKind>(
  place: PrependPlace<K>,
  item: Prepended<K>,
): CampaignCommand =>
  onPhase(
    place.phase,
    { key: `campaign.commands.set.${place.kind}` },
    (phase) => {
      const list = listIn(phase, place.kind, place.target);
      const at = list.findIndex(({ id }) => id === item.id);
      if (at >= 0) list[at] = structuredClone(item) as Draft<AnyItem>;
    },
    { mergeKey: `phase ${place.phase} ${place.kind} ${item.id}`, refuse: hasItem(place, item.id) },
  );

export const removePrepended = (place: PrependPlace, id: string): CampaignCommand =>
  onPhase(
    place.phase,
    { key: `campaign.commands.remove.${place.kind}` },
    (phase) => {
      const list = listIn(phase, place.kind, place.target);
      const at = list.findIndex((item) => item.id === id);
      if (at >= 0) list.splice(at, 1);
      tidy(phase);
    },
    { refuse: hasItem(place, id) },
  );

/** Moves one to the place `to`; who stands higher is asked first. */
export const movePrepended = (place: PrependPlace, id: string, to: number): CampaignCommand =>
  onPhase(
    place.phase,
    { key: `campaign.commands.move.${place.kind}` },
    (phase) => {
      const list = listIn(phase, place.kind, place.target);
      const [item] = list.splice(
        list.findIndex((each) => each.id === id),
        1,
      );
      if (item) list.splice(to, 0, item);
    },
    { refuse: hasItem(place, id) },
  );
