/** The frame of one part of a phase: title, what it means, and giving it to the other phases. */
import { CopyOutlined } from "@ant-design/icons";
import { Button, Popconfirm, Tooltip } from "antd";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { copyPart, type PhasePart } from "../../../editor/campaign/phase-part-commands.ts";
import type { PhaseProps } from "./PhasePanel.tsx";
import styles from "./phase.module.css";

export interface PhaseSectionProps extends Pick<PhaseProps, "document" | "phase" | "execute" | "readOnly"> {
  readonly title: string;
  readonly hint: string;
  readonly part: PhasePart;
  /** Stands at the right end of the head. */
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}

export function PhaseSection(props: PhaseSectionProps) {
  const { title, hint, part, extra, children, document, phase, execute, readOnly } = props;
  const { t } = useTranslation();
  const id = useId();
  const spreads = !readOnly && document.spec.phases.length > 1;
  return (
    <section className={styles.card} aria-labelledby={id}>
      <header className={styles.cardHead}>
        <h3 id={id}>{title}</h3>
        <span className={styles.hint} title={hint}>
          {hint}
        </span>
        {spreads ? (
          <Popconfirm
            title={t("campaign.phase.spreadTitle")}
            description={t("campaign.phase.spreadText")}
            onConfirm={() => void execute(copyPart(phase.id, part))}
          >
            <Tooltip title={t("campaign.phase.spread")}>
              <Button
                type="text"
                size="small"
                icon={<CopyOutlined aria-hidden />}
                aria-label={`${title}: ${t("campaign.phase.spread")}`}
              />
            </Tooltip>
          </Popconfirm>
        ) : null}
        {extra}
      </header>
      <div className={styles.cardBody}>{children}</div>
    </section>
  );
}
