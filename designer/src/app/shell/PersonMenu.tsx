/** Who is signed in, whether they take tickets now, and the way out. */
import { DownOutlined } from "@ant-design/icons";
import type { Presence } from "@sluice/schemas";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Dropdown, type MenuProps } from "antd";
import { useTranslation } from "react-i18next";
import { queryKeys } from "../../client/query-keys.ts";
import { meQuery, setPresence } from "../../client/session.ts";
import type { Me } from "../../client/types.ts";
import { presenceList } from "../../client/vocabulary.ts";
import { agentsQuery } from "../../client/workspace.ts";
import { useSignOut } from "../use-sign-out.ts";
import styles from "./shell.module.css";

export function PersonMenu() {
  const me = useQuery(meQuery).data;
  return me ? <MenuOf me={me} /> : null;
}

function usePresence(me: Me) {
  const client = useQueryClient();
  const agents = useQuery({ ...agentsQuery, enabled: me.agentId !== null });
  const change = useMutation({
    mutationFn: (presence: Presence) => setPresence(me.agentId ?? "", presence),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.agents }),
  });
  return { presence: agents.data?.items.find(({ id }) => id === me.agentId)?.presence, change };
}

function MenuOf({ me }: { me: Me }) {
  const { t } = useTranslation();
  const signOut = useSignOut();
  const { presence, change } = usePresence(me);
  const presenceItems: MenuProps["items"] = [
    {
      type: "group",
      label: t("shell.person.presence"),
      children: presenceList.map((key) => ({
        key,
        label: <PresenceMark presence={key} />,
      })),
    },
    { type: "divider" },
  ];
  const menu: MenuProps = {
    selectable: true,
    selectedKeys: presence ? [presence] : [],
    items: [
      ...(me.agentId === null ? [] : presenceItems),
      { key: "sign-out", label: t("shell.person.signOut") },
    ],
    onClick: ({ key }) => {
      const chosen = presenceList.find((item) => item === key);
      if (chosen) change.mutate(chosen);
      else void signOut();
    },
  };
  return (
    <Dropdown menu={menu} trigger={["click"]} placement="bottomRight">
      <Button type="text" size="small" aria-label={t("shell.person.menu", { name: me.name })}>
        {presence ? <span className={styles.presence} data-presence={presence} aria-hidden="true" /> : null}
        {me.name}
        <DownOutlined aria-hidden style={{ fontSize: 10 }} />
      </Button>
    </Dropdown>
  );
}

function PresenceMark({ presence }: { presence: Presence }) {
  const { t } = useTranslation();
  return (
    <span className={styles.presenceItem}>
      <span className={styles.presence} data-presence={presence} aria-hidden="true" />
      {t(`words.presence.${presence}`)}
    </span>
  );
}
