/** A ticket whose clocks live through what happens to it, told step by step. */
import type { SlaMetric, SlaSpec } from "@sluice/schemas";
import { policyOf, situation } from "../house.fixture.ts";
import type { SlaSituation } from "../situation.ts";
import { advanceSla } from "./advance.ts";
import { startSla } from "./start.ts";
import { updateSla } from "./update.ts";
import { clockView, latestClock } from "./view.ts";

/** A ticket that lives through what happens to it, each step first catching up with what is due. */
export function live(
  first: Partial<SlaSituation> = {},
  change: Partial<SlaSpec> = {},
  options: Parameters<typeof startSla>[3] = {},
) {
  const own = policyOf(change);
  let now = situation(first);
  let clocks = startSla(own, now, now.createdAt, options).clocks;
  const fired: string[] = [];
  const changes: string[] = [];
  const advance = (at: number) => {
    const result = advanceSla(own, now, clocks, at);
    clocks = result.clocks;
    fired.push(
      ...result.fired.map(
        (f) => `${f.reminder.id} ${f.clock} ${f.dueAt}${f.lateBy > 0 ? ` +${f.lateBy}` : ""}`,
      ),
    );
    changes.push(
      ...(result.decision?.clocks ?? []).map(
        (c) => `${c.change} ${c.clock}${c.reason ? ` ${c.reason}` : ""}`,
      ),
    );
  };
  return {
    advance,
    becomes(at: number, part: Partial<SlaSituation>, update: Parameters<typeof updateSla>[4] = {}) {
      advance(at);
      now = { ...now, ...part };
      const result = updateSla(own, now, clocks, at, update);
      clocks = result.clocks;
      changes.push(
        ...(result.decision?.clocks ?? []).map(
          (c) => `${c.change} ${c.clock}${c.reason ? ` ${c.reason}` : ""}`,
        ),
      );
      return result;
    },
    of: (metric: SlaMetric, at: number) => {
      const clock = latestClock(clocks, metric);
      return clock && clockView(clock, own, at);
    },
    raw: (metric: SlaMetric) => latestClock(clocks, metric),
    get clocks() {
      return clocks;
    },
    policy: own,
    situation: () => now,
    fired,
    changes,
  };
}
