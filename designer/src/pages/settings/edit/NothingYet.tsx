/** A part of the settings that holds nothing yet: what it is for, and the way to begin. */
import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Notice } from "../../../ui/Notice.tsx";

export interface NothingYetProps {
  readonly kind: "field" | "category";
  readonly readOnly: boolean;
  readonly onAdd: () => void;
}

export function NothingYet({ kind, readOnly, onAdd }: NothingYetProps) {
  const { t } = useTranslation();
  return (
    <Notice title={t(`settings.none.${kind}`)} text={t(`settings.none.${kind}Text`)} drawing="empty">
      {readOnly ? null : (
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={onAdd}>
          {t(`settings.add.${kind}`)}
        </Button>
      )}
    </Notice>
  );
}
