/** The phases of a campaign on a real time axis with its 00:00 lines: dragged, or moved by keys. */
import { FullscreenOutlined, PlusOutlined, ZoomInOutlined, ZoomOutOutlined } from "@ant-design/icons";
import { Button, Space } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CampaignImpact } from "../../../client/campaigns.ts";
import { useVocabulary } from "../../../conditions/vocabulary-context.tsx";
import { spanOf } from "../../../editor/campaign/instants.ts";
import { phaseAfter } from "../../../editor/campaign/new-campaign.ts";
import { addPhase } from "../../../editor/campaign/phase-commands.ts";
import { useNowEvery } from "../../../ui/use-now.ts";
import { AxisHead, AxisLines } from "../axis/AxisHead.tsx";
import { type Axis, padded } from "../axis/axis.ts";
import { useWidth } from "../axis/use-width.ts";
import type { CampaignProps } from "../CampaignDrawing.tsx";
import { PhaseRow } from "./PhaseRow.tsx";
import { ShiftButtons } from "./ShiftButtons.tsx";
import styles from "./timeline.module.css";

export interface PhaseTimelineProps extends CampaignProps {
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly impact: CampaignImpact | undefined;
}

const widest = 64;

export function PhaseTimeline(props: PhaseTimelineProps) {
  const { document, execute, readOnly, selected, onSelect, impact } = props;
  const { t } = useTranslation();
  const { timezone: zone } = useVocabulary();
  const now = useNowEvery(60_000);
  const [ref, width] = useWidth();
  const [zoom, setZoom] = useState(1);
  const { spec } = document;
  // The window alone sets the axis, so that it stands still while an edge is dragged inside it.
  const axis: Axis = { ...padded(spanOf(spec)), width: width * zoom, zone };
  const add = () => {
    const phase = phaseAfter(document, t("campaign.phase.newName"));
    if (execute(addPhase(phase))) onSelect(phase.id);
  };
  return (
    <section className={styles.card} aria-label={t("campaign.page.phases")}>
      <header className={styles.bar}>
        <h2>{t("campaign.page.phases")}</h2>
        <span className={styles.hint} title={t("campaign.page.dragHelp")}>
          {readOnly ? "" : t("campaign.page.dragHint")}
        </span>
        {readOnly ? null : <ShiftButtons {...props} />}
        <Space.Compact size="small">
          <Button
            icon={<ZoomOutOutlined />}
            aria-label={t("campaign.page.zoomOut")}
            disabled={zoom === 1}
            onClick={() => setZoom(Math.max(1, zoom / 2))}
          />
          <Button
            icon={<FullscreenOutlined />}
            aria-label={t("campaign.page.fit")}
            disabled={zoom === 1}
            onClick={() => setZoom(1)}
          />
          <Button
            icon={<ZoomInOutlined />}
            aria-label={t("campaign.page.zoomIn")}
            disabled={zoom >= widest}
            onClick={() => setZoom(Math.min(widest, zoom * 2))}
          />
        </Space.Compact>
        {readOnly ? null : (
          <Button size="small" icon={<PlusOutlined />} onClick={add}>
            {t("campaign.page.addPhase")}
          </Button>
        )}
      </header>
      <div className={styles.plane}>
        <ul className={styles.names}>
          {spec.phases.map((phase) => (
            <li key={phase.id} data-selected={phase.id === selected}>
              <button
                type="button"
                aria-pressed={phase.id === selected}
                title={phase.name || phase.id}
                onClick={() => onSelect(phase.id)}
              >
                {phase.name || phase.id}
              </button>
            </li>
          ))}
        </ul>
        <div className={styles.scroll} ref={ref}>
          {width > 0 ? (
            <div style={{ width: axis.width }}>
              <AxisHead axis={axis} />
              <ul className={styles.rows}>
                <li className={styles.linesLayer} aria-hidden="true">
                  <AxisLines axis={axis} now={now} />
                </li>
                {spec.phases.map((phase) => (
                  <PhaseRow
                    key={phase.id}
                    {...props}
                    phase={phase}
                    axis={axis}
                    counts={impact?.phases?.find(({ id }) => id === phase.id)}
                  />
                ))}
              </ul>
            </div>
          ) : null}
        </div>
      </div>
    </section>
  );
}
