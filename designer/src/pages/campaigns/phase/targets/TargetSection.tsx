/** What a phase lays over SLA policies: for whom, with which calendar, what its edges do, and the targets themselves. */
import { DeleteOutlined, EditOutlined, PlusOutlined } from "@ant-design/icons";
import type { EdgePolicy, SlaOverlay } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import { Button, Drawer, Select, Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { documentsQuery } from "../../../../client/documents.ts";
import { ConditionBuilder } from "../../../../conditions/ConditionBuilder.tsx";
import { conditionSentence } from "../../../../conditions/condition-sentence.ts";
import { useVocabulary } from "../../../../conditions/vocabulary-context.tsx";
import { findingsBelow } from "../../../../document/findings-below.ts";
import {
  addOverlay,
  type OverlayPlace,
  removeOverlay,
  setOverlayCalendar,
  setOverlayEdge,
  setOverlayPolicy,
  setOverlayWhen,
} from "../../../../editor/campaign/overlay-commands.ts";
import { CalendarPicker } from "../../../../fields/CalendarPicker.tsx";
import { DocumentPicker } from "../../../../fields/DocumentPicker.tsx";
import type { PhaseProps } from "../PhasePanel.tsx";
import { PhaseSection } from "../PhaseSection.tsx";
import { TargetMatrix } from "./TargetMatrix.tsx";
import styles from "./targets.module.css";

export interface OverlayProps extends PhaseProps {
  readonly place: OverlayPlace;
  readonly overlay: SlaOverlay;
}

export function TargetSection(props: PhaseProps) {
  const { phase, execute, readOnly } = props;
  const { t } = useTranslation();
  const policies = useQuery(documentsQuery("sla")).data ?? [];
  const { sla = [] } = phase;
  const next = policies.find(({ key }) => !sla.some(({ policy }) => policy === key)) ?? policies[0];
  return (
    <PhaseSection
      {...props}
      part="sla"
      title={t("campaign.sla.title")}
      hint={t("campaign.sla.hint")}
      extra={
        readOnly || !next ? null : (
          <Button
            size="small"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => execute(addOverlay(phase.id, { policy: next.key }))}
          >
            {t("campaign.sla.add")}
          </Button>
        )
      }
    >
      {sla.length === 0 ? <p className={styles.quiet}>{t("campaign.sla.none")}</p> : null}
      {sla.map((overlay, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an overlay has no name of its own, its place is what it is
        <Overlay key={at} {...props} overlay={overlay} place={{ phase: phase.id, at }} />
      ))}
    </PhaseSection>
  );
}

function Overlay(props: OverlayProps) {
  const { place, overlay, execute, readOnly } = props;
  const { t } = useTranslation();
  return (
    <div className={styles.overlay}>
      <div className={styles.settings}>
        <div className={styles.field}>
          <span>{t("campaign.sla.policy")}</span>
          <DocumentPicker
            kind="sla"
            size="small"
            aria-label={t("campaign.sla.policy")}
            disabled={readOnly}
            value={overlay.policy}
            onChange={(policy) => policy !== undefined && execute(setOverlayPolicy(place, policy))}
          />
        </div>
        <div className={styles.field}>
          <span>{t("campaign.sla.calendar")}</span>
          <CalendarPicker
            size="small"
            optional
            aria-label={t("campaign.sla.calendar")}
            disabled={readOnly}
            value={overlay.calendar}
            onChange={(calendar) => execute(setOverlayCalendar(place, calendar))}
          />
        </div>
        <EdgeSelect {...props} edge="inFlight" />
        <EdgeSelect {...props} edge="onEnd" />
        {readOnly ? null : (
          <Tooltip title={t("campaign.sla.remove")}>
            <Button
              className={styles.remove ?? ""}
              type="text"
              size="small"
              danger
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t("campaign.sla.remove")}
              onClick={() => execute(removeOverlay(place))}
            />
          </Tooltip>
        )}
      </div>
      <Who {...props} />
      <TargetMatrix {...props} />
    </div>
  );
}

const edgePolicies: readonly EdgePolicy[] = ["keep", "retarget", "lenient"];

function EdgeSelect({
  place,
  overlay,
  edge,
  execute,
  readOnly,
}: OverlayProps & { edge: "inFlight" | "onEnd" }) {
  const { t } = useTranslation();
  const value = overlay[edge] ?? "keep";
  return (
    <div className={styles.field}>
      <span>{t(`campaign.sla.${edge}`)}</span>
      <Select<EdgePolicy>
        size="small"
        className={styles.edge ?? ""}
        aria-label={t(`campaign.sla.${edge}`)}
        title={t(`campaign.sla.${value}Hint`)}
        popupMatchSelectWidth={false}
        disabled={readOnly}
        value={value}
        options={edgePolicies.map((policy) => ({
          value: policy,
          label: t(`campaign.sla.${policy}`),
          hint: t(`campaign.sla.${policy}Hint`),
        }))}
        optionRender={({ data }) => (
          <span className={styles.option}>
            {data.label}
            <small>{data.hint}</small>
          </span>
        )}
        onChange={(policy) => execute(setOverlayEdge(place, edge, policy))}
      />
    </div>
  );
}

/** Which tickets it is for, as a sentence; changed in a drawer. */
function Who({ document, place, overlay, execute, session, findings, readOnly }: OverlayProps) {
  const { t, i18n } = useTranslation();
  const vocabulary = useVocabulary();
  const [open, setOpen] = useState(false);
  const index = document.spec.phases.findIndex(({ id }) => id === place.phase);
  const path = `/spec/phases/${index}/sla/${place.at}/when`;
  const said = overlay.when
    ? conditionSentence(overlay.when, vocabulary, i18n.language)
    : t("campaign.sla.everyone");
  const close = () => {
    session.seal();
    setOpen(false);
  };
  return (
    <div className={styles.who}>
      <span>{t("campaign.sla.who")}</span>
      <p title={said}>{said}</p>
      {readOnly ? null : (
        <Button type="link" size="small" icon={<EditOutlined aria-hidden />} onClick={() => setOpen(true)}>
          {t("campaign.sla.editWho")}
        </Button>
      )}
      <Drawer
        open={open}
        size={640}
        title={t("campaign.sla.who")}
        onClose={close}
        destroyOnHidden
        extra={
          <Button type="primary" onClick={close}>
            {t("campaign.rules.close")}
          </Button>
        }
      >
        <ConditionBuilder
          aria-label={t("campaign.sla.who")}
          place="campaign"
          value={overlay.when}
          findings={findingsBelow(findings, path)}
          onChange={(when) => execute(setOverlayWhen(place, when))}
        />
      </Drawer>
    </div>
  );
}
