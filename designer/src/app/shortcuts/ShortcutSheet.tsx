/** The shortcut sheet: every key, by where it holds. Opened by `?` or from the command palette. */
import { Modal } from "antd";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import styles from "./sheet.module.css";
import { keyName, type ShortcutGroup, shortcutGroups } from "./shortcuts.ts";

export function ShortcutSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      open={open}
      title={t("shell.shortcuts.title")}
      onCancel={onClose}
      footer={null}
      width={720}
      destroyOnHidden
    >
      <div className={styles.sheet}>
        {shortcutGroups.map((group) => (
          <Group key={group.place} {...group} />
        ))}
      </div>
    </Modal>
  );
}

function Group({ place, shortcuts }: ShortcutGroup) {
  const { t } = useTranslation();
  const mac = /Mac|iPhone|iPad/.test(navigator.userAgent);
  return (
    <section className={styles.group} data-place={place}>
      <h3>{t(`shell.shortcuts.places.${place}`)}</h3>
      <dl>
        {shortcuts.map(({ name, keys }) => (
          <div key={name}>
            <dt>{t(`shell.shortcuts.keys.${name}`)}</dt>
            <dd>
              {keys.map((key) => (
                <Fragment key={key}>
                  <kbd>{keyName(key, mac)}</kbd>{" "}
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
