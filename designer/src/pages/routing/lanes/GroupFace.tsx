/** A group's step: who is chosen and with which skills; its queue, who is free, and its load. */
import type { GroupStep } from "@sluice/schemas";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useVocabulary } from "../../../conditions/vocabulary-context.tsx";
import type { Lane } from "../../../editor/routing/lanes.ts";
import { formatAge } from "../../../format/duration.ts";
import { LoadBar } from "../../../ui/LoadBar.tsx";
import { useNowEvery } from "../../../ui/use-now.ts";
import { freeMembers, liveStep } from "../live-load.ts";
import { useRoutingEditor } from "../routing-editor.ts";
import { skillsText, strategyName, strategyOf } from "../words.ts";
import styles from "./lanes.module.css";

export interface GroupFaceProps {
  readonly lane: Lane;
  readonly step: GroupStep;
  readonly place: number;
}

export function GroupFace(props: GroupFaceProps) {
  const { t, i18n } = useTranslation();
  const vocabulary = useVocabulary();
  const { step } = props;
  const parts = [
    strategyName(strategyOf(step), vocabulary, i18n.language),
    ...skillsText(step, vocabulary, t, i18n.language),
  ];
  return (
    <>
      <p className={styles.what} title={parts.join(" · ")}>
        {parts.join(" · ")}
        {step.ignoreCapacity ? <em>{t("routing.step.ignoring")}</em> : null}
      </p>
      <Figures {...props} />
    </>
  );
}

function Figures({ lane, step, place }: GroupFaceProps) {
  const { t } = useTranslation();
  const { load, names } = useRoutingEditor();
  const now = useNowEvery(30_000);
  const group = load?.groups.get(step.group);
  if (!load || !group) return <p className={styles.figures} />;
  if (group.members === 0) return <p className={styles.missing}>{t("routing.step.noMembers")}</p>;
  const live = liveStep(
    lane.cards.map((card) => card.step),
    place,
    load.stepsOf(lane.id),
  );
  const free = live?.eligible ?? freeMembers(group);
  const waiting = live?.waiting ?? 0;
  const oldest = live?.oldestAt ?? null;
  const age = oldest === null ? undefined : formatAge(now - Date.parse(oldest), t);
  const name = names.group(step.group);
  return (
    <>
      <p className={styles.figures}>
        {waiting > 0 ? (
          <Link
            to={`/tickets?group=${encodeURIComponent(step.group)}&assignee=none`}
            title={age === undefined ? undefined : t("routing.step.oldest", { length: age })}
          >
            {t("routing.step.queue", { count: waiting })}
          </Link>
        ) : (
          <span>{t("routing.step.queue", { count: waiting })}</span>
        )}
        <span
          data-none={free.chat === 0 || free.ticket === 0}
          title={t("routing.step.eligibleHint", { ...free })}
        >
          {free.chat === free.ticket
            ? t("routing.step.eligible", { count: free.chat })
            : t("routing.step.eligibleEach", { ...free })}
        </span>
      </p>
      <LoadBar load={group.load} capacity={group.capacity} label={name} />
    </>
  );
}
