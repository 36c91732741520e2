/** The mark that the try-it puts on a card. */
import { useTranslation } from "react-i18next";
import { useRoutingEditor } from "../routing-editor.ts";
import { useRoutingTrial } from "./routing-trial.ts";
import { type CardState, cardState, laneState } from "./trial-marks.ts";

export interface TrialMark {
  readonly state: CardState;
  readonly text: string | null;
}

/** `undefined` for a card of a lane that did not take the ticket. */
export function useTrialMark(route: string, at: number): TrialMark | undefined {
  const { t } = useTranslation();
  const { names } = useRoutingEditor();
  const { answer } = useRoutingTrial();
  if (answer === null || laneState(answer, route) !== "taken") return undefined;
  const state = cardState(answer, at);
  const { outcome } = answer.decision;
  if (state !== "reached") return { state, text: state === "passed" ? t("routing.trial.passed") : null };
  if (outcome.type === "assigned")
    return { state, text: `${names.agent(outcome.agent)} · ${t("routing.trial.gets")}` };
  return { state, text: t(outcome.type === "pooled" ? "routing.trial.lies" : "routing.trial.waits") };
}
