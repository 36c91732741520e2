/** One agent: presence changed in place, load of both kinds, and copy and hand-over one click away. */
import { CopyOutlined, SwapOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { AgentView } from "../../../client/types.ts";
import { inLanguage } from "../../../explain/names.ts";
import { LoadBar } from "../../../ui/LoadBar.tsx";
import { loadOf } from "../load.ts";
import styles from "../people.module.css";
import type { AgentTableProps } from "./AgentTable.tsx";
import { PresenceSelect } from "./PresenceSelect.tsx";

export interface AgentRowProps extends AgentTableProps {
  readonly agent: AgentView;
  readonly row: number;
}

/** Skills that a row names; the others are counted. */
const mostSkills = 4;

export function AgentRow(props: AgentRowProps) {
  const { t } = useTranslation();
  const { agent, row, leads, onOpen, onHandOver } = props;
  const { id, name } = agent;
  return (
    <tr aria-rowindex={row + 2} data-agent={id}>
      <th scope="row" className={styles.person}>
        <button
          type="button"
          aria-label={t(leads ? "people.agents.edit" : "people.look", { name })}
          onClick={() => onOpen({ type: "edit", id })}
        >
          {name}
        </button>
        <small>
          {id}
          <Roles {...props} />
        </small>
      </th>
      <td>
        <PresenceSelect agent={agent} disabled={!leads} />
      </td>
      <td>
        <Loads agent={agent} />
      </td>
      <td className={styles.clip}>
        <Names keys={agent.groups} of={props.house.groups} />
      </td>
      <td className={styles.skills}>
        <Skills {...props} />
      </td>
      <td className={styles.clip}>
        {agent.shifts?.length ? (
          <Names keys={agent.shifts} of={props.house.shifts} />
        ) : (
          <span className={styles.quiet}>{t("people.agents.always")}</span>
        )}
      </td>
      <td className={styles.tools}>
        {leads ? (
          <>
            <Button
              size="small"
              icon={<CopyOutlined aria-hidden />}
              aria-label={t("people.agents.copyOf", { name })}
              title={t("people.agents.copyOf", { name })}
              onClick={() => onOpen({ type: "copy", id })}
            >
              {t("people.agents.copy")}
            </Button>
            <Button
              size="small"
              icon={<SwapOutlined aria-hidden />}
              aria-label={t("people.agents.handOverOf", { name })}
              title={t("people.agents.handOverOf", { name })}
              onClick={() => onHandOver(id)}
            >
              {t("people.agents.handOver")}
            </Button>
          </>
        ) : null}
      </td>
    </tr>
  );
}

function Roles({ agent, house }: AgentRowProps) {
  const { t } = useTranslation();
  const leads = house.groups.some(({ lead }) => lead === agent.id);
  const directs = house.groups.some(({ director }) => director === agent.id);
  return (
    <>
      {leads ? ` · ${t("people.agents.lead")}` : ""}
      {directs ? ` · ${t("people.agents.director")}` : ""}
    </>
  );
}

function Loads({ agent }: { agent: AgentView }) {
  const { t } = useTranslation();
  const { id, name, capacity } = agent;
  return (
    <Link
      to={`/tickets?assignee=${encodeURIComponent(id)}`}
      className={styles.loads ?? ""}
      aria-label={`${t("people.loadOf", { name })}: ${t("people.agents.chat")} ${loadOf(agent, "chat")}/${capacity.chat}, ${t("people.agents.ticket")} ${loadOf(agent, "ticket")}/${capacity.ticket}`}
    >
      {(["chat", "ticket"] as const).map((kind) => (
        <span key={kind} className={styles.kind}>
          <small>{t(`people.agents.${kind}`)}</small>
          <LoadBar
            load={loadOf(agent, kind)}
            capacity={capacity[kind]}
            label={`${name} ${t(`people.agents.${kind}`)}`}
          />
        </span>
      ))}
    </Link>
  );
}

interface NamesProps {
  readonly keys: readonly string[];
  readonly of: readonly { readonly key: string; readonly label: { zh: string; en: string } }[];
}

function Names({ keys, of }: NamesProps) {
  const { i18n } = useTranslation();
  const text = keys
    .map((key) => {
      const found = of.find((each) => each.key === key);
      return found ? inLanguage(found.label, i18n.language) : key;
    })
    .join(i18n.language.startsWith("zh") ? "\u3001" : ", ");
  return <span title={text}>{text}</span>;
}

function Skills({ agent, house }: AgentRowProps) {
  const { t, i18n } = useTranslation();
  const owned = Object.entries(agent.skills ?? {}).sort(([, a], [, b]) => b - a);
  const say = ([key, level]: [string, number]) => {
    const found = house.skills.find((skill) => skill.key === key);
    return `${found ? inLanguage(found.label, i18n.language) : key} ${level}`;
  };
  const hidden = owned.length - mostSkills;
  return (
    <span title={owned.map(say).join(" · ")}>
      {owned.slice(0, mostSkills).map((skill, index) => (
        <Fragment key={skill[0]}>
          {index > 0 ? " " : ""}
          <i>
            {say(skill)}
            {index < Math.min(owned.length, mostSkills) - 1 ? " ·" : ""}
          </i>
        </Fragment>
      ))}
      {hidden > 0 ? <small> {t("people.agents.more", { count: hidden })}</small> : null}
    </span>
  );
}
