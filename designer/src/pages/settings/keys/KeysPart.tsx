/** Keys for programs: what each may touch, when it was used last, until when it is good. */
import { PlusOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ApiKeyView, apiKeysQuery, revokeApiKey } from "../../../client/api-keys.ts";
import { queryKeys } from "../../../client/query-keys.ts";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { errorText } from "../../../ui/error-text.ts";
import { Notice } from "../../../ui/Notice.tsx";
import { SkeletonRows } from "../../../ui/SkeletonRows.tsx";
import styles from "../settings.module.css";
import { SecretOnce } from "../users/SecretOnce.tsx";
import { KeyTable } from "./KeyTable.tsx";
import { NewKey } from "./NewKey.tsx";

/** Revoking cannot be taken back; it is asked about. */
function useRevoke(): (key: ApiKeyView) => void {
  const { t, i18n } = useTranslation();
  const { modal, message } = App.useApp();
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: revokeApiKey,
    onSuccess: () => void message.success(t("settings.key.revoked")),
    onError: (error) => void message.error(errorText(error, t, i18n.language), 6),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.apiKeys }),
  });
  return ({ id, name }) =>
    void modal.confirm({
      title: t("settings.key.revokeTitle", { name }),
      content: t("settings.key.revokeText"),
      okText: t("settings.key.revoke"),
      cancelText: t("settings.cancel"),
      okButtonProps: { danger: true },
      onOk: () => revoke.mutateAsync(id).catch(() => undefined),
    });
}

type Made = { readonly name: string; readonly key: string };

export function KeysPart() {
  const { t } = useTranslation();
  const query = useQuery(apiKeysQuery);
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const revoke = useRevoke();
  const keys = query.data?.items;
  return (
    <div className={styles.part}>
      <div className={styles.bar}>
        <p>{t("settings.lead.keys")}</p>
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setMaking(true)}>
          {t("settings.add.key")}
        </Button>
      </div>
      {query.isError ? <ErrorNotice error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? (
        <div className={styles.loading}>
          <SkeletonRows rows={6} />
        </div>
      ) : null}
      {keys?.length === 0 ? (
        <Notice title={t("settings.none.key")} text={t("settings.key.emptyText")} drawing="empty">
          <Button onClick={() => setMaking(true)}>{t("settings.add.key")}</Button>
        </Notice>
      ) : null}
      {keys && keys.length > 0 ? (
        <div className={styles.content}>
          <KeyTable keys={keys} onRevoke={revoke} />
        </div>
      ) : null}
      {making ? (
        <NewKey
          onClose={() => setMaking(false)}
          onMade={(key) => {
            setMaking(false);
            setMade(key);
          }}
        />
      ) : null}
      {made ? (
        <SecretOnce
          title={t("settings.key.secret", { name: made.name })}
          secret={made.key}
          onClose={() => setMade(null)}
        />
      ) : null}
    </div>
  );
}
