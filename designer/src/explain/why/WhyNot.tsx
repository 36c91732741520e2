/** The rules that did not match, each with the part that failed and, opened, with every comparison; found by name. */
import { CloseOutlined, RightOutlined } from "@ant-design/icons";
import type { ClassificationDecision } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { documentsQuery } from "../../client/documents.ts";
import { type RuleAnswer, whyQuery } from "../../client/tickets.ts";
import { SkeletonRows } from "../../ui/SkeletonRows.tsx";
import { failingLeaf } from "../failing-leaf.ts";
import { missText } from "../miss-text.ts";
import type { SentenceContext } from "../sentence-context.ts";
import { ConditionTree } from "./ConditionTree.tsx";
import styles from "./why.module.css";

export interface WhyNotProps {
  readonly decision: ClassificationDecision;
  readonly ticket: string;
  readonly event: string;
  readonly context: SentenceContext;
}

export function WhyNot({ decision, ticket, event, context }: WhyNotProps) {
  const { t } = useTranslation();
  const { data: answer, isError } = useQuery(whyQuery(ticket, event, decision.ref.key));
  const [text, setText] = useState("");
  if (isError) return <p className={styles.quiet}>{t("why.not.failed")}</p>;
  if (answer === undefined) return <SkeletonRows rows={3} />;
  const wanted = text.trim().toLowerCase();
  const rules = answer.rules.filter(
    ({ id, name, state }) => state !== "matched" && `${name} ${id}`.toLowerCase().includes(wanted),
  );
  return (
    <section className={styles.not} aria-label={t("why.not.title")}>
      <Input
        size="small"
        allowClear
        aria-label={t("why.not.search")}
        placeholder={t("why.not.search")}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {answer.same ? null : <p className={styles.quiet}>{t("why.not.changed")}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <ul className={styles.missed} tabIndex={0} aria-label={t("why.not.title")}>
        {rules.map((rule) => (
          <Missed key={`${rule.campaign ?? ""} ${rule.id}`} rule={rule} context={context} />
        ))}
        {rules.length === 0 ? <li className={styles.quiet}>{t("why.not.none")}</li> : null}
      </ul>
    </section>
  );
}

function Missed({ rule, context }: { rule: RuleAnswer; context: SentenceContext }) {
  const { t, names } = context;
  const [open, setOpen] = useState(false);
  const segments = useQuery(documentsQuery("segment")).data;
  const segment = (key: string) => segments?.find((one) => one.key === key)?.name || key;
  const failing = rule.state === "not-matched" ? failingLeaf(rule.condition) : undefined;
  const name = rule.name || rule.id;
  return (
    <li>
      <p className={styles.missedRule}>
        <CloseOutlined aria-hidden />
        <strong>{name}</strong>
        <span>
          {failing ? missText(failing, { t, names, segment }) : t(`classification.state.${rule.state}`)}
        </span>
        <button
          type="button"
          className={styles.whyButton}
          aria-expanded={open}
          aria-label={t("why.not.tree", { rule: name })}
          onClick={() => setOpen(!open)}
        >
          <RightOutlined aria-hidden rotate={open ? 90 : 0} />
        </button>
      </p>
      {open ? <ConditionTree trace={rule.condition} context={context} segment={segment} /> : null}
    </li>
  );
}
