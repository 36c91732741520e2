/** People × skills, written in place like a spreadsheet. */
import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Space } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { bundleQuery } from "../../../client/documents.ts";
import { inLanguage } from "../../../explain/names.ts";
import { Notice } from "../../../ui/Notice.tsx";
import { AgentFilters, type TabProps, useAgentFilter } from "../agents/AgentsTab.tsx";
import { filterAgents } from "../agents/agent-filter.ts";
import styles from "../people.module.css";
import { SkillDrawer } from "./SkillDrawer.tsx";
import { SkillGrid } from "./SkillGrid.tsx";
import { wantedSkills } from "./skill-grid.ts";
import { useLevels } from "./use-levels.ts";

const filters = ["q", "group"] as const;

export function SkillsTab({ house, leads }: TabProps) {
  const { t, i18n } = useTranslation();
  const { filter } = useAgentFilter();
  const [opened, setOpened] = useState<{ readonly key: string | null } | null>(null);
  const documents = useQuery(bundleQuery("live")).data;
  const levels = useLevels();
  const { q, group } = filter;
  const shown = useMemo(
    () => filterAgents(house.agents, { q, group, presence: undefined, skill: undefined }),
    [house.agents, q, group],
  );
  const wanted = useMemo(() => wantedSkills(documents ?? [], house.agents), [documents, house.agents]);
  const { lost } = levels;
  const skillName = (key: string | undefined) => {
    const found = house.skills.find((skill) => skill.key === key);
    return found ? inLanguage(found.label, i18n.language) : (key ?? "");
  };
  const level = (n: number) => (n === 0 ? t("people.skills.empty") : t("people.skills.level", { level: n }));
  return (
    <>
      <div className={styles.bar}>
        <AgentFilters house={house} only={filters} />
        <span className={styles.hint}>{leads ? t("people.skills.hint") : ""}</span>
        {leads ? (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpened({ key: null })}>
            {t("people.skills.add")}
          </Button>
        ) : null}
      </div>
      {lost ? (
        <Alert
          banner
          type="warning"
          title={t("people.skills.lost", {
            person: house.agents.find(({ id }) => id === lost.agent)?.name ?? lost.agent,
            skill: skillName(lost.skill),
            theirs: level(lost.theirs),
            mine: level(lost.mine),
          })}
          action={
            <Space>
              <Button size="small" onClick={() => levels.settle(true)}>
                {t("people.skills.useMine")}
              </Button>
              <Button size="small" onClick={() => levels.settle(false)}>
                {t("people.skills.useTheirs")}
              </Button>
            </Space>
          }
        />
      ) : null}
      {house.skills.length === 0 ? (
        <Notice title={t("people.skills.none")} text={t("people.skills.noneText")} drawing="empty" />
      ) : (
        <SkillGrid
          house={house}
          agents={shown}
          wanted={wanted}
          levels={levels}
          leads={leads}
          onOpen={(key) => setOpened({ key })}
        />
      )}
      {opened ? (
        <SkillDrawer house={house} skillKey={opened.key} leads={leads} onClose={() => setOpened(null)} />
      ) : null}
    </>
  );
}
