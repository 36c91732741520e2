/** What a rule gives, on one line: priority, category, tags, and whether it ends the list. */
import type { ClassificationOutcome } from "@sluice/schemas";
import { useTranslation } from "react-i18next";
import { useVocabularyNames } from "../../../conditions/vocabulary-context.tsx";
import { PriorityBadge, TagMark } from "../../../ui/marks.tsx";
import styles from "./card.module.css";

/** Tags that a closed card shows; the rest is counted. */
const mostTags = 2;

export function OutcomeLine({ then }: { then: ClassificationOutcome }) {
  const { t } = useTranslation();
  const names = useVocabularyNames();
  const { priority, category, addTags = [], fields = {}, stop } = then;
  const given = Object.entries(fields);
  const more = [
    ...addTags.slice(mostTags),
    ...given.map(
      ([key, value]) => `${names.field(key)} = ${typeof value === "string" ? value : JSON.stringify(value)}`,
    ),
  ];
  const named = priority !== undefined || category !== undefined;
  const nothing = !priority && !category && addTags.length === 0 && given.length === 0 && !stop;
  return (
    <span className={styles.outcome}>
      <span className={styles.arrow} aria-hidden>
        →
      </span>
      {nothing ? <span className={styles.quiet}>{t("classification.card.nothing")}</span> : null}
      {priority ? <PriorityBadge priority={priority} /> : null}
      {category ? (
        <span className={styles.category} title={category}>
          {names.category(category)}
        </span>
      ) : null}
      <span className={styles.tags} data-besides={named}>
        {addTags.slice(0, mostTags).map((tag) => (
          <TagMark key={tag} text={tag} />
        ))}
      </span>
      {more.length > 0 ? (
        <span className={styles.quiet} data-more="wide" title={more.join("\n")}>
          +{more.length}
        </span>
      ) : null}
      {named && addTags.length + given.length > 0 ? (
        <span
          className={styles.quiet}
          data-more="narrow"
          title={[...addTags.slice(0, mostTags), ...more].join("\n")}
        >
          +{addTags.length + given.length}
        </span>
      ) : null}
      {stop ? <span className={styles.stop}>{t("classification.card.stop")}</span> : null}
    </span>
  );
}
