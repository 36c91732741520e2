/** Moving a card by keys: along its lane, or to the lanes above and below. */
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { moveStep, type StepPlace } from "../../../editor/routing/step-commands.ts";
import { useRoutingEditor } from "../routing-editor.ts";
import { routeName } from "../words.ts";
import { stepId } from "./sortable-ids.ts";
import { stepTarget } from "./step-target.ts";

/** Puts the focus back on a grip once the card stands in its new place. */
function refocus(place: StepPlace): void {
  requestAnimationFrame(() => {
    const id = CSS.escape(stepId(place.route, place.at));
    globalThis.document.querySelector<HTMLElement>(`[data-grip="${id}"]`)?.focus();
  });
}

export function useMoveStep(route: string, at: number) {
  const { t } = useTranslation();
  const { document, execute, tell } = useRoutingEditor();
  return (event: KeyboardEvent) => {
    const to = stepTarget(document.spec, { route, at }, event.key);
    if (to === undefined) return;
    event.preventDefault();
    if (!execute(moveStep({ route, at }, to))) return;
    const target = document.spec.routes.find(({ id }) => id === to.route);
    tell(t("routing.step.moved", { route: target ? routeName(target) : to.route, place: to.at + 1 }));
    refocus(to);
  };
}
