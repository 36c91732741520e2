/** What the selected phase overrides: targets, rules, routes, people, workflows, announcement; and what that touches. */
import { DeleteOutlined } from "@ant-design/icons";
import type { CampaignPhase } from "@sluice/schemas";
import { App, Button, Input } from "antd";
import { useTranslation } from "react-i18next";
import { phaseName } from "../../../editor/campaign/find.ts";
import { spanOf } from "../../../editor/campaign/instants.ts";
import { type Edge, removePhase, renamePhase, resizePhase } from "../../../editor/campaign/phase-commands.ts";
import { InstantField } from "../../../fields/InstantField.tsx";
import { formatDuration } from "../../../format/duration.ts";
import type { CampaignProps } from "../CampaignDrawing.tsx";
import type { ImpactState } from "../use-campaign-impact.ts";
import { AnnouncementSection } from "./AnnouncementSection.tsx";
import { ImpactSection } from "./ImpactSection.tsx";
import { PeopleSection } from "./PeopleSection.tsx";
import styles from "./phase.module.css";
import { RouteSection } from "./RouteSection.tsx";
import { RuleSection } from "./RuleSection.tsx";
import { TargetSection } from "./targets/TargetSection.tsx";
import { WorkflowSection } from "./WorkflowSection.tsx";

export interface PhaseProps extends CampaignProps {
  readonly phase: CampaignPhase;
}

export interface PhasePanelProps extends PhaseProps {
  readonly impact: ImpactState;
  readonly onSelect: (id: string) => void;
}

export function PhasePanel(props: PhasePanelProps) {
  const { t } = useTranslation();
  const { phase } = props;
  return (
    <section className={styles.panel} aria-label={t("campaign.phase.parts", { name: phaseName(phase) })}>
      <PhaseHead {...props} />
      <TargetSection {...props} />
      <ImpactSection {...props} />
      <div className={styles.pair}>
        <RuleSection {...props} />
        <RouteSection {...props} />
      </div>
      <div className={styles.pair}>
        <PeopleSection {...props} />
        <div className={styles.stack}>
          <AnnouncementSection {...props} />
          <WorkflowSection {...props} />
        </div>
      </div>
    </section>
  );
}

function PhaseHead({ document, phase, execute, session, readOnly }: PhasePanelProps) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const span = spanOf(phase);
  const name = phaseName(phase);
  const set = (edge: Edge) => (text: string | undefined) => {
    if (text === undefined) return;
    session.seal();
    execute(resizePhase({ id: phase.id, edge, at: Date.parse(text) }));
  };
  const remove = () =>
    void modal.confirm({
      title: t("campaign.phase.removeTitle", { name }),
      content: t("campaign.phase.removeText"),
      okText: t("campaign.phase.remove"),
      okButtonProps: { danger: true },
      onOk: () => void execute(removePhase(phase.id)),
    });
  return (
    <header className={styles.head}>
      <Input
        className={styles.name ?? ""}
        variant="filled"
        aria-label={t("campaign.phase.name")}
        disabled={readOnly}
        value={phase.name ?? ""}
        placeholder={phase.id}
        maxLength={100}
        onChange={({ target }) => execute(renamePhase(phase.id, target.value))}
        onBlur={() => session.seal()}
      />
      <span className={styles.times}>
        <InstantField
          aria-label={t("campaign.page.from")}
          disabled={readOnly}
          value={phase.from}
          onChange={set("from")}
        />
        <span aria-hidden="true">–</span>
        <InstantField
          aria-label={t("campaign.page.until")}
          disabled={readOnly}
          value={phase.until}
          onChange={set("until")}
        />
        <span className={styles.quiet}>
          {t("campaign.page.length", { length: formatDuration(span.until - span.from, t) })}
        </span>
      </span>
      {readOnly || document.spec.phases.length === 1 ? null : (
        <Button type="text" danger icon={<DeleteOutlined aria-hidden />} onClick={remove}>
          {t("campaign.phase.remove")}
        </Button>
      )}
    </header>
  );
}
