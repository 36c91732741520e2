/** A condition as it was answered: groups, and every comparison with the value that it saw, hit or miss. */
import { CheckOutlined, CloseOutlined, QuestionOutlined } from "@ant-design/icons";
import type { ConditionTrace, LeafTrace, Truth } from "@sluice/schemas";
import { leafSentence } from "../leaf-sentence.ts";
import { missText } from "../miss-text.ts";
import type { SentenceContext } from "../sentence-context.ts";
import { MatchedText } from "./MatchedText.tsx";
import styles from "./why.module.css";

export interface ConditionTreeProps {
  readonly trace: ConditionTrace;
  readonly context: SentenceContext;
  /** A segment's name by its key. */
  readonly segment: (key: string) => string;
}

export const ConditionTree = (props: ConditionTreeProps) => (
  <ul className={styles.conditions}>
    <Node {...props} />
  </ul>
);

function Mark({ result, context: { t } }: { result: Truth; context: SentenceContext }) {
  const Icon = result === true ? CheckOutlined : result === false ? CloseOutlined : QuestionOutlined;
  return <Icon aria-label={t(`why.not.result.${result}`)} />;
}

function Node({ trace, context, segment }: ConditionTreeProps) {
  const { t } = context;
  if (trace.type === "leaf") return <Leaf leaf={trace} context={context} segment={segment} />;
  const label =
    trace.type === "segment"
      ? t("why.not.group.segment", { name: segment(trace.segment) })
      : t(`why.not.group.${trace.type}`);
  return (
    <li>
      <p className={styles.leaf} data-result={String(trace.result)}>
        <Mark result={trace.result} context={context} />
        <span>{label}</span>
      </p>
      <ul>
        {trace.children.map((child, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was answered does not move
          <Node key={index} trace={child} context={context} segment={segment} />
        ))}
      </ul>
    </li>
  );
}

function Leaf({ leaf, context, segment }: Omit<ConditionTreeProps, "trace"> & { leaf: LeafTrace }) {
  const { t, names } = context;
  const said =
    leaf.result === false
      ? missText({ type: "leaf", leaf, held: false }, { t, names, segment })
      : leafSentence(leaf, context);
  return (
    <li>
      <p className={styles.leaf} data-result={String(leaf.result)}>
        <Mark result={leaf.result} context={context} />
        <span>
          {said}
          {typeof leaf.actual === "string" && (leaf.matches ?? []).length > 0 ? (
            <MatchedText text={leaf.actual} matches={leaf.matches ?? []} />
          ) : null}
        </span>
      </p>
    </li>
  );
}
