/** What leads from one card to the next: the limit is written in place, and a step can be put in between. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Arrow as ArrowModel } from "../../../editor/routing/lanes.ts";
import { setTimeoutOf } from "../../../editor/routing/step-commands.ts";
import { DurationField } from "../../../fields/DurationField.tsx";
import { useRoutingEditor } from "../routing-editor.ts";
import { spanText } from "../words.ts";
import { AddStep } from "./AddStep.tsx";
import styles from "./arrow.module.css";

export interface ArrowProps {
  readonly route: string;
  /** The place of the card that the arrow leaves; -1 for the one into the first card. */
  readonly after: number;
  readonly arrow: ArrowModel | undefined;
  /** Nothing is drawn behind it: the limit may be taken away. */
  readonly last: boolean;
}

export function Arrow({ route, after, arrow, last }: ArrowProps) {
  const { readOnly } = useRoutingEditor();
  return (
    <li className={styles.arrow} data-first={after < 0} data-type={arrow?.type ?? "first"}>
      <span className={styles.line} aria-hidden="true" />
      {arrow ? <Limit route={route} after={after} arrow={arrow} last={last} /> : null}
      {readOnly ? null : <AddStep route={route} at={after + 1} />}
    </li>
  );
}

function Limit({ route, after, arrow, last }: ArrowProps & { readonly arrow: ArrowModel }) {
  const { t } = useTranslation();
  const { readOnly, execute, session } = useRoutingEditor();
  const [editing, setEditing] = useState(false);
  if (arrow.type === "end") return null;
  if (arrow.type === "atOnce")
    return (
      <span className={styles.limit} title={t("routing.arrow.atOnceHint")}>
        {t("routing.arrow.atOnce")}
      </span>
    );
  const span = arrow.type === "timeout" ? spanText(arrow.after, t) : undefined;
  if (editing) {
    const close = () => {
      session.seal();
      setEditing(false);
    };
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: it hears what its field lets through
      <span
        className={styles.limitField}
        onBlur={close}
        onKeyDown={(event) => {
          if (event.key === "Enter" || event.key === "Escape") close();
        }}
      >
        <DurationField
          compact
          autoFocus
          size="small"
          days="elapsed"
          optional={last}
          aria-label={t("routing.arrow.field")}
          value={arrow.type === "timeout" ? arrow.after : undefined}
          onChange={(timeout) => execute(setTimeoutOf({ route, at: after }, timeout))}
        />
      </span>
    );
  }
  const label = span ?? t("routing.arrow.never");
  if (readOnly) return <span className={styles.limit}>{label}</span>;
  return (
    <button
      type="button"
      className={styles.limit}
      title={span === undefined ? t("routing.arrow.neverHint") : undefined}
      aria-label={span === undefined ? t("routing.arrow.editNever") : t("routing.arrow.edit", { span })}
      onClick={() => setEditing(true)}
    >
      {label}
    </button>
  );
}
