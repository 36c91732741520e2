/** The try-it box: a ticket, what it would come out as, and which rule gave what. It stays in view. */
import type { ConditionTrace, SluiceDocument } from "@sluice/schemas";
import { Button } from "antd";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { foundLeaves } from "../../../explain/failing-leaf.ts";
import { LitField } from "./LitField.tsx";
import { litTexts } from "./lit-words.ts";
import { PickTicket } from "./PickTicket.tsx";
import { TriedFields } from "./TriedFields.tsx";
import { TriedOutcome } from "./TriedOutcome.tsx";
import { emptyForm, isFilled, type TriedForm, withInput } from "./tried-form.ts";
import styles from "./try.module.css";
import type { TryAnswer, TryFault } from "./try-message.ts";

export interface TryBoxProps {
  readonly form: TriedForm;
  readonly onChange: (form: TriedForm) => void;
  /** Of the ticket that is there now. */
  readonly answer: TryAnswer | null;
  readonly fault: TryFault | null;
  /** The worker could not be started, or broke. */
  readonly broken: boolean;
  readonly document: SluiceDocument<"classification">;
  /** What the rules of open cards saw: their words are lit stronger. */
  readonly opened: readonly ConditionTrace[];
}

/** What lights up in subject and body: words of rules that matched, and all that an open card's rule found. */
function useLit({ form, answer, opened }: TryBoxProps) {
  const { subject, body = "" } = form.input;
  return useMemo(() => {
    if (answer === null) return litTexts("", "", []);
    const matched = answer.decision.matched.flatMap(({ because }) => because);
    return litTexts(subject, body, [
      ...matched.filter(({ result }) => result === true).map((leaf) => ({ leaf, strong: false })),
      ...opened.flatMap((trace) => [...foundLeaves(trace)].map((leaf) => ({ leaf, strong: true }))),
    ]);
  }, [answer, opened, subject, body]);
}

export const TryBox = memo(function TryBox(props: TryBoxProps) {
  const { form, onChange, answer, fault, broken } = props;
  const { t } = useTranslation();
  const lit = useLit(props);
  const { input, origin } = form;
  return (
    <aside className={styles.box} aria-label={t("classification.try.title")}>
      <header className={styles.head}>
        <h2>{t("classification.try.title")}</h2>
        <PickTicket onPick={onChange} />
        <Button
          size="small"
          type="text"
          disabled={!isFilled(form)}
          onClick={() => onChange({ ...emptyForm, input: { ...emptyForm.input, channel: input.channel } })}
        >
          {t("classification.try.clear")}
        </Button>
      </header>
      <div className={styles.ticket}>
        {origin ? (
          <p className={styles.origin}>{t("classification.try.origin", { number: origin.number })}</p>
        ) : null}
        <LitField
          single
          label={t("classification.try.subject")}
          placeholder={t("classification.try.subjectPlaceholder")}
          value={input.subject}
          lit={lit.subject}
          onChange={(subject) => onChange(withInput(form, { subject }))}
        />
        <LitField
          label={t("classification.try.body")}
          placeholder={t("classification.try.bodyPlaceholder")}
          value={input.body ?? ""}
          lit={lit.body}
          onChange={(body) => onChange(withInput(form, { body }))}
        />
        <TriedFields form={form} onChange={onChange} answer={answer} />
      </div>
      <div className={styles.result}>
        {broken ? <p className={styles.notice}>{t("classification.try.broken")}</p> : null}
        {fault ? (
          <p className={styles.notice} role="status">
            {t("classification.try.fault", { message: fault.message })}
          </p>
        ) : null}
        {answer ? (
          <TriedOutcome answer={answer} document={props.document} />
        ) : fault || broken ? null : (
          <p className={styles.empty}>
            {t(isFilled(form) ? "classification.try.waiting" : "classification.try.empty")}
          </p>
        )}
      </div>
    </aside>
  );
});
