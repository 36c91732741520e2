/** How many tickets agents may hold, group by group, and who joins a group while the phase lasts. */
import type { RoutingOverlay } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import { InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { documentsQuery } from "../../../client/documents.ts";
import { useVocabulary, useVocabularyNames } from "../../../conditions/vocabulary-context.tsx";
import { setCapacities, setCapacity, setMembers } from "../../../editor/campaign/phase-part-commands.ts";
import type { PhaseProps } from "./PhasePanel.tsx";
import { PhaseSection } from "./PhaseSection.tsx";
import styles from "./phase.module.css";

/** The policies that the phase speaks of; the house's first where it speaks of none. */
export function usePolicies({ phase }: Pick<PhaseProps, "phase">): readonly { key: string; name: string }[] {
  const known = useQuery(documentsQuery("routing")).data ?? [];
  const named = (phase.routing ?? []).map(({ policy }) => policy);
  const keys = named.length > 0 ? named : known.slice(0, 1).map(({ key }) => key);
  return [...new Set(keys)].map((key) => ({
    key,
    name: known.find((each) => each.key === key)?.name ?? key,
  }));
}

export function PeopleSection(props: PhaseProps) {
  const { t } = useTranslation();
  const policies = usePolicies(props);
  return (
    <PhaseSection
      {...props}
      part="routing"
      title={t("campaign.people.title")}
      hint={t("campaign.people.hint")}
    >
      {policies.length === 0 ? <p className={styles.quiet}>{t("campaign.people.noPolicy")}</p> : null}
      {policies.map(({ key, name }) => (
        <PolicyPeople key={key} {...props} policy={key} title={policies.length > 1 ? name : undefined} />
      ))}
    </PhaseSection>
  );
}

interface PolicyPeopleProps extends PhaseProps {
  readonly policy: string;
  readonly title: string | undefined;
}

function PolicyPeople(props: PolicyPeopleProps) {
  const { phase, policy, title, execute, readOnly } = props;
  const { t } = useTranslation();
  const { groups } = useVocabulary();
  const overlay = phase.routing?.find((each) => each.policy === policy) ?? { policy };
  const keys = groups.map(({ key }) => key);
  const factors = new Set(keys.map((key) => overlay.capacity?.[key]));
  const [same] = factors;
  return (
    <table className={styles.people}>
      {title === undefined ? null : <caption>{title}</caption>}
      <thead>
        <tr>
          <th>{t("campaign.people.group")}</th>
          <th>{t("campaign.people.capacity")}</th>
          <th>{t("campaign.people.members")}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>{t("campaign.people.all")}</td>
          <td>
            <Factor
              label={t("campaign.people.capacityOf", { group: t("campaign.people.all") })}
              value={factors.size === 1 ? same : undefined}
              disabled={readOnly}
              onChange={(factor) => execute(setCapacities(phase.id, policy, keys, factor))}
            />
          </td>
          <td />
        </tr>
        {keys.map((group) => (
          <GroupRow key={group} {...props} group={group} overlay={overlay} />
        ))}
      </tbody>
    </table>
  );
}

interface GroupRowProps extends PolicyPeopleProps {
  readonly group: string;
  readonly overlay: RoutingOverlay;
}

function GroupRow({ phase, policy, group, overlay, execute, readOnly }: GroupRowProps) {
  const { t } = useTranslation();
  const { agents } = useVocabulary();
  const name = useVocabularyNames().group(group);
  const own = agents.filter(({ groups }) => groups.includes(group)).map(({ id }) => id);
  const extra = overlay.members?.[group] ?? [];
  return (
    <tr>
      <td>
        {name} <small>{t("campaign.people.base", { count: own.length })}</small>
      </td>
      <td>
        <Factor
          label={t("campaign.people.capacityOf", { group: name })}
          value={overlay.capacity?.[group]}
          disabled={readOnly}
          onChange={(factor) => execute(setCapacity(phase.id, policy, group, factor))}
        />
      </td>
      <td>
        <Select
          mode="multiple"
          size="small"
          variant={extra.length > 0 ? "outlined" : "borderless"}
          className={styles.wide ?? ""}
          aria-label={t("campaign.people.membersOf", { group: name })}
          placeholder={t("campaign.people.choose")}
          disabled={readOnly}
          value={[...extra]}
          showSearch={{ optionFilterProp: "label" }}
          options={agents
            .filter(({ id }) => extra.includes(id) || !own.includes(id))
            .map(({ id, name: agent }) => ({ value: id, label: agent }))}
          onChange={(next: string[]) => execute(setMembers(phase.id, policy, group, next))}
        />
      </td>
    </tr>
  );
}

interface FactorProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly disabled: boolean;
  readonly onChange: (factor: number | undefined) => void;
}

function Factor({ label, value, disabled, onChange }: FactorProps) {
  return (
    <InputNumber
      size="small"
      className={styles.factor ?? ""}
      aria-label={label}
      disabled={disabled}
      min={0.1}
      max={20}
      step={0.1}
      placeholder="1"
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}
