/** Random well-formed campaigns and random commands on them, for the properties. */
import type { CampaignPhase, CampaignSpec, SlaOverlay } from "@sluice/schemas";
import fc from "fast-check";
import type { Column, ScaledMetric } from "../sla/cells.ts";
import { type CampaignCommand, type CampaignDocument, phaseOf } from "./find.ts";
import { instantLike, spanOf } from "./instants.ts";
import {
  addOverlay,
  removeOverlay,
  setOverlayCalendar,
  setOverlayEdge,
  setOverlayPolicy,
  setOverlayScale,
  setOverlayTarget,
  setOverlayWhen,
} from "./overlay-commands.ts";
import { addPhase, movePhase, removePhase, renamePhase, resizePhase } from "./phase-commands.ts";
import {
  copyPart,
  phaseParts,
  setAnnouncement,
  setCapacities,
  setMembers,
  setWorkflows,
} from "./phase-part-commands.ts";
import {
  addPrepended,
  movePrepended,
  type PrependPlace,
  prependedOf,
  removePrepended,
  setPrepended,
} from "./prepend-commands.ts";
import { setPrecedence, setWindow, shiftAll } from "./window-commands.ts";

const minute = 60_000;
const first = Date.parse("2026-11-10T20:00:00+08:00");
const offset = fc.constantFrom("+08:00", "Z", "-03:30");
const leaf = { fact: "customer.tier", operator: "equal", value: "vip" };
const when = fc.constantFrom(leaf, { not: { condition: "complaint" } }, { all: [leaf, leaf] });
const optional = { requiredKeys: [] };

const duration = fc.constantFrom("PT30S", "PT45M", "PT36H", "P5D");
const factor = fc.constantFrom(0.5, 1.5, 2, 10);
const filled = <T extends object>(value: T): boolean => Object.keys(value).length > 0;
const metrics = fc
  .record({ firstResponse: duration, nextResponse: duration, resolution: duration }, optional)
  .filter(filled);
const targets = fc.record({ "*": metrics, P1: metrics, P2: metrics, P3: metrics }, optional).filter(filled);
const scale = fc.record({ nextResponse: factor, periodicUpdate: factor }, optional).filter(filled);
const edge = fc.constantFrom("keep" as const, "retarget" as const, "lenient" as const);

/** Factors stand on other metrics than targets of every priority: a drawn cell holds one of the two. */
const overlay = fc
  .record(
    {
      policy: fc.constantFrom("default", "other"),
      when,
      targets,
      scale,
      calendar: fc.constant("24x7"),
      inFlight: edge,
      onEnd: edge,
    },
    { requiredKeys: ["policy"] },
  )
  .map(({ scale: factors, ...rest }) =>
    factors && rest.targets?.["*"]?.nextResponse === undefined ? { ...rest, scale: factors } : rest,
  ) as fc.Arbitrary<SlaOverlay>;

const rules = fc
  .uniqueArray(fc.constantFrom("r1", "r2", "r3"), { minLength: 1 })
  .map((ids) => ids.map((id) => ({ id, when: leaf, then: { addTags: [id] } })));
const routes = fc
  .uniqueArray(fc.constantFrom("s1", "s2"), { minLength: 1 })
  .map((ids) => ids.map((id) => ({ id, steps: [{ pool: "overflow" }] })));
const routing = fc
  .record(
    {
      policy: fc.constant("default"),
      prepend: routes,
      capacity: fc.dictionary(fc.constantFrom("rapid", "vip", "phone"), factor, { minKeys: 1 }),
      members: fc.dictionary(fc.constantFrom("rapid", "vip"), fc.constant(["a12", "a14"]), { minKeys: 1 }),
    },
    { requiredKeys: ["policy"] },
  )
  .filter((value) => Object.keys(value).length > 1);

const content = fc.record(
  {
    name: fc.constantFrom("Opening", "Shipping"),
    sla: fc.array(overlay, { minLength: 1, maxLength: 2 }),
    classification: rules.map((prepend) => [{ ruleset: "default", prepend }]),
    routing: routing.map((only) => [only]),
    workflows: fc.constantFrom(["double11-autoreply"], ["a", "b"]),
    announcement: fc
      .record({ "zh-CN": fc.constant("wait"), en: fc.constant("busy") }, optional)
      .filter(filled),
  },
  optional,
);

interface Slot {
  readonly content: object;
  readonly gap: number;
  readonly length: number;
}

function toDocument(slots: readonly Slot[], zone: string, precedence: number): CampaignDocument {
  const like = `2026-01-01T00:00:00${zone}`;
  let at = first;
  const phases = slots.map(({ content: parts, gap, length }, index) => {
    const from = at + gap * 5 * minute;
    at = from + length * 5 * minute;
    return {
      ...parts,
      id: `phase-${index + 1}`,
      from: instantLike(from, like),
      until: instantLike(at, like),
    } as CampaignPhase;
  });
  const spec: CampaignSpec = {
    from: instantLike(first, like),
    until: instantLike(at, like),
    ...(precedence === 0 ? {} : { precedence }),
    phases,
  };
  return { kind: "campaign", key: "sale", name: "Sale", formatVersion: 1, spec };
}

/** A campaign of one to four phases in time order, each with any of the parts. */
export const anyCampaign: fc.Arbitrary<CampaignDocument> = fc
  .tuple(
    fc.array(
      fc.record({
        content,
        gap: fc.integer({ min: 0, max: 20 }),
        length: fc.integer({ min: 1, max: 2_000 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    offset,
    fc.integer({ min: 0, max: 20 }),
  )
  .map(([slots, zone, precedence]) => toDocument(slots, zone, precedence));

/** Numbers to choose by: `pick(n)` is below `n`. */
export type Pick = (n: number) => number;

/** A command that somebody might give to the document as it stands; some are refused. */
export function anyCommand(document: CampaignDocument, pick: Pick, step: number): CampaignCommand {
  const { spec } = document;
  const one = <T>(list: readonly [T, ...T[]]): T => list[pick(list.length)] ?? list[0];
  const id = spec.phases[pick(spec.phases.length)]?.id ?? "gone";
  const phase = phaseOf(spec, id);
  const place = { phase: id, at: pick((phase?.sla?.length ?? 0) + 1) };
  const list: PrependPlace = { phase: id, kind: one(["classification", "routing"]), target: "default" };
  const items = prependedOf(document, list);
  const item = items[pick(items.length)];
  const itemId = item?.id ?? "gone";
  const column = one<Column>(["*", "P1", "P2", "P3"]);
  const metric = one<ScaledMetric>(["firstResponse", "nextResponse", "resolution"]);
  const at = spanOf(phase ?? spec).from + (pick(4_000) - 1_000) * 5 * minute;
  const span = spanOf(spec);
  const fresh = {
    id: `new-${step}`,
    from: instantLike(at, spec.from),
    until: instantLike(at + 60 * minute, spec.from),
  };
  const rule = { id: `x${step}`, when: leaf, then: {} };
  const route = { id: `x${step}`, steps: [{ pool: "general" }] };
  const commands: readonly (() => CampaignCommand)[] = [
    () => addPhase(fresh),
    () => removePhase(id),
    () => renamePhase(id, one(["", "Eve", "Opening"])),
    () => movePhase(id, (pick(600) - 300) * 5 * minute),
    () => resizePhase({ id, edge: one(["from", "until"]), at, alone: pick(2) === 0 }),
    () =>
      setWindow({
        from: span.from + (pick(40) - 20) * 5 * minute,
        until: span.until + (pick(40) - 20) * 5 * minute,
      }),
    () => shiftAll((pick(2_000) - 1_000) * 5 * minute),
    () => setPrecedence(pick(5)),
    () => addOverlay(id, { policy: "default" }),
    () => removeOverlay(place),
    () => setOverlayPolicy(place, one(["default", "other"])),
    () => setOverlayTarget(place, column, metric, one([undefined, "PT30M", "P5D", "PT0S"])),
    () => setOverlayScale(place, metric, one([undefined, 0.5, 2, -1])),
    () => setOverlayWhen(place, one([undefined, leaf])),
    () => setOverlayCalendar(place, one([undefined, "24x7"])),
    () => setOverlayEdge(place, one(["inFlight", "onEnd"]), one(["keep", "retarget", "lenient"])),
    () =>
      list.kind === "classification"
        ? addPrepended({ ...list, kind: "classification" }, rule)
        : addPrepended({ ...list, kind: "routing" }, route),
    () =>
      list.kind === "classification"
        ? setPrepended({ ...list, kind: "classification" }, { ...rule, id: itemId, name: "changed" })
        : setPrepended({ ...list, kind: "routing" }, { ...route, id: itemId, name: "changed" }),
    () => removePrepended(list, itemId),
    () => movePrepended(list, itemId, pick(items.length + 1)),
    () => setCapacities(id, "default", one([["rapid"], ["vip", "phone"]]), one([undefined, 1.6, 2, 0])),
    () => setMembers(id, "default", one(["rapid", "vip"]), one([[], ["a12"], ["a14", "a18"]])),
    () => setWorkflows(id, one([[], ["double11-autoreply"]])),
    () => setAnnouncement(id, one(["zh-CN", "en"]), one(["", "wait", "busy"])),
    () => copyPart(id, one(phaseParts as unknown as [(typeof phaseParts)[number]])),
  ];
  const chosen = commands[pick(commands.length)] ?? commands[0];
  return (chosen as () => CampaignCommand)();
}
