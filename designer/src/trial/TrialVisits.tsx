/** The path node by node: what each did, what it waits for, and what would be sent or called. */
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { TrialAnswer, TrialStep, TrialVisit } from "../client/trials.ts";
import { inLanguage } from "../explain/names.ts";
import type { SentenceContext } from "../explain/sentence-context.ts";
import { useDecisionNames } from "../explain/use-decision-names.ts";
import { DecisionLine } from "../explain/why/DecisionLine.tsx";
import { useInstantText } from "../ui/Instant.tsx";
import { useCatalogKinds } from "./catalog-kinds.ts";
import { TrialJobLine } from "./TrialJobLine.tsx";
import styles from "./trial.module.css";
import { useTrial } from "./trial-context.ts";
import type { PathVisit } from "./trial-path.ts";
import { changesText, waitText } from "./visit-text.ts";

export interface TrialVisitsProps {
  readonly answer: TrialAnswer;
  readonly visits: readonly PathVisit[];
  /** The drawn workflow: visits of others are shown fainter. */
  readonly workflow: string;
  readonly onLook: (index: number) => void;
  readonly onPin: (node: string, ok: boolean) => void;
}

export function TrialVisits({ answer, visits, workflow, onLook, onPin }: TrialVisitsProps) {
  const { t } = useTranslation();
  const context: SentenceContext = { t, names: useDecisionNames(), instant: useInstantText() };
  const { at } = useTrial();
  const runNames = new Map(answer.runs.map(({ id, name }) => [id, name]));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onLook(Math.min(visits.length - 1, Math.max(0, (at ?? -1) + step)));
  };
  return (
    <ol className={styles.visits} aria-label={t("trial.path")} onKeyDown={onKeyDown}>
      {visits.map(({ visit, step }, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the path of one answer never changes
          key={index}
          data-own={visit.workflow === workflow}
          data-at={at === index}
        >
          <VisitLine
            visit={visit}
            number={index + 1}
            current={at === index}
            elsewhere={visit.workflow === workflow ? null : (runNames.get(visit.run) ?? visit.workflow)}
            context={context}
            onLook={() => onLook(index)}
          />
          <VisitResults visit={visit} step={step} context={context} onPin={onPin} />
        </li>
      ))}
    </ol>
  );
}

interface VisitLineProps {
  readonly visit: TrialVisit;
  readonly number: number;
  readonly current: boolean;
  /** The workflow's name where it is not the drawn one. */
  readonly elsewhere: string | null;
  readonly context: SentenceContext;
  readonly onLook: () => void;
}

function VisitLine({ visit, number, current, elsewhere, context, onLook }: VisitLineProps) {
  const { i18n } = useTranslation();
  const kind = useCatalogKinds().get(visit.type ?? "");
  const kindName = kind ? inLanguage(kind.label, i18n.language) : (visit.type ?? visit.node);
  return (
    <button
      type="button"
      className={styles.visit}
      aria-current={current ? "step" : undefined}
      onClick={onLook}
    >
      <span className={styles.number}>{number}</span>
      <strong>{visit.name || kindName}</strong>
      {elsewhere === null ? null : <em>{elsewhere}</em>}
      <span>{context.instant(visit.at)}</span>
      {visit.wait ? <mark>{waitText(visit.wait, context)}</mark> : null}
    </button>
  );
}

interface VisitResultsProps {
  readonly visit: TrialVisit;
  readonly step: TrialStep;
  readonly context: SentenceContext;
  readonly onPin: (node: string, ok: boolean) => void;
}

/** What the node changed, decided, would send and would call. */
function VisitResults({ visit, step, context, onPin }: VisitResultsProps) {
  const changes = changesText(visit, context);
  const messages = step.messages.filter(({ id }) => visit.messages.includes(id));
  const jobs = step.jobs.filter(({ id }) => visit.jobs.includes(id));
  return (
    <>
      {changes === "" ? null : <p className={styles.detail}>{changes}</p>}
      {visit.decisions.map((place) => {
        const decision = step.decisions[place];
        return decision ? <DecisionLine key={place} decision={decision} context={context} /> : null;
      })}
      {messages.map(({ id, text }) => (
        <q key={id} className={styles.message}>
          {text}
        </q>
      ))}
      {jobs.map((job) => (
        <TrialJobLine key={job.id} job={job} onPin={onPin} />
      ))}
    </>
  );
}
