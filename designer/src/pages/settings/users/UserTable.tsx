/** Users as a table, each with what can be done to them. */
import { EllipsisOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { queryKeys } from "../../../client/query-keys.ts";
import { meQuery } from "../../../client/session.ts";
import { changeUser, type UserView } from "../../../client/users.ts";
import { useNames } from "../../../explain/use-names.ts";
import { errorText } from "../../../ui/error-text.ts";
import { Instant } from "../../../ui/Instant.tsx";
import styles from "../settings.module.css";
import type { UserAct } from "./UsersPart.tsx";

export interface UserTableProps {
  readonly users: readonly UserView[];
  readonly onAct: (act: UserAct) => void;
}

export function UserTable({ users, onAct }: UserTableProps) {
  const { t } = useTranslation();
  const names = useNames();
  const me = useQuery(meQuery).data;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {(["name", "role", "agent", "state", "created"] as const).map((column) => (
            <th key={column} scope="col">
              {t(`settings.user.${column}`)}
            </th>
          ))}
          <th>
            <span className="visually-hidden">{t("settings.user.actions")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <tr key={user.id} data-off={user.disabled}>
            <td>
              <strong>{user.name}</strong>
              {user.id === me?.id ? <span className={styles.mark}>{t("settings.user.you")}</span> : null}
            </td>
            <td>{t(`settings.role.${user.role}`)}</td>
            <td>{user.agentId ? names.agent(user.agentId) : <span className={styles.quiet}>—</span>}</td>
            <td>
              <span className={styles.state} data-on={!user.disabled}>
                {t(user.disabled ? "settings.user.disabled" : "settings.user.active")}
              </span>
            </td>
            <td className={styles.quiet}>
              <Instant at={user.createdAt} />
            </td>
            <td>
              <UserMenu user={user} onAct={onAct} />
            </td>
          </tr>
        ))}
        {users.length === 0 ? (
          <tr>
            <td colSpan={6} className={styles.nothing}>
              {t("settings.none.user")}
            </td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

/** Disabling signs somebody out at once; it is asked about. */
function useDisable(user: UserView) {
  const { t, i18n } = useTranslation();
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: () => changeUser(user.id, { disabled: !user.disabled }),
    onSuccess: () => void message.success(t("settings.saved")),
    onError: (error) => void message.error(errorText(error, t, i18n.language), 6),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.users }),
  });
  return () => {
    if (user.disabled) return change.mutate();
    modal.confirm({
      title: t("settings.user.disableTitle", { name: user.name }),
      content: t("settings.user.disableText"),
      okText: t("settings.user.disable"),
      cancelText: t("settings.cancel"),
      okButtonProps: { danger: true },
      onOk: () => change.mutateAsync().catch(() => undefined),
    });
  };
}

function UserMenu({ user, onAct }: { user: UserView; onAct: UserTableProps["onAct"] }) {
  const { t } = useTranslation();
  const toggle = useDisable(user);
  const items = [
    { key: "edit", label: t("settings.user.edit"), onClick: () => onAct({ do: "edit", user }) },
    { key: "password", label: t("settings.user.reset"), onClick: () => onAct({ do: "password", user }) },
    {
      key: "disable",
      danger: !user.disabled,
      label: t(user.disabled ? "settings.user.enable" : "settings.user.disable"),
      onClick: toggle,
    },
  ];
  return (
    <Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight">
      <Button
        type="text"
        size="small"
        icon={<EllipsisOutlined aria-hidden />}
        aria-label={t("settings.user.more", { name: user.name })}
      />
    </Dropdown>
  );
}
