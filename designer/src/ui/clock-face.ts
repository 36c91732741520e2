/** What a clock shows at a moment: words, tone and the share that is left. */
import type { TFunction } from "i18next";
import type { ClockView } from "../client/types.ts";
import { formatOpenTime } from "../format/duration.ts";
import { remainingAt } from "../format/sla-remaining.ts";
import type { ClockTone } from "./SlaRing.tsx";

export interface ClockFace {
  readonly text: string;
  readonly tone: ClockTone;
  /** 0 to 1; a breached clock shows a full ring in the danger tone. */
  readonly share: number;
  readonly striped: boolean;
}

function restFace(clock: ClockView, t: TFunction): ClockFace {
  const tone = clock.state === "met" ? "ok" : clock.state === "missed" ? "danger" : "rest";
  return { text: t(`words.clock.${clock.state}`), tone, share: 1, striped: false };
}

function runningFace(clock: ClockView, remaining: number, t: TFunction): ClockFace {
  if (remaining < 0 || clock.state === "breached") {
    return {
      text: t("words.clock.over", { length: formatOpenTime(remaining, t) }),
      tone: "danger",
      share: 1,
      striped: false,
    };
  }
  const share = clock.targetMs > 0 ? remaining / clock.targetMs : 0;
  const tone = clock.card === "red" ? "danger" : clock.card === "yellow" || share < 0.25 ? "warn" : "calm";
  return {
    text: t("words.clock.left", { length: formatOpenTime(remaining, t) }),
    tone,
    share,
    striped: false,
  };
}

/** The face at `now` of a clock that was answered at `receivedAt`. */
export function clockFace(clock: ClockView, receivedAt: number, now: number, t: TFunction): ClockFace {
  const remaining = remainingAt(clock, receivedAt, now);
  if (clock.state === "paused") {
    return { ...runningFace(clock, remaining, t), tone: "rest", striped: true };
  }
  return clock.state === "running" || clock.state === "breached"
    ? runningFace(clock, remaining, t)
    : restFace(clock, t);
}
