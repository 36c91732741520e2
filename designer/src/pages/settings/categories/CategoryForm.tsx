/** One category: its names, its part of the id, who owns it, which fields its tickets ask for. */
import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import type { Category } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { fieldsQuery, groupsQuery } from "../../../client/workspace.ts";
import { inLanguage } from "../../../explain/names.ts";
import { useNames } from "../../../explain/use-names.ts";
import type { Fault } from "../edit/faults.ts";
import { LabelInputs } from "../edit/LabelInputs.tsx";
import { Labelled, useFaultText } from "../edit/Labelled.tsx";
import type { Row } from "../edit/rows.ts";
import { Uses } from "../edit/UseList.tsx";
import { useRemove } from "../edit/use-remove.tsx";
import styles from "../settings.module.css";
import {
  branchOf,
  type CategoryRows,
  type Destination,
  parentIdOf,
  parentOf,
  slugOf,
} from "./category-edit.ts";
import { MoveButtons } from "./MoveButtons.tsx";

export interface CategoryFormProps {
  readonly rows: CategoryRows;
  readonly row: Row<Category>;
  readonly faults: readonly Fault[];
  readonly readOnly: boolean;
  readonly onChange: (category: Category) => void;
  readonly onSlug: (slug: string) => void;
  readonly onAdd: (parent: Row<Category> | undefined, after?: Row<Category>) => void;
  readonly onMove: (to: Destination) => void;
  readonly onRemove: () => void;
}

/** What is empty is left out, as the schema wants it. */
function withOwner({ ownerGroup: _, ...rest }: Category, ownerGroup: string | undefined): Category {
  return ownerGroup === undefined ? rest : { ...rest, ownerGroup };
}
function withFields({ formFields: _, ...rest }: Category, formFields: string[]): Category {
  return formFields.length === 0 ? rest : { ...rest, formFields };
}

export function CategoryForm(props: CategoryFormProps) {
  const { row, faults, readOnly, onChange, onSlug } = props;
  const { t, i18n } = useTranslation();
  const { uid, item, fresh } = row;
  const faultText = useFaultText(faults);
  const faultAt = (place: string) => faultText(uid, place);
  const name = inLanguage(item.label, i18n.language) || t("settings.unnamed");
  const parent = parentIdOf(item.id);
  return (
    <section className={styles.form} aria-label={name}>
      <header>
        <h2>{name}</h2>
        {readOnly ? null : <Tools {...props} name={name} />}
      </header>
      <LabelInputs
        value={item.label}
        onChange={(label) => onChange({ ...item, label })}
        faultAt={faultAt}
        readOnly={readOnly}
        focus={fresh && item.label.zh === ""}
      />
      <Labelled
        label={t("settings.category.id")}
        hint={t(fresh ? "settings.category.idHint" : "settings.keyFixed")}
        fault={faultAt("/id")}
      >
        {(attributes) => (
          <Input
            {...attributes}
            {...(parent === "" ? {} : { prefix: <span className={styles.prefix}>{parent}.</span> })}
            maxLength={60}
            disabled={readOnly}
            readOnly={!fresh}
            variant={fresh ? "outlined" : "filled"}
            value={slugOf(item.id)}
            onChange={({ target }) => onSlug(target.value.replaceAll(".", ""))}
          />
        )}
      </Labelled>
      <Details item={item} onChange={onChange} faultAt={faultAt} readOnly={readOnly} />
      {fresh ? null : <Uses target={{ kind: "category", key: item.id }} />}
    </section>
  );
}

interface DetailsProps {
  readonly item: Category;
  readonly onChange: (category: Category) => void;
  readonly faultAt: (place: string) => string | undefined;
  readonly readOnly: boolean;
}

function Details({ item, onChange, faultAt, readOnly }: DetailsProps) {
  const { t } = useTranslation();
  const names = useNames();
  const groups = useQuery(groupsQuery).data?.items ?? [];
  const fields = useQuery(fieldsQuery).data?.items ?? [];
  return (
    <div className={styles.pair}>
      <Labelled
        label={t("settings.place.ownerGroup")}
        hint={t("settings.category.ownerHint")}
        fault={faultAt("/ownerGroup")}
      >
        {(attributes) => (
          <Select
            {...attributes}
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            disabled={readOnly}
            placeholder={t("settings.category.noOwner")}
            value={item.ownerGroup ?? null}
            options={groups.map(({ key }) => ({ value: key, label: names.group(key) }))}
            onChange={(group: string | null | undefined) => onChange(withOwner(item, group ?? undefined))}
          />
        )}
      </Labelled>
      <Labelled
        label={t("settings.place.formFields")}
        hint={t("settings.category.fieldsHint")}
        fault={faultAt("/formFields")}
      >
        {(attributes) => (
          <Select<string[]>
            {...attributes}
            mode="multiple"
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            disabled={readOnly}
            placeholder={t("settings.category.noFields")}
            value={[...(item.formFields ?? [])]}
            options={fields.map(({ key }) => ({ value: key, label: names.field(key) }))}
            onChange={(keys) => onChange(withFields(item, keys))}
          />
        )}
      </Labelled>
    </div>
  );
}

function Tools({ rows, row, onAdd, onMove, onRemove, name }: CategoryFormProps & { readonly name: string }) {
  const { t } = useTranslation();
  const askRemove = useRemove();
  const below = branchOf(rows, row).length - 1;
  const remove = () =>
    void askRemove({
      target: row.fresh && below === 0 ? null : { kind: "category", key: row.item.id },
      name,
      ...(below > 0 ? { note: t("settings.category.below", { count: below }) } : {}),
      remove: onRemove,
    });
  return (
    <>
      <MoveButtons rows={rows} row={row} onMove={onMove} />
      <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => onAdd(row)}>
        {t("settings.category.addChild")}
      </Button>
      <Button
        size="small"
        icon={<PlusOutlined aria-hidden />}
        onClick={() => onAdd(parentOf(rows, row), row)}
      >
        {t("settings.category.addSibling")}
      </Button>
      <Button
        size="small"
        danger
        type="text"
        icon={<DeleteOutlined aria-hidden />}
        aria-label={t("settings.remove.button", { name })}
        title={t("settings.remove.button", { name })}
        onClick={remove}
      />
    </>
  );
}
