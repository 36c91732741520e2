/** An SLA policy as a drawing: the matrix, the clock of the cell one points at, reminders, pauses and rules. */

import { PlusOutlined } from "@ant-design/icons";
import { App, Button, Segmented } from "antd";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadedVocabulary, useVocabularyNames } from "../../conditions/vocabulary-context.tsx";
import type { DrawingProps } from "../../document/drawing.ts";
import type { CellAddress } from "../../editor/sla/cells.ts";
import { setCalendar } from "../../editor/sla/policy-commands.ts";
import { freshId, tierOf } from "../../editor/sla/tier.ts";
import { addTier, moveTier, removeTier } from "../../editor/sla/tier-commands.ts";
import { CalendarPicker } from "../../fields/CalendarPicker.tsx";
import { useNowEvery } from "../../ui/use-now.ts";
import { type FaceContext, tierName } from "./matrix/cell-face.ts";
import { cellAt, problemsByCell } from "./matrix/find-problems.ts";
import { gridColumns, type MetricView, viewOf } from "./matrix/grid.ts";
import { Matrix } from "./matrix/Matrix.tsx";
import { useMatrix } from "./matrix/use-matrix.ts";
import { Reminders } from "./rules/Reminders.tsx";
import { Rules } from "./rules/Rules.tsx";
import styles from "./sla.module.css";
import { ClockStrip } from "./strip/ClockStrip.tsx";
import { TierPanel } from "./TierPanel.tsx";
import { useCalendars } from "./use-calendars.ts";

export function SlaDrawing(props: DrawingProps<"sla">) {
  return (
    <LoadedVocabulary>
      <Policy {...props} />
    </LoadedVocabulary>
  );
}

/** Scaled working days depend on when the clock starts: the present hour will do. */
const hour = 3_600_000;

function useFaceContext({ document }: DrawingProps<"sla">): FaceContext {
  const { t } = useTranslation();
  const calendars = useCalendars();
  const names = useVocabularyNames();
  const at = useNowEvery(hour);
  const { spec } = document;
  return useMemo(() => ({ spec, calendars, t, factName: names.fact, at }), [spec, calendars, t, names, at]);
}

/** What the heads of the rows do; a move is told aloud. */
function useTierActions({ document, execute }: DrawingProps<"sla">, edit: (id: string) => void) {
  const { t } = useTranslation();
  const [told, setTold] = useState("");
  const { tiers } = document.spec;
  const actions = {
    edit,
    remove: (id: string) => void execute(removeTier(id)),
    move(id: string, to: number) {
      if (!execute(moveTier(id, to))) return;
      const name = tierName(document.spec, id, t);
      setTold(t("sla.tiers.moved", { name, place: to + 1, total: tiers.length }));
    },
    addAt(place: number) {
      const id = freshId("tier", tiers);
      if (execute(addTier({ id, name: t("sla.tiers.newName") }, place))) edit(id);
    },
  };
  return { actions, told };
}

function Policy(props: DrawingProps<"sla">) {
  const { document, execute, findings, asked, readOnly } = props;
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const [view, setView] = useState<MetricView>("answers");
  const [pointed, setPointed] = useState<CellAddress>();
  const [edited, setEdited] = useState<string>();
  const context = useFaceContext(props);
  const { actions, told } = useTierActions(props, setEdited);
  const notify = (text: string) => void message.info(text);
  const state = useMatrix({ document, execute, readOnly, view, notify });
  const problems = useMemo(() => problemsByCell(findings, i18n.language), [findings, i18n.language]);
  useAsked(asked?.path, document, setView, state.goTo, asked);
  const { spec } = document;
  const address = pointed ?? state.addressOf(state.selection.focus);
  const current = address && tierOf(spec, address.tier) ? address : undefined;
  return (
    <div className={styles.scroll}>
      <div className={styles.policy}>
        <div className={styles.bar}>
          <Segmented<MetricView>
            aria-label={t("sla.views.label")}
            value={view}
            onChange={setView}
            options={[
              { value: "answers", label: t("sla.views.answers") },
              { value: "others", label: t("sla.views.others") },
            ]}
          />
          <span className={styles.hint} title={t("sla.matrixHint")}>
            {readOnly ? "" : t("sla.matrixHint")}
          </span>
          <span className={styles.calendar}>
            <span id="sla-calendar">{t("sla.policyCalendar")}</span>
            <CalendarPicker
              aria-labelledby="sla-calendar"
              size="small"
              disabled={readOnly}
              value={spec.calendar}
              onChange={(key) => key !== undefined && execute(setCalendar(key))}
            />
          </span>
          {readOnly ? null : (
            <Button size="small" icon={<PlusOutlined />} onClick={() => actions.addAt(spec.tiers.length - 1)}>
              {t("sla.tiers.add")}
            </Button>
          )}
        </div>
        <section className={styles.card}>
          <Matrix
            name={document.name}
            view={view}
            state={state}
            context={context}
            problems={problems}
            readOnly={readOnly}
            tiers={actions}
            onPointed={setPointed}
          />
        </section>
        <div className={styles.sticky}>
          <ClockStrip address={current} context={context} execute={execute} readOnly={readOnly} />
        </div>
        <div className={styles.rules}>
          <Reminders {...props} />
          <Rules {...props} />
        </div>
        <div className="visually-hidden" role="status">
          {told}
        </div>
        <TierPanel {...props} id={edited} onClose={() => setEdited(undefined)} />
      </div>
    </div>
  );
}

/** Goes to the cell or the tier of a problem that was clicked. */
function useAsked(
  path: string | undefined,
  { spec }: DrawingProps<"sla">["document"],
  setView: (view: MetricView) => void,
  goTo: (place: { row: number; col: number }) => void,
  asked: object | null,
) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking is answered once
  useEffect(() => {
    const found = path === undefined ? undefined : cellAt(path, spec);
    if (!found) return;
    const view = found.cell ? viewOf(found.cell.metric) : "answers";
    const { column, metric } = found.cell ?? {};
    const col = gridColumns(view).findIndex((each) => each.column === column && each.metric === metric);
    setView(view);
    goTo({ row: found.row, col: Math.max(0, col) });
  }, [asked]);
}
