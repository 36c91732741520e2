/** A tier's name and condition, beside the matrix. */
import type { SlaTier } from "@sluice/schemas";
import { Button, Drawer, Input } from "antd";
import { useTranslation } from "react-i18next";
import { ConditionBuilder } from "../../conditions/ConditionBuilder.tsx";
import { conditionSentence } from "../../conditions/condition-sentence.ts";
import { useVocabulary } from "../../conditions/vocabulary-context.tsx";
import type { DrawingProps } from "../../document/drawing.ts";
import { findingsBelow } from "../../document/findings-below.ts";
import { tierOf } from "../../editor/sla/tier.ts";
import { renameTier, setTierWhen } from "../../editor/sla/tier-commands.ts";
import { asSentence } from "../../explain/in-sentence.ts";
import styles from "./tier-panel.module.css";

export interface TierPanelProps extends DrawingProps<"sla"> {
  /** The tier; none = closed. */
  readonly id: string | undefined;
  readonly onClose: () => void;
}

export function TierPanel(props: TierPanelProps) {
  const { t } = useTranslation();
  const { id, document, onClose, session } = props;
  const tier = id === undefined ? undefined : tierOf(document.spec, id);
  const place = document.spec.tiers.findIndex((each) => each.id === id);
  const close = () => {
    session.seal();
    onClose();
  };
  return (
    <Drawer
      open={tier !== undefined}
      onClose={close}
      size={640}
      title={t("sla.tiers.order", { place: place + 1 })}
      destroyOnHidden
      extra={
        <Button type="primary" onClick={close}>
          {t("sla.tiers.close")}
        </Button>
      }
    >
      {tier ? <TierForm {...props} tier={tier} place={place} /> : null}
    </Drawer>
  );
}

function TierForm({
  tier,
  place,
  execute,
  readOnly,
  findings,
}: TierPanelProps & { tier: SlaTier; place: number }) {
  const { t, i18n } = useTranslation();
  const vocabulary = useVocabulary();
  const { id, name = "", when } = tier;
  return (
    <div className={styles.form}>
      <div className={styles.field}>
        <label htmlFor="sla-tier-name">{t("sla.tiers.name")}</label>
        <Input
          id="sla-tier-name"
          value={name}
          disabled={readOnly}
          placeholder={t("sla.tiers.unnamed")}
          onChange={({ target }) => execute(renameTier(id, target.value))}
        />
      </div>
      <div className={styles.field}>
        <span id="sla-tier-who">{t("sla.tiers.who")}</span>
        <ConditionBuilder
          value={when}
          onChange={(next) => execute(setTierWhen(id, next))}
          place="sla"
          findings={findingsBelow(findings, `/spec/tiers/${place}/when`)}
          disabled={readOnly}
          aria-labelledby="sla-tier-who"
        />
        <p className={styles.sentence}>
          {when ? asSentence(conditionSentence(when, vocabulary, i18n.language)) : t("sla.tiers.always")}
        </p>
        <small>{t("sla.tiers.whoHint")}</small>
      </div>
    </div>
  );
}
