/** Narrows the log to who did it or what it was done to. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { apiKeysQuery } from "../../../client/api-keys.ts";
import type { AuditFilter } from "../../../client/audit.ts";
import { bundleQuery } from "../../../client/documents.ts";
import { usersQuery } from "../../../client/users.ts";
import { agentsQuery, groupsQuery } from "../../../client/workspace.ts";
import { useNames } from "../../../explain/use-names.ts";
import styles from "../settings.module.css";
import { actorText, splitTarget } from "./audit-sentence.ts";

export interface AuditFiltersProps {
  readonly filter: AuditFilter;
  readonly onChange: (name: "actor" | "target", value: string | null) => void;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** What is chosen stays to be read, also where no list names it any more. */
const withChosen = (options: readonly Option[], chosen: string | null, label: string): Option[] =>
  chosen === null || options.some(({ value }) => value === chosen)
    ? [...options]
    : [{ value: chosen, label }, ...options];

function useActors(): readonly Option[] {
  const { t } = useTranslation();
  const users = useQuery(usersQuery).data?.items ?? [];
  const keys = useQuery(apiKeysQuery).data?.items ?? [];
  const actors = [
    ...users.map(({ name }) => `user:${name}`),
    ...keys.map(({ name }) => `key:${name}`),
    "bootstrap",
  ];
  return [...new Set(actors)].map((value) => ({ value, label: actorText(value, t) }));
}

function useTargets() {
  const { t } = useTranslation();
  const names = useNames();
  const users = useQuery(usersQuery).data?.items ?? [];
  const keys = useQuery(apiKeysQuery).data?.items ?? [];
  const documents = useQuery(bundleQuery("current")).data ?? [];
  const agents = useQuery(agentsQuery).data?.items ?? [];
  const groups = useQuery(groupsQuery).data?.items ?? [];
  const parts = ["fields", "categories", "shops", "channels", "workspace"] as const;
  return [
    {
      label: t("settings.audit.kind.settings"),
      options: parts.map((part) => ({ value: `settings:${part}`, label: t(`settings.audit.part.${part}`) })),
    },
    {
      label: t("settings.audit.documents"),
      options: documents.map(({ kind, key, name }) => ({
        value: `${kind}:${key}`,
        label: `${t(`document.kind.${kind}`)} · ${name}`,
      })),
    },
    {
      label: t("settings.audit.kind.user"),
      options: users.map(({ id, name }) => ({ value: `user:${id}`, label: name })),
    },
    {
      label: t("settings.audit.kind.api_key"),
      options: keys.map(({ id, name }) => ({ value: `api-key:${id}`, label: name })),
    },
    {
      label: t("settings.audit.kind.group"),
      options: groups.map(({ key }) => ({ value: `group:${key}`, label: names.group(key) })),
    },
    {
      label: t("settings.audit.kind.agent"),
      options: agents.map(({ id, name }) => ({ value: `agent:${id}`, label: name })),
    },
  ].filter(({ options }) => options.length > 0);
}

export function AuditFilters({ filter: { actor, target }, onChange }: AuditFiltersProps) {
  const { t } = useTranslation();
  const actors = useActors();
  const targets = useTargets();
  const named =
    target !== null && targets.some(({ options }) => options.some(({ value }) => value === target));
  const look = {
    className: styles.find ?? "",
    allowClear: true,
    showSearch: { optionFilterProp: "label" },
    popupMatchSelectWidth: 280,
  };
  return (
    <>
      <Select
        {...look}
        aria-label={t("settings.audit.who")}
        placeholder={t("settings.audit.who")}
        value={actor}
        options={withChosen(actors, actor, actor === null ? "" : actorText(actor, t))}
        onChange={(next: string | null | undefined) => onChange("actor", next ?? null)}
      />
      <Select
        {...look}
        aria-label={t("settings.audit.what")}
        placeholder={t("settings.audit.what")}
        value={target}
        options={[
          ...(target === null || named ? [] : [{ value: target, label: splitTarget(target).join(" · ") }]),
          ...targets,
        ]}
        onChange={(next: string | null | undefined) => onChange("target", next ?? null)}
      />
    </>
  );
}
