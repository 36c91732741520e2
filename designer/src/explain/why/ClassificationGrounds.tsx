/** The rules that matched, each with the comparisons that made it match and the words that were found. */
import { CheckOutlined, StopOutlined } from "@ant-design/icons";
import type { ClassificationDecision, LeafTrace } from "@sluice/schemas";
import { useTranslation } from "react-i18next";
import { gaveText } from "../decision-sentence.ts";
import { leafSentence } from "../leaf-sentence.ts";
import type { SentenceContext } from "../sentence-context.ts";
import { MatchedText } from "./MatchedText.tsx";
import styles from "./why.module.css";

export interface ClassificationGroundsProps {
  readonly decision: ClassificationDecision;
  readonly context: SentenceContext;
}

export function ClassificationGrounds({ decision, context }: ClassificationGroundsProps) {
  const { t } = useTranslation();
  if (decision.matched.length === 0) return null;
  return (
    <ul className={styles.tree}>
      {decision.matched.map((rule) => (
        <li key={rule.id}>
          <p className={styles.rule}>
            <strong>{rule.name || rule.id}</strong>
            <span>{gaveText(rule.gave, context)}</span>
            {rule.campaign ? <em>{t("why.campaign", { campaign: rule.campaign })}</em> : null}
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
