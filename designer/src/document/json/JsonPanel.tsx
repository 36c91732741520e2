/** The document as JSON, in step with the drawing both ways. */
import { type DocumentKind, type Finding, publishedSchema, type SluiceDocument } from "@sluice/schemas";
import { Button } from "antd";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { faultOf } from "../../editor/edit-session.ts";
import { JsonEditor } from "../../monaco/JsonEditor.tsx";
import styles from "../document.module.css";
import type { Frame } from "../frame.ts";
import { refusalText } from "../text-of.ts";
import {
  drawn,
  inStep,
  type JsonStep,
  keepStep,
  keptStep,
  mergedText,
  type TextFault,
  textTaken,
  typed,
} from "./json-step.ts";

/** Marks of findings would stand at wrong places of a text that is not the drawing. */
const none: readonly Finding[] = [];

const label = { key: "editor.commands.replaceJson" } as const;

/** Replacements within one visit of the text are one entry of the history. */
const mergeKey = "json";

function useJsonStep<K extends DocumentKind>({ session, document, readOnly }: Frame<K>) {
  const [step, setStep] = useState<JsonStep>(() => keptStep(session, document));
  useEffect(() => setStep((current) => drawn(current, document)), [document]);
  useEffect(() => keepStep(session, step), [session, step]);
  const accept = (value: unknown, key?: string) => {
    const fault = faultOf(value);
    if (fault) return fault;
    const outcome = session.replace(value as SluiceDocument<K>, label, key);
    return outcome.done ? undefined : outcome.refusal;
  };
  const drawing = () => session.getState().document;
  const type = (text: string) => {
    if (!readOnly) setStep(typed(step, text, drawing(), (value) => accept(value, mergeKey)));
  };
  const clashes = useMemo(
    () => (step.parted ? mergedText(step, document)?.clashes.length : undefined),
    [step, document],
  );
  return {
    step,
    type,
    /** In how many places a parted text and the drawing changed the same; none where they cannot be compared. */
    clashes,
    takeDrawing: () => setStep(inStep(drawing())),
    takeText: () => setStep(textTaken(step, drawing(), accept)),
  };
}

export function JsonPanel<K extends DocumentKind>({ frame }: { frame: Frame<K> }) {
  const { t } = useTranslation();
  const { kind, documentKey, asked, readOnly, findings } = frame;
  const { step, type, clashes, takeDrawing, takeText } = useJsonStep(frame);
  const schema = useMemo(() => publishedSchema(kind), [kind]);
  return (
    <div className={styles.json}>
      <div className={styles.jsonEditor}>
        <JsonEditor
          uri={`${kind}/${documentKey}`}
          label={t("document.json.label")}
          value={step.text}
          onChange={type}
          schema={schema}
          readOnly={readOnly}
          markers={step.fault ? none : findings}
          revealPath={asked?.path}
        />
      </div>
      {step.fault ? (
        <div className={styles.jsonFault} role="status">
          <span>
            <FaultText fault={step.fault} /> {t("document.json.kept")}
            {step.parted ? ` ${t("document.json.diverged")}` : null}
            {clashes ? ` ${t("document.json.clashes", { count: clashes })}` : null}
          </span>
          {clashes !== undefined ? (
            <Button size="small" onClick={takeText}>
              {t("document.json.takeText")}
            </Button>
          ) : null}
          <Button size="small" onClick={takeDrawing}>
            {t("document.json.takeDrawing")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function FaultText({ fault }: { fault: TextFault }) {
  const { t, i18n } = useTranslation();
  if (fault.kind === "syntax") {
    const { line, column } = fault;
    return <>{t("document.json.invalid", { line, column })}</>;
  }
  if (fault.kind === "parted") return <>{t("document.json.parted")}</>;
  const { refusal } = fault;
  const reason = refusalText(refusal, t, i18n.language);
  return <>{t("document.json.refusedAt", { reason, path: refusal.path || "/" })}</>;
}
