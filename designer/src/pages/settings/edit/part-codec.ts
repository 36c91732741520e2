/** How a part of the settings is edited: between what is stored and the draft, and what is wrong with a draft. */
import type { Category, Channel, Settings, Shop, TicketField, Workspace } from "@sluice/schemas";
import type { SettingsPart } from "../../../client/settings.ts";
import { slugOf } from "../categories/category-edit.ts";
import { type Fault, keyFaults, labelFaults } from "./faults.ts";
import { fromRows, type Rows, toRows } from "./rows.ts";

export interface PartCodec<P extends SettingsPart, D> {
  readonly part: P;
  toDraft(value: Settings[P]): D;
  fromDraft(draft: D): Settings[P];
  /** Without what only repeats a default: the api fills those in, and they are no difference. */
  plain(value: Settings[P]): Settings[P];
  /** The draft once it is stored: nothing in it is new any more. */
  stored(draft: D): D;
  faultsOf(draft: D): readonly Fault[];
  /** The draft's rows where it is a list. */
  rowsOf(draft: D): Rows<unknown> | null;
}

type ListPart = "fields" | "categories" | "channels" | "shops";

function listCodec<P extends ListPart, T>(
  part: P,
  faultsOf: (rows: Rows<T>) => readonly Fault[],
  plain: (item: T) => T = (item) => item,
): PartCodec<P, Rows<T>> {
  return {
    part,
    toDraft: (value) => toRows(value as unknown as readonly T[]),
    fromDraft: (rows) => fromRows(rows) as unknown as Settings[P],
    plain: (value) => (value as unknown as readonly T[]).map(plain) as unknown as Settings[P],
    stored: (rows) => rows.map((row) => ({ ...row, fresh: false })),
    faultsOf,
    rowsOf: (rows) => rows,
  };
}

const keyOf = ({ key }: { readonly key: string }): string => key;

function optionFaults(uid: string, { type, options = [] }: TicketField): readonly Fault[] {
  if (type !== "select" && type !== "multiselect") return [];
  if (options.length === 0) return [{ uid, place: "/options", code: "options" }];
  const values = options.map(({ value }) => value);
  return options.flatMap((option, at): readonly Fault[] => {
    const place = `/options/${at}/value`;
    const own: readonly Fault[] =
      option.value === ""
        ? [{ uid, place, code: "required" }]
        : values.indexOf(option.value) < at
          ? [{ uid, place, code: "duplicate" }]
          : [];
    return [...own, ...labelFaults(uid, option, `/options/${at}`)];
  });
}

const plainField = ({ required, ...field }: TicketField): TicketField =>
  required ? { ...field, required } : field;

export const fieldsCodec = listCodec<"fields", TicketField>(
  "fields",
  (rows) => [
    ...keyFaults(rows, keyOf, "/key", "fieldKey"),
    ...rows.flatMap(({ uid, item }) => [...labelFaults(uid, item), ...optionFaults(uid, item)]),
  ],
  plainField,
);

const plainCategory = ({ formFields = [], ...category }: Category): Category =>
  formFields.length > 0 ? { ...category, formFields } : category;

export const categoriesCodec = listCodec<"categories", Category>(
  "categories",
  (rows) => [
    ...keyFaults(rows, ({ id }) => id, "/id", null),
    ...rows.flatMap(({ uid, item }) => [
      ...(/^[a-z0-9][a-z0-9-]*$/.test(slugOf(item.id)) ? [] : [{ uid, place: "/id", code: "slug" } as const]),
      ...labelFaults(uid, item),
    ]),
  ],
  plainCategory,
);

export const channelsCodec = listCodec<"channels", Channel>("channels", (rows) => [
  ...keyFaults(rows, keyOf, "/key", "key"),
  ...rows.flatMap(({ uid, item }) => labelFaults(uid, item)),
]);

export const shopsCodec = listCodec<"shops", Shop>("shops", (rows) => [
  ...keyFaults(rows, keyOf, "/key", null),
  ...rows.flatMap(({ uid, item }) => labelFaults(uid, item)),
]);

export const workspaceCodec: PartCodec<"workspace", Workspace> = {
  part: "workspace",
  toDraft: (value) => value,
  fromDraft: (draft) => draft,
  plain: (value) => value,
  stored: (draft) => draft,
  faultsOf: ({ name }) => (name.trim() === "" ? [{ uid: "", place: "/name", code: "required" }] : []),
  rowsOf: () => null,
};
