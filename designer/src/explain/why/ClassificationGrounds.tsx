/** The rules that matched, each with the comparisons that made it match and the words that were found. */
import { CheckOutlined, StopOutlined } from "@ant-design/icons";
import type { ClassificationDecision, LeafTrace } from "@sluice/schemas";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { SkeletonRows } from "../../ui/SkeletonRows.tsx";
import { gaveText } from "../decision-sentence.ts";
import { leafSentence } from "../leaf-sentence.ts";
import { losesIn } from "../outcome-sources.ts";
import type { SentenceContext } from "../sentence-context.ts";
import type { DecisionOrigin } from "./DecisionLine.tsx";
import { MatchedText } from "./MatchedText.tsx";
import styles from "./why.module.css";

export interface ClassificationGroundsProps {
  readonly decision: ClassificationDecision;
  readonly context: SentenceContext;
  readonly origin?: DecisionOrigin | undefined;
}

const WhyNot = lazy(async () => ({ default: (await import("./WhyNot.tsx")).WhyNot }));

export function ClassificationGrounds({ decision, context, origin }: ClassificationGroundsProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  return (
    <>
      {decision.matched.length > 0 ? <Matched decision={decision} context={context} /> : null}
      {origin ? (
        <button
          type="button"
          className={styles.whyButton}
          aria-expanded={asked}
          onClick={() => setAsked(!asked)}
        >
          {t(asked ? "why.not.hide" : "why.not.open")}
        </button>
      ) : null}
      {origin && asked ? (
        <Suspense fallback={<SkeletonRows rows={3} />}>
          <WhyNot {...origin} decision={decision} context={context} />
        </Suspense>
      ) : null}
    </>
  );
}

function Matched({ decision, context }: ClassificationGroundsProps) {
  const { t } = useTranslation();
  return (
    <ul className={styles.tree}>
      {decision.matched.map((rule) => (
        <li key={`${rule.campaign ?? ""}${rule.id}`}>
          <p className={styles.rule}>
            <strong>{rule.name || rule.id}</strong>
            <span>{gaveText(rule.gave, context)}</span>
            {rule.campaign ? (
              <em>{t("why.campaign", { campaign: context.names.document("campaign", rule.campaign) })}</em>
            ) : null}
            {losesIn(decision, rule).map(({ part, winner }) => (
              <em key={part} data-lost>
                {t(winner === "caller" ? "why.lost.caller" : `why.lost.${part}`, { winner })}
              </em>
            ))}
          </p>
          <ul>
            {rule.because.map((leaf) => (
              <Leaf
                key={`${leaf.fact}-${leaf.operator}-${JSON.stringify(leaf.expected)}`}
                leaf={leaf}
                context={context}
              />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Leaf({ leaf, context }: { leaf: LeafTrace; context: SentenceContext }) {
  return (
    <li className={styles.leaf} data-result={leaf.result}>
      {leaf.result === true ? <CheckOutlined aria-hidden /> : <StopOutlined aria-hidden />}
      <span>
        {leafSentence(leaf, context)}
        {typeof leaf.actual === "string" && leaf.matches && leaf.matches.length > 0 ? (
          <MatchedText text={leaf.actual} matches={leaf.matches} />
        ) : null}
      </span>
    </li>
  );
}
