/** What cards do, in one value; what was moved or added is told aloud. */
import { App, Button } from "antd";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DrawingProps } from "../../document/drawing.ts";
import { policyOf } from "../../editor/classification/policy-commands.ts";
import { indexOfRule, ruleName, ruleOf } from "../../editor/classification/rule.ts";
import { addRule, duplicateRule, moveRule, removeRules } from "../../editor/classification/rule-commands.ts";
import type { ListActions } from "./rules/list-actions.ts";
import { newRule } from "./rules/new-rule.ts";
import type { OpenCards } from "./use-open-cards.ts";

type Props = DrawingProps<"classification">;

/** Says that a rule is gone, with the way back. */
function useTellRemoved(session: Props["session"]) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return useCallback(
    (id: string, name: string) => {
      const key = `removed-${id}`;
      const undo = () => {
        session.undo();
        message.destroy(key);
      };
      void message.open({
        key,
        type: "info",
        duration: 6,
        content: (
          <>
            {t("classification.card.removed", { name })}
            <Button type="link" size="small" onClick={undo}>
              {t("classification.card.undo")}
            </Button>
          </>
        ),
      });
    },
    [session, t, message],
  );
}

export function useListActions(props: Props, { toggle, reveal, scrollTo }: OpenCards) {
  const { document, session, execute, ask, readOnly } = props;
  const { t } = useTranslation();
  const [told, setTold] = useState("");
  const tellRemoved = useTellRemoved(session);
  const total = document.spec.rules.length;
  const firstOnly = policyOf(document.spec).mode === "first";
  const actions = useMemo<ListActions>(() => {
    const rulesNow = () => session.getState().document;
    return {
      ...{ execute, toggle, readOnly, total, firstOnly },
      show: (place) => ask(`/spec/rules/${place}`),
      move(id, to) {
        session.seal();
        if (!execute(moveRule(id, to))) return;
        const { rules } = rulesNow().spec;
        const name = ruleName(rules[to] ?? { id });
        setTold(t("classification.card.moved", { name, place: to + 1, total: rules.length }));
        scrollTo(id);
      },
      duplicate(id) {
        const now = rulesNow();
        const rule = ruleOf(now.spec, id);
        const name = t("classification.card.copyName", { name: ruleName(rule ?? { id }) });
        if (!execute(duplicateRule(now, id, name))) return;
        const copy = rulesNow().spec.rules[indexOfRule(now.spec, id) + 1];
        if (copy) reveal(copy.id, "/name");
      },
      remove(id) {
        const rule = ruleOf(rulesNow().spec, id);
        session.seal();
        if (rule && execute(removeRules([id]))) tellRemoved(id, ruleName(rule));
      },
    };
  }, [execute, toggle, readOnly, total, firstOnly, ask, session, t, scrollTo, reveal, tellRemoved]);
  /** Adds the quick line's rule below the last one. */
  const add = useCallback(
    (name: string, words: string) => {
      const { rules } = session.getState().document.spec;
      const rule = newRule(name, words, rules);
      if (!execute(addRule(rule, rules.length))) return;
      setTold(t("classification.add.done", { name: ruleName(rule), place: rules.length + 1 }));
      scrollTo(rule.id);
    },
    [session, execute, t, scrollTo],
  );
  return { actions, add, told };
}
