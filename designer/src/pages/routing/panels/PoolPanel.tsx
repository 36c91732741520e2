/** A pool's rules, and what leads to it, beside the lanes. */
import { DeleteOutlined } from "@ant-design/icons";
import { Button, Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { removePool } from "../../../editor/routing/pool-commands.ts";
import { poolUses } from "../../../editor/routing/pool-uses.ts";
import { useRoutingEditor } from "../routing-editor.ts";
import { poolName } from "../words.ts";
import { PoolForm } from "./PoolForm.tsx";
import styles from "./panels.module.css";

export function PoolPanel() {
  const { t } = useTranslation();
  const { document, panel, open, session, execute, readOnly } = useRoutingEditor();
  const { spec } = document;
  const key = panel?.type === "pool" && Object.hasOwn(spec.pools, panel.pool) ? panel.pool : undefined;
  const pool = key === undefined ? undefined : spec.pools[key];
  const close = () => {
    session.seal();
    open(null);
  };
  return (
    <Drawer
      open={pool !== undefined}
      onClose={close}
      size={480}
      mask={false}
      title={key === undefined ? "" : poolName(spec, key)}
      destroyOnHidden
      extra={
        key === undefined || readOnly ? null : (
          <Button
            size="small"
            danger
            icon={<DeleteOutlined aria-hidden />}
            onClick={() => {
              if (execute(removePool(key))) open(null);
            }}
          >
            {t("routing.pools.remove")}
          </Button>
        )
      }
    >
      {key === undefined || pool === undefined ? null : (
        <div className={styles.form}>
          <PoolForm poolKey={key} pool={pool} />
          <Uses pool={key} />
        </div>
      )}
    </Drawer>
  );
}

function Uses({ pool }: { pool: string }) {
  const { t } = useTranslation();
  const { document, ask } = useRoutingEditor();
  const uses = poolUses(document.spec, pool);
  return (
    <div className={styles.field}>
      <span>{t("routing.pools.uses")}</span>
      {uses.length === 0 ? <p className={styles.sentence}>{t("routing.pools.unused")}</p> : null}
      <div className={styles.uses}>
        {uses.map(({ type, name, path }) => (
          <button key={path} type="button" onClick={() => ask(path)}>
            {type === "fallback"
              ? t("routing.pools.usedByFallback")
              : t("routing.pools.usedByStep", { route: name })}
          </button>
        ))}
      </div>
    </div>
  );
}
