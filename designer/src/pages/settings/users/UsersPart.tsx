/** Who may sign in, as what, and as which agent. */
import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type UserView, usersQuery } from "../../../client/users.ts";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { SkeletonRows } from "../../../ui/SkeletonRows.tsx";
import styles from "../settings.module.css";
import { EditUser } from "./EditUser.tsx";
import { NewUser } from "./NewUser.tsx";
import { ResetPassword } from "./ResetPassword.tsx";
import { SecretOnce } from "./SecretOnce.tsx";
import { UserTable } from "./UserTable.tsx";

export type UserAct =
  | { readonly do: "new" }
  | { readonly do: "edit" | "password"; readonly user: UserView }
  | { readonly do: "show"; readonly name: string; readonly secret: string };

export function UsersPart() {
  const { t } = useTranslation();
  const query = useQuery(usersQuery);
  const [act, setAct] = useState<UserAct | null>(null);
  const [typed, setTyped] = useState("");
  const close = () => setAct(null);
  const users = (query.data?.items ?? []).filter(({ name, agentId }) =>
    `${name} ${agentId ?? ""}`.toLowerCase().includes(typed.toLowerCase().trim()),
  );
  return (
    <div className={styles.part}>
      <div className={styles.bar}>
        <p>{t("settings.lead.users")}</p>
        <Input.Search
          className={styles.find ?? ""}
          allowClear
          aria-label={t("settings.user.find")}
          placeholder={t("settings.user.find")}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAct({ do: "new" })}>
          {t("settings.add.user")}
        </Button>
      </div>
      {query.isPending ? (
        <div className={styles.loading}>
          <SkeletonRows rows={10} />
        </div>
      ) : query.data ? (
        <div className={styles.content}>
          <UserTable users={users} onAct={setAct} />
        </div>
      ) : (
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      )}
      {act?.do === "new" ? <NewUser onClose={close} onMade={setAct} /> : null}
      {act?.do === "edit" ? <EditUser user={act.user} onClose={close} /> : null}
      {act?.do === "password" ? <ResetPassword user={act.user} onClose={close} onMade={setAct} /> : null}
      {act?.do === "show" ? (
        <SecretOnce
          title={t("settings.user.secret", { name: act.name })}
          secret={act.secret}
          onClose={close}
        />
      ) : null}
    </div>
  );
}
