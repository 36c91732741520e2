/** The rules that did not match, each with the part that failed; found by name. */
import { CloseOutlined } from "@ant-design/icons";
import type { ClassificationDecision } from "@sluice/schemas";
import { useQueries, useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { documentsQuery, revisionQuery } from "../../client/documents.ts";
import { timelineQuery } from "../../client/tickets.ts";
import { useSurroundings } from "../../document/lint/use-surroundings.ts";
import { SkeletonRows } from "../../ui/SkeletonRows.tsx";
import { failingLeaf } from "../failing-leaf.ts";
import { missText } from "../miss-text.ts";
import type { SentenceContext } from "../sentence-context.ts";
import styles from "./why.module.css";
import type { WhyNot as Answer, UnmatchedRule, WhyNotInput } from "./why-not.ts";

export interface WhyNotProps {
  readonly decision: ClassificationDecision;
  readonly ticket: string;
  readonly event: string;
  readonly context: SentenceContext;
}

/** Everything that it takes to ask again; `undefined` until all of it has come in. */
function useInput({ decision, ticket, event }: WhyNotProps): { input?: WhyNotInput; failed: boolean } {
  const { key, revision } = decision.ref;
  const [ruleset, timeline] = useQueries({
    queries: [revisionQuery("classification", key, revision), timelineQuery(ticket)],
  });
  const { surroundings, failed } = useSurroundings();
  const isFailed = failed || ruleset.isError || timeline.isError;
  if (!ruleset.data || !timeline.data || !surroundings) return { failed: isFailed };
  const { documents, settings, people } = surroundings as Pick<
    WhyNotInput,
    "documents" | "settings" | "people"
  >;
  const input = {
    ...{ decision, event, documents, settings, people },
    timeline: timeline.data.items,
    ruleset: ruleset.data.document,
  };
  return { input, failed: false };
}

/** The engine is a chunk of its own: it is fetched when somebody asks. */
function useAnswer(props: WhyNotProps): { answer: Answer | undefined; failed: boolean } {
  const { input, failed } = useInput(props);
  const [answer, setAnswer] = useState<Answer>();
  const [broken, setBroken] = useState(false);
  const ready = input !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what happened then does not change
  useEffect(() => {
    if (input === undefined) return;
    let mounted = true;
    import("./why-not.ts").then(
      ({ whyNot }) => {
        if (!mounted) return;
        const found = whyNot(input);
        if (found) setAnswer(found);
        else setBroken(true);
      },
      () => mounted && setBroken(true),
    );
    return () => {
      mounted = false;
    };
  }, [ready]);
  return { answer, failed: failed || broken };
}

export function WhyNot(props: WhyNotProps) {
  const { t } = useTranslation();
  const { answer, failed } = useAnswer(props);
  const [text, setText] = useState("");
  if (failed) return <p className={styles.quiet}>{t("why.not.failed")}</p>;
  if (answer === undefined) return <SkeletonRows rows={3} />;
  const wanted = text.trim().toLowerCase();
  const rules = answer.rules.filter(({ id, name }) => `${name} ${id}`.toLowerCase().includes(wanted));
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
          <Missed key={rule.id} rule={rule} context={props.context} />
        ))}
        {rules.length === 0 ? <li className={styles.quiet}>{t("why.not.none")}</li> : null}
      </ul>
    </section>
  );
}

function Missed({ rule, context }: { rule: UnmatchedRule; context: SentenceContext }) {
  const { t, names } = context;
  const segments = useQuery(documentsQuery("segment")).data;
  const segment = (key: string) => segments?.find((one) => one.key === key)?.name || key;
  const failing = rule.trace ? failingLeaf(rule.trace) : undefined;
  return (
    <li>
      <CloseOutlined aria-hidden />
      <strong>{rule.name || rule.id}</strong>
      <span>
        {failing ? missText(failing, { t, names, segment }) : t(`classification.state.${rule.state}`)}
      </span>
    </li>
  );
}
