/** A decision: first the sentence; on asking why, what it stands on; and at the bottom the raw values. */
import { DownOutlined } from "@ant-design/icons";
import type { Decision } from "@sluice/schemas";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { decisionSentence, revisionText } from "../decision-sentence.ts";
import type { SentenceContext } from "../sentence-context.ts";
import { ClassificationGrounds } from "./ClassificationGrounds.tsx";
import { RoutingGrounds } from "./RoutingGrounds.tsx";
import { SlaGrounds } from "./SlaGrounds.tsx";
import styles from "./why.module.css";

export interface DecisionLineProps {
  readonly decision: Decision;
  readonly context: SentenceContext;
  /** Where it was decided; with it, why other rules did not match can be asked. */
  readonly origin?: DecisionOrigin;
}

/** The ticket and the event that a decision belongs to. */
export interface DecisionOrigin {
  readonly ticket: string;
  readonly event: string;
}

export function DecisionLine(props: DecisionLineProps) {
  const { decision, context } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={styles.decision} data-kind={decision.kind}>
      <p>
        {decisionSentence(decision, context)}
        <button
          type="button"
          className={styles.whyButton}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {t("why.open")}
          <DownOutlined aria-hidden rotate={open ? 180 : 0} />
        </button>
      </p>
      {open ? <Why id={id} {...props} /> : null}
    </div>
  );
}

function Why({ id, ...props }: DecisionLineProps & { id: string }) {
  const { decision, context } = props;
  const { t } = useTranslation();
  const [raw, setRaw] = useState(false);
  return (
    <div id={id} className={styles.why}>
      <h4>
        {t("why.tree")} <span>{revisionText(decision.ref, context)}</span>
      </h4>
      <Grounds {...props} />
      <button type="button" className={styles.whyButton} aria-expanded={raw} onClick={() => setRaw(!raw)}>
        {t(raw ? "why.hideRaw" : "why.showRaw")}
      </button>
      {raw ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <pre className={styles.raw} tabIndex={0}>
          {JSON.stringify(decision, null, 2)}
        </pre>
      ) : null}
    </div>
  );
}

function Grounds({ decision, context, origin }: DecisionLineProps) {
  switch (decision.kind) {
    case "classification":
      return <ClassificationGrounds decision={decision} context={context} origin={origin} />;
    case "sla":
      return <SlaGrounds decision={decision} context={context} />;
    case "routing":
      return <RoutingGrounds decision={decision} context={context} />;
  }
}
