/** campaign: its windows, and what each phase lays over policies, rulesets, routes and groups. */
import {
  type CampaignPhase,
  type ClassificationOverlay,
  type Problem,
  problem,
  type RoutingOverlay,
  type SlaOverlay,
  type SluiceDocument,
} from "@sluice/schemas";
import { checkOverlayTargets } from "../sla/policy/check-sla.ts";
import type { CheckContext } from "./check-context.ts";
import { checkRules } from "./classification.ts";
import { checkDuplicates } from "./duplicates.ts";
import { at } from "./pointer.ts";
import { checkReference } from "./references.ts";
import { checkGroup, checkRoutes } from "./routing.ts";
import { checkTargetReferences } from "./sla.ts";
import { checkWindow, readInstant } from "./window.ts";

/** The platform's own deadline is nobody's to move, not even a campaign's. */
const checkUntouched = ({ targets }: SlaOverlay, path: string): Problem[] =>
  Object.entries(targets ?? {})
    .filter(([, cells]) => cells.platformDue !== undefined)
    .map(([priority]) => problem(at(path, "targets", priority, "platformDue"), "campaign.platform-due"));

const checkSlaOverlay = (overlay: SlaOverlay, path: string, context: CheckContext): Problem[] => [
  ...checkReference("sla", overlay.policy, at(path, "policy"), context),
  ...context.conditions(overlay.when, at(path, "when"), "sla-tier"),
  ...checkReference("calendar", overlay.calendar, at(path, "calendar"), context),
  ...checkOverlayTargets(overlay.targets, at(path, "targets")),
  ...checkTargetReferences(overlay.targets, at(path, "targets"), context),
  ...checkUntouched(overlay, path),
];

const checkRuleOverlay = (overlay: ClassificationOverlay, path: string, context: CheckContext): Problem[] => [
  ...checkReference("classification", overlay.ruleset, at(path, "ruleset"), context),
  ...checkRules(overlay.prepend, at(path, "prepend"), context),
];

function checkMembers({ members }: RoutingOverlay, path: string, context: CheckContext): Problem[] {
  return Object.entries(members ?? {}).flatMap(([group, agents]) => [
    ...checkGroup(group, at(path, "members", group), context),
    ...agents.flatMap((agent, index) =>
      checkReference("agent", agent, at(path, "members", group, index), context),
    ),
  ]);
}

/** Prepended routes use the pools of the policy they are put before; without it there are none to judge by. */
function checkRoutingOverlay(overlay: RoutingOverlay, path: string, context: CheckContext): Problem[] {
  const pools = context.find("routing", overlay.policy)?.spec.pools;
  return [
    ...checkReference("routing", overlay.policy, at(path, "policy"), context),
    ...(pools ? checkRoutes(overlay.prepend ?? [], at(path, "prepend"), pools, context) : []),
    ...Object.keys(overlay.capacity ?? {}).flatMap((group) =>
      checkGroup(group, at(path, "capacity", group), context),
    ),
    ...checkMembers(overlay, path, context),
  ];
}

const checkPhase = (phase: CampaignPhase, path: string, context: CheckContext): Problem[] => [
  ...(phase.sla ?? []).flatMap((overlay, index) => checkSlaOverlay(overlay, at(path, "sla", index), context)),
  ...(phase.classification ?? []).flatMap((overlay, index) =>
    checkRuleOverlay(overlay, at(path, "classification", index), context),
  ),
  ...(phase.routing ?? []).flatMap((overlay, index) =>
    checkRoutingOverlay(overlay, at(path, "routing", index), context),
  ),
  ...(phase.workflows ?? []).flatMap((key, index) =>
    checkReference("workflow", key, at(path, "workflows", index), context),
  ),
];

/** A phase's own window, and that it does not reach out of the campaign's. */
function checkPhaseWindow(
  phase: CampaignPhase,
  path: string,
  { spec }: SluiceDocument<"campaign">,
): Problem[] {
  const own = checkWindow(phase, path, ["from", "until"]);
  const [from, until] = [readInstant(spec.from), readInstant(spec.until)];
  if (own.length > 0 || from === undefined || until === undefined) return own;
  const early = (readInstant(phase.from) ?? from) < from;
  const late = (readInstant(phase.until) ?? until) > until;
  return [
    ...(early ? [problem(at(path, "from"), "campaign.phase-window")] : []),
    ...(late ? [problem(at(path, "until"), "campaign.phase-window")] : []),
  ];
}

/** Everything that keeps a campaign from being published. */
export function checkCampaign(document: SluiceDocument<"campaign">, context: CheckContext): Problem[] {
  const { spec } = document;
  return [
    ...checkWindow(spec, "/spec", ["from", "until"]),
    ...checkDuplicates(spec.phases, "/spec/phases"),
    ...spec.phases.flatMap((phase, index) => {
      const path = at("/spec/phases", index);
      return [...checkPhaseWindow(phase, path, document), ...checkPhase(phase, path, context)];
    }),
  ];
}
