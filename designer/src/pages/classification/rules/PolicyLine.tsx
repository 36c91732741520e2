/** How the rules are read, in words that can be changed where they stand. */
import type { ClassificationSpec } from "@sluice/schemas";
import { Select } from "antd";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import {
  policyOf,
  setMode,
  setPriorityChoice,
  setReclassify,
} from "../../../editor/classification/policy-commands.ts";
import styles from "./list.module.css";
import { useListActions } from "./list-actions.ts";

export const PolicyLine = memo(function PolicyLine({ spec }: { spec: ClassificationSpec }) {
  const { t } = useTranslation();
  const { execute, readOnly } = useListActions();
  const { mode, priority, reclassify } = policyOf(spec);
  const shared = {
    size: "small",
    variant: "borderless",
    disabled: readOnly,
    popupMatchSelectWidth: false,
    className: styles.word ?? "",
  } as const;
  return (
    <fieldset className={styles.policy} aria-label={t("classification.policy.label")}>
      <Select
        {...shared}
        aria-label={t("classification.commands.policy.mode")}
        value={mode}
        options={[
          { value: "all" as const, label: t("classification.policy.modeAll") },
          { value: "first" as const, label: t("classification.policy.modeFirst") },
        ]}
        onChange={(next) => execute(setMode(next))}
      />
      {mode === "all" ? (
        <Select
          {...shared}
          aria-label={t("classification.commands.policy.priority")}
          value={priority}
          options={[
            { value: "most-urgent" as const, label: t("classification.policy.mostUrgent") },
            { value: "first" as const, label: t("classification.policy.first") },
          ]}
          onChange={(next) => execute(setPriorityChoice(next))}
        />
      ) : null}
      <Select
        {...shared}
        aria-label={t("classification.commands.policy.reclassify")}
        value={reclassify}
        options={[
          { value: "never" as const, label: t("classification.policy.never") },
          { value: "until-reply" as const, label: t("classification.policy.untilReply") },
        ]}
        onChange={(next) => execute(setReclassify(next))}
      />
    </fieldset>
  );
});
