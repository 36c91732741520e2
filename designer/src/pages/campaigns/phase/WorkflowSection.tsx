/** The workflows that run only while the phase lasts. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { documentsQuery } from "../../../client/documents.ts";
import { setWorkflows } from "../../../editor/campaign/phase-part-commands.ts";
import type { PhaseProps } from "./PhasePanel.tsx";
import { PhaseSection } from "./PhaseSection.tsx";
import styles from "./phase.module.css";

export function WorkflowSection(props: PhaseProps) {
  const { phase, execute, readOnly } = props;
  const { t } = useTranslation();
  const known = useQuery(documentsQuery("workflow")).data ?? [];
  const { workflows = [] } = phase;
  const missing = workflows.filter((key) => !known.some((each) => each.key === key));
  return (
    <PhaseSection
      {...props}
      part="workflows"
      title={t("campaign.workflows.title")}
      hint={t("campaign.workflows.hint")}
    >
      <Select
        mode="multiple"
        className={styles.wide ?? ""}
        aria-label={t("campaign.workflows.label")}
        placeholder={t("campaign.workflows.choose")}
        disabled={readOnly}
        value={[...workflows]}
        showSearch={{ optionFilterProp: "label" }}
        options={[
          ...known.map(({ key, name }) => ({ value: key, label: name })),
          ...missing.map((key) => ({ value: key, label: key })),
        ]}
        onChange={(next: string[]) => execute(setWorkflows(phase.id, next))}
      />
    </PhaseSection>
  );
}
