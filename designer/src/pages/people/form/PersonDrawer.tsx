/** The frame of the forms of groups, skills and shifts: fields, delete, cancel, save. */
import { Button, Drawer } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { SkeletonRows } from "../../../ui/SkeletonRows.tsx";
import styles from "./form.module.css";
import type { LabelFault } from "./LabelFields.tsx";

/** What the frame needs of a form. */
interface AnyForm {
  readonly ready: boolean;
  readonly error: unknown;
  readonly saving: boolean;
  readonly save: () => Promise<boolean>;
}

export interface PersonDrawerProps {
  readonly title: string;
  readonly form: AnyForm;
  readonly isNew: boolean;
  readonly leads: boolean;
  readonly fault: LabelFault | undefined;
  /** Asks, then deletes. */
  readonly onRemove: () => void;
  readonly onSaved: () => void | Promise<void>;
  readonly onClose: () => void;
  readonly children: (shown: LabelFault | undefined) => ReactNode;
}

export function PersonDrawer(props: PersonDrawerProps) {
  const { t } = useTranslation();
  const { title, form, isNew, leads, fault, onRemove, onSaved, onClose, children } = props;
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (fault === undefined && (await form.save())) await onSaved();
  };
  const footer = (
    <div className={styles.foot}>
      {isNew ? (
        <span />
      ) : (
        <Button danger type="text" onClick={onRemove}>
          {t("people.remove")}
        </Button>
      )}
      <Button onClick={onClose}>{t("people.cancel")}</Button>
      <Button type="primary" loading={form.saving} disabled={!form.ready} onClick={() => void submit()}>
        {t(isNew ? "people.create" : "people.save")}
      </Button>
    </div>
  );
  return (
    <Drawer open size={480} onClose={onClose} title={title} footer={leads ? footer : null}>
      {form.error ? <ErrorNotice error={form.error} /> : null}
      {form.ready || form.error ? null : <SkeletonRows rows={8} />}
      {form.ready ? (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          {children(tried ? fault : undefined)}
          <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
        </form>
      ) : null}
    </Drawer>
  );
}
