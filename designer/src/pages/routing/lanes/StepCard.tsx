/** One step as a card that can be moved: what it does, who waits there, who is free, how loaded the group is. */
import { HolderOutlined, InboxOutlined, TeamOutlined, UserOutlined } from "@ant-design/icons";
import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import type { Finding } from "@sluice/schemas";
import { Tooltip } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { labelIn } from "../../../document/text-of.ts";
import type { Card, Lane } from "../../../editor/routing/lanes.ts";
import { useRoutingEditor } from "../routing-editor.ts";
import { useTrialMark } from "../trial/use-trial-mark.ts";
import { stepName } from "../words.ts";
import { GroupFace } from "./GroupFace.tsx";
import styles from "./lanes.module.css";
import { PoolFace } from "./PoolFace.tsx";
import { StickyFace } from "./StickyFace.tsx";
import { stepId } from "./sortable-ids.ts";
import { useMoveStep } from "./use-move-step.ts";

export interface StepCardProps {
  readonly lane: Lane;
  readonly card: Card;
  readonly findings: readonly Finding[];
}

const icons = {
  group: <TeamOutlined aria-hidden />,
  sticky: <UserOutlined aria-hidden />,
  pool: <InboxOutlined aria-hidden />,
};

export function StepCard({ lane, card, findings }: StepCardProps) {
  const { t } = useTranslation();
  const { document, names, open, panel, readOnly } = useRoutingEditor();
  const { kind, place, step } = card;
  const sortable = useSortable({ id: stepId(lane.id, place), disabled: readOnly });
  const onKeyDown = useMoveStep(lane.id, place);
  const mark = useTrialMark(lane.id, place);
  const name = stepName(step, document.spec, names, t);
  const isOpen = panel?.type === "step" && panel.route === lane.id && panel.at === place;
  return (
    <li
      ref={sortable.setNodeRef}
      className={styles.card}
      data-kind={kind}
      data-open={isOpen}
      data-trial={mark?.state}
      data-dragging={sortable.isDragging}
      style={{ transform: CSS.Translate.toString(sortable.transform), transition: sortable.transition }}
    >
      <div className={styles.cardHead}>
        <span className={styles.icon}>{icons[kind]}</span>
        <button
          type="button"
          className={styles.cardName}
          aria-label={t("routing.step.open", { place: place + 1, name })}
          onClick={() => open({ type: "step", route: lane.id, at: place })}
        >
          {name}
        </button>
        <Remarks findings={findings} />
        {readOnly ? null : (
          <button
            type="button"
            ref={sortable.setActivatorNodeRef}
            className={styles.grip}
            aria-label={t("routing.step.drag", { place: place + 1, name })}
            data-grip={stepId(lane.id, place)}
            {...sortable.listeners}
            onKeyDown={onKeyDown}
          >
            <HolderOutlined aria-hidden />
          </button>
        )}
      </div>
      <Face lane={lane} card={card} />
      {mark?.text ? <span className={styles.mark}>{mark.text}</span> : null}
    </li>
  );
}

function Face({ lane, card }: Pick<StepCardProps, "lane" | "card">): ReactNode {
  const { step, place } = card;
  if ("group" in step) return <GroupFace lane={lane} step={step} place={place} />;
  if ("pool" in step) return <PoolFace pool={step.pool} />;
  return <StickyFace span={step.sticky} />;
}

/** How many problems there are here; their texts on hover and for screen readers. */
export function Remarks({ findings }: { findings: readonly Finding[] }) {
  const { t, i18n } = useTranslation();
  const [first] = findings;
  if (!first) return null;
  const texts = findings.map(({ message }) => labelIn(message, i18n.language));
  const worst = findings.some(({ severity }) => severity === "error") ? "error" : first.severity;
  return (
    <Tooltip title={texts.join("\n")} overlayClassName={styles.tip ?? ""}>
      <span className={styles.remarks} data-severity={worst}>
        {findings.length}
        <span className="visually-hidden">
          {t("routing.route.problems", { count: findings.length })}: {texts.join("; ")}
        </span>
      </span>
    </Tooltip>
  );
}
