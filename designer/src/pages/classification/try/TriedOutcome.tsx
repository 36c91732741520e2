/** What the ticket would come out as: each part with the rule that gave it, and the rules that lost. */
import { type ClassificationDecision, type Priority, priorities, type SluiceDocument } from "@sluice/schemas";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useVocabularyNames } from "../../../conditions/vocabulary-context.tsx";
import { ruleName } from "../../../editor/classification/rule.ts";
import { losingRules, tagsBySource } from "../../../explain/outcome-sources.ts";
import { PriorityBadge, TagMark } from "../../../ui/marks.tsx";
import { useListActions } from "../rules/list-actions.ts";
import styles from "./try.module.css";
import type { TryAnswer } from "./try-message.ts";

export interface TriedOutcomeProps {
  readonly answer: TryAnswer;
  readonly document: SluiceDocument<"classification">;
}

export function TriedOutcome({ answer, document }: TriedOutcomeProps) {
  const { t } = useTranslation();
  const names = useVocabularyNames();
  const { decision, ender, campaignRules } = answer;
  const { outcome, sources, matched } = decision;
  const ending = ender === null ? undefined : document.spec.rules[ender];
  const rule = (id: string | undefined) => <Source id={id} decision={decision} document={document} />;
  return (
    <section className={styles.outcome} aria-label={t("classification.try.outcome")} aria-live="polite">
      <dl>
        <Part term={t("classification.try.priorityWord")}>
          {outcome.priority ? <PriorityBadge priority={outcome.priority} /> : t("words.none")}
          {rule(sources.priority)}
          <Losing decision={decision} document={document} part="priority" />
        </Part>
        <Part term={t("classification.try.category")}>
          <strong>{outcome.category ? names.category(outcome.category) : t("words.none")}</strong>
          {rule(sources.category)}
          <Losing decision={decision} document={document} part="category" />
        </Part>
        <Part term={t("classification.try.tags")}>
          {outcome.tags.length === 0 ? (
            <span className={styles.quiet}>{t("classification.try.noTags")}</span>
          ) : null}
          {tagsBySource(decision).map(([source, tags]) => (
            <span key={source} className={styles.tag}>
              {tags.map((tag) => (
                <TagMark key={tag} text={tag} />
              ))}
              {rule(source)}
            </span>
          ))}
        </Part>
        {Object.keys(outcome.fields).length > 0 ? (
          <Part term={t("classification.try.fields")}>
            {Object.entries(outcome.fields).map(([key, value]) => (
              <span key={key} className={styles.tag}>
                {names.field(key)} = {typeof value === "string" ? value : JSON.stringify(value)}
                {rule(sources.fields[key])}
              </span>
            ))}
          </Part>
        ) : null}
      </dl>
      <p className={styles.quiet}>
        {t("classification.try.hits", { count: matched.length })}
        {ending ? ` · ${t("classification.try.ended", { name: ruleName(ending) })}` : ""}
      </p>
      <Campaigns rules={campaignRules} />
    </section>
  );
}

function Part({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface SourceProps {
  readonly id: string | undefined;
  readonly decision: ClassificationDecision;
  readonly document: SluiceDocument<"classification">;
}

/** Who gave a part: a rule, which is a way to its card; `otherwise`; or the caller. */
function Source({ id, decision, document }: SourceProps) {
  const { t } = useTranslation();
  const { show } = useListActions();
  if (id === undefined) return null;
  if (id === "caller") return <span className={styles.by}>{t("classification.try.byCaller")}</span>;
  if (id === "otherwise") return <span className={styles.by}>{t("classification.try.byOtherwise")}</span>;
  const rule = decision.matched.find((one) => one.id === id);
  const place = rule?.campaign ? -1 : document.spec.rules.findIndex((one) => one.id === id);
  const name = t("classification.try.by", { name: rule ? ruleName(rule) : id });
  if (place < 0) return <span className={styles.by}>{name}</span>;
  return (
    <button type="button" className={styles.by} onClick={() => show(place)}>
      {name}
    </button>
  );
}

const mostLosing = 4;

function Losing({ decision, document, part }: Omit<SourceProps, "id"> & { part: "category" | "priority" }) {
  const { t } = useTranslation();
  const names = useVocabularyNames();
  // Who gave the same has not lost.
  const losing = losingRules(decision, part).filter(({ value }) => value !== decision.outcome[part]);
  if (losing.length === 0) return null;
  return (
    <span className={styles.losing}>
      <span>{t("classification.try.losing")}</span>
      {losing.slice(0, mostLosing).map(({ rule, value }) => (
        <span key={`${rule.campaign ?? ""}${rule.id}`}>
          <Source id={rule.id} decision={decision} document={document} />
          {part === "priority" && isPriority(value) ? value : names.category(value)}
        </span>
      ))}
      {losing.length > mostLosing ? <span>+{losing.length - mostLosing}</span> : null}
    </span>
  );
}

const isPriority = (value: string): value is Priority => priorities.some((one) => one === value);

function Campaigns({ rules }: { rules: TryAnswer["campaignRules"] }) {
  const { t } = useTranslation();
  if (rules.length === 0) return null;
  const campaigns = [...new Set(rules.map(({ campaign }) => campaign))];
  return (
    <div className={styles.campaigns}>
      {campaigns.map((campaign) => {
        const own = rules.filter((rule) => rule.campaign === campaign);
        return (
          <div key={campaign}>
            <p>{t("classification.try.campaign", { campaign, count: own.length })}</p>
            <ul>
              {own.map((rule) => (
                <li key={`${rule.phase} ${rule.id}`} data-state={rule.state}>
                  {ruleName(rule)} · {t(`classification.state.${rule.state}`)}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}
