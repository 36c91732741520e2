/** Two revisions, or one and the draft, side by side: by field, or as text. */
import type { DocumentKind, SluiceDocument } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import { Segmented, Select } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type RevisionView, revisionQuery } from "../../client/documents.ts";
import { JsonDiffEditor } from "../../monaco/JsonDiffEditor.tsx";
import { SkeletonRows } from "../../ui/SkeletonRows.tsx";
import { ChangeList } from "../ChangeList.tsx";
import { changeLines } from "../change-lines.ts";
import { exportText } from "../export-file.ts";
import type { Frame } from "../frame.ts";
import styles from "./revisions.module.css";
import type { Side, Sides } from "./sides.ts";

export interface ComparisonProps<K extends DocumentKind> {
  readonly frame: Frame<K>;
  readonly revisions: readonly RevisionView[];
  readonly sides: Sides;
  readonly onChoose: (sides: Sides) => void;
}

/** The document of a side: `null` before the first revision, `undefined` while it is on its way. */
function useSide<K extends DocumentKind>(frame: Frame<K>, side: Side): SluiceDocument<K> | null | undefined {
  const number = typeof side === "number" ? side : 1;
  const stored = useQuery({
    ...revisionQuery(frame.kind, frame.documentKey, number),
    enabled: typeof side === "number",
  }).data;
  if (side === "draft") return frame.document;
  return side === "nothing" ? null : stored?.document;
}

export function Comparison<K extends DocumentKind>(props: ComparisonProps<K>) {
  const { frame, revisions, sides, onChoose } = props;
  const { t } = useTranslation();
  const [form, setForm] = useState<"fields" | "text">("fields");
  const from = useSide(frame, sides.from);
  const to = useSide(frame, sides.to);
  const { placeName } = frame;
  const lines = useMemo(
    () => (from === undefined || to === undefined ? undefined : changeLines(from, to, placeName)),
    [from, to, placeName],
  );
  const options = [
    { value: "draft" as Side, label: t("document.revisions.draft") },
    ...revisions.map(({ revision, live }) => ({
      value: revision as Side,
      label: live ? `v${revision} · ${t("document.revisions.live")}` : `v${revision}`,
    })),
  ];
  const sideName = (side: Side) => options.find(({ value }) => value === side)?.label ?? "—";
  const pick = (name: "from" | "to") => (
    <Select<Side>
      size="small"
      className={styles.side ?? ""}
      aria-label={t(`document.revisions.${name}`)}
      value={sides[name]}
      options={sides[name] === "nothing" ? [...options, { value: "nothing", label: "—" }] : options}
      onChange={(side) => onChoose({ ...sides, [name]: side })}
    />
  );
  return (
    <section className={styles.comparison} aria-label={t("document.revisions.compare")}>
      <header className={styles.bar}>
        {pick("from")}
        <span aria-hidden="true">→</span>
        {pick("to")}
        {lines && from !== null ? (
          <span className={styles.count}>{t("document.revisions.changes", { count: lines.length })}</span>
        ) : null}
        <Segmented
          size="small"
          value={form}
          onChange={setForm}
          options={[
            { value: "fields", label: t("document.revisions.fields") },
            { value: "text", label: t("document.revisions.text") },
          ]}
        />
      </header>
      <div className={styles.compared}>
        {lines === undefined ? (
          <SkeletonRows rows={4} />
        ) : from === null && form === "fields" ? (
          <p className={styles.quiet}>{t("document.publish.first")}</p>
        ) : form === "text" ? (
          <JsonDiffEditor
            before={from ? exportText(from) : ""}
            after={to ? exportText(to) : ""}
            beforeLabel={sideName(sides.from)}
            afterLabel={sideName(sides.to)}
          />
        ) : lines.length === 0 ? (
          <p className={styles.quiet}>{t("document.revisions.same")}</p>
        ) : (
          <ChangeList lines={lines} label={t("document.revisions.compare")} />
        )}
      </div>
    </section>
  );
}
