/** Compiles documents, settings and people into the one value that steps read. */
import type {
  ActionDefinition,
  AnyDocument,
  Condition,
  DeclaredStrategyDefinition,
  DocumentKind,
  Settings,
  SluiceDocument,
} from "@sluice/schemas";
import {
  type CampaignEdge,
  campaignEdges,
  campaignsInForce,
  compileCampaign,
  phaseOverlays,
} from "../campaign/in-force.ts";
import { declaredStrategy } from "../routing/declared-strategy.ts";
import { type CompiledRouting, compileRouting } from "../routing/policy.ts";
import { type CompiledClassification, compileClassification } from "../rules/classification.ts";
import { compileConditions } from "../rules/conditions.ts";
import { calendar24x7, compileCalendar } from "../sla/calendar.ts";
import { type CompiledSla, compileSla } from "../sla/policy/policy.ts";
import { compileWorkflow } from "../workflow/compile-workflow.ts";
import type { Definitions, Holds, People, PublishedDocument } from "./definitions.ts";
import { FactsNeeded } from "./facts-needed.ts";
import { latestOf, memo } from "./revisions.ts";

export interface DefinitionsInput {
  /** The live revision of every published document. */
  readonly live: readonly PublishedDocument[];
  /** Older revisions that open tickets are pinned to. */
  readonly pinned?: readonly PublishedDocument[];
  readonly settings: Settings;
  readonly people: People;
  readonly actions?: readonly ActionDefinition[];
  /** Workflows of campaigns that were taken out of live: they start no more than between two of their phases. */
  readonly dormant?: readonly string[];
  /** Routing strategies that plugins declare. */
  readonly strategies?: readonly DeclaredStrategyDefinition[];
  /** True for facts that a plugin fetches. */
  readonly fetched?: (fact: string) => boolean;
  /** How a ruleset is made ready to decide, for a house that checks or replaces the evaluator. */
  readonly compileRuleset?: typeof compileClassification;
}

type DocumentOf<K extends DocumentKind> = SluiceDocument<K>;

const isKind = <K extends DocumentKind>(
  document: AnyDocument,
  kind: K,
): document is AnyDocument & DocumentOf<K> => document.kind === kind;

/** Finds revisions by kind and key: the live one, or a pinned one by its number. */
function createShelf(input: DefinitionsInput) {
  const live = latestOf(input.live);
  const all = latestOf([...(input.pinned ?? []), ...input.live], true);
  return <K extends DocumentKind>(kind: K, key: string, revision?: number) => {
    const found = revision === undefined ? live.get(`${kind}/${key}`) : all.get(`${kind}/${key}@${revision}`);
    if (!found || !isKind(found.document, kind)) return undefined;
    return { ...found, document: found.document as DocumentOf<K> };
  };
}

/** Compiles on first use and keeps what it compiled; documents are taken as checked. */
export function compileDefinitions(input: DefinitionsInput): Definitions {
  const { settings, people } = input;
  const find = createShelf(input);
  const liveOf = (kind: DocumentKind) => input.live.filter(({ document }) => document.kind === kind);
  const agents = new Map(people.agents.map((agent) => [agent.id, agent]));
  const groups = new Map(people.groups.map((group) => [group.key, group]));
  const kinds = new Map(settings.channels.map((channel) => [channel.key, channel.kind]));
  const campaigns = liveOf("campaign").map(({ document, revision }) =>
    compileCampaign(document as DocumentOf<"campaign">, revision),
  );
  const edges: readonly CampaignEdge[] = campaignEdges(campaigns);
  const segments = Object.fromEntries(
    liveOf("segment").map(({ document }) => [document.key, (document as DocumentOf<"segment">).spec.when]),
  );

  const calendar = memo((key: string, revision: number | undefined) => {
    if (key === "24x7") return { compiled: compileCalendar(calendar24x7), revision: 0 };
    const found = find("calendar", key, revision);
    return (
      found && {
        compiled: compileCalendar(found.document.spec, { holidays: found.holidays }),
        revision: found.revision,
      }
    );
  });
  const calendars = Object.fromEntries(
    liveOf("calendar").flatMap(({ document }) => {
      const found = calendar(document.key, undefined);
      return found ? [[document.key, found.compiled] as const] : [];
    }),
  );
  const fetched = input.fetched ?? (() => false);
  const conditionOptions = { segments, calendars, fetched };

  function conditions(when: Condition): Holds {
    const compiled = compileConditions(when, conditionOptions);
    if (!compiled.facts.some(fetched)) return (facts, now) => compiled.test(facts, { now });
    return (facts, now) => {
      const answer = compiled.evaluate(facts, { now });
      if (typeof answer === "boolean") return answer;
      throw new FactsNeeded(answer.needs, facts);
    };
  }

  const pinnedCampaign = memo((key: string, revision: number | undefined) => {
    const found = find("campaign", key, revision) ?? find("campaign", key);
    return found && compileCampaign(found.document, found.revision);
  });
  const pinnedOverlays: Definitions["pinnedOverlays"] = (campaign, phase, revision) =>
    phaseOverlays(pinnedCampaign(campaign, revision), phase);

  const campaignsAt = memoLast((now: number) => campaignsInForce(campaigns, now), edges);
  const boundToCampaign = new Set([
    ...(input.dormant ?? []),
    ...campaigns.flatMap(({ phases }) => phases.flatMap(({ phase }) => phase.workflows ?? [])),
  ]);

  const workflow = memo((key: string, revision: number | undefined) => {
    const found = find("workflow", key, revision);
    const ref = found && { kind: "workflow" as const, key, revision: found.revision };
    return ref && compileWorkflow(found.document, ref, { conditions });
  });
  const liveWorkflows = liveOf("workflow")
    .map(({ document }) => document.key)
    .sort()
    .flatMap((key) => workflow(key, undefined) ?? []);

  const sla = memo((key: string, revision: number | undefined): CompiledSla | undefined => {
    const found = find("sla", key, revision);
    return (
      found &&
      compileSla(found.document, {
        ...conditionOptions,
        calendar,
        ref: { kind: "sla", key, revision: found.revision },
      })
    );
  });

  const compileRuleset = input.compileRuleset ?? compileClassification;
  const rulesets = memo((key: string) => {
    const found = find("classification", key);
    return found && { found, underCampaigns: new Map<string, CompiledClassification>() };
  });
  function classification(key: string, now: number): CompiledClassification | undefined {
    const ruleset = rulesets(key);
    if (!ruleset) return undefined;
    const { found, underCampaigns } = ruleset;
    const inForce = campaignsAt(now);
    const compiled =
      underCampaigns.get(inForce.key) ??
      compileRuleset(found.document, {
        ...conditionOptions,
        ref: { kind: "classification", key, revision: found.revision },
        overlays: inForce.classification(key).map(({ campaign, phase, overlay }) => ({
          campaign,
          phase,
          prepend: overlay.prepend,
        })),
      });
    underCampaigns.set(inForce.key, compiled);
    return compiled;
  }

  const strategies = (input.strategies ?? []).map(declaredStrategy);
  const routings = new Map<string, Map<string, CompiledRouting>>();
  const policies = memo((key: string, revision: number | undefined) => {
    const found = find("routing", key, revision);
    if (!found) return undefined;
    // A revision is one policy, whether it is asked for by its number or as the live one.
    const id = `${key} ${found.revision}`;
    const underCampaigns = routings.get(id) ?? new Map<string, CompiledRouting>();
    routings.set(id, underCampaigns);
    return { found, underCampaigns };
  });
  function routing(key: string, now: number, revision?: number): CompiledRouting | undefined {
    const policy = policies(key, revision);
    if (!policy) return undefined;
    const { found, underCampaigns } = policy;
    const inForce = campaignsAt(now);
    const compiled =
      underCampaigns.get(inForce.key) ??
      compileRouting(found.document, {
        ...people,
        ...conditionOptions,
        timezone: settings.workspace.timezone,
        ref: { kind: "routing", key, revision: found.revision },
        overlays: inForce.routing(key),
        strategies,
      });
    underCampaigns.set(inForce.key, compiled);
    return compiled;
  }

  return {
    settings,
    people,
    actions: input.actions ?? [],
    workflows: (now) => {
      const active = campaignsAt(now).workflows;
      return liveWorkflows.filter(({ ref }) => !boundToCampaign.has(ref.key) || active.has(ref.key));
    },
    workflow: ({ key, revision }) => workflow(key, revision),
    classification,
    sla,
    routing,
    calendar,
    campaigns: campaignsAt,
    pinnedOverlays,
    campaignEdges: edges,
    conditions,
    isFetched: input.fetched ?? null,
    readsClockFacts: [...input.live, ...(input.pinned ?? [])].some(({ document }) =>
      clockFact.test(JSON.stringify(document)),
    ),
    defaultRouting: defaultOf(liveOf("routing").map(({ document }) => document.key)),
    revisionOf: (kind, key) => find(kind, key)?.revision,
    agent: (id) => agents.get(id),
    group: (key) => groups.get(key),
    capacityKind: (channel) => kinds.get(channel) ?? "ticket",
  };
}

/** A fact or template that names a clock: `sla.resolution…`, `sla["resolution"]`; the trigger events are none. */
const clockFact = /\bsla(?:\[|\.(?!(?:warning|breached)\b))/;

/** `default`, else the first. */
const defaultOf = (keys: readonly string[]): string | undefined =>
  keys.includes("default") ? "default" : [...keys].sort()[0];

/** Between two edges the answer is the same one. */
function memoLast<T>(compute: (now: number) => T, edges: readonly CampaignEdge[]): (now: number) => T {
  let known: { readonly from: number; readonly until: number; readonly value: T } | undefined;
  return (now) => {
    if (known && known.from <= now && now < known.until) return known.value;
    const from = edges.findLast(({ at }) => at <= now)?.at ?? Number.NEGATIVE_INFINITY;
    const until = edges.find(({ at }) => at > now)?.at ?? Number.POSITIVE_INFINITY;
    known = { from, until, value: compute(now) };
    return known.value;
  };
}
