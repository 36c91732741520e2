/** Places inside the settings in words: the item by its name, and what of it. */
import type { TFunction } from "i18next";
import { inLanguage } from "../../../explain/names.ts";

interface Item {
  readonly key?: string;
  readonly id?: string;
  readonly label?: { readonly zh: string; readonly en: string };
}

/** What an item of a list is known by; `undefined` for what is no item. */
export const itemKey = (item: unknown): string | undefined => {
  const { key, id } = (item ?? {}) as Item;
  return key ?? id;
};

function itemName(item: unknown, language: string): string {
  const { label } = (item ?? {}) as Item;
  return (label && inLanguage(label, language)) || itemKey(item) || "";
}

/** `/label/zh` → `中文名`; a property without a word of ours is called as it is. */
function partName(rest: string, t: TFunction): string {
  const name = rest.split("/").filter(Boolean).slice(0, 2).join("_");
  const first = name.split("_", 1)[0] ?? "";
  const word = (key: string): string =>
    key === "" ? "" : t(`settings.place.${key}` as "settings.place.key", { defaultValue: "" });
  return word(name) || word(first) || first;
}

const joined = (...parts: readonly string[]): string => parts.filter(Boolean).join(" · ");

/** A JSON pointer into the value of a part. */
export function placeName(value: unknown, path: string, t: TFunction, language: string): string {
  if (!Array.isArray(value)) return partName(path, t);
  const [, at = "", rest = ""] = /^\/(\d+)(.*)$/.exec(path) ?? [];
  return joined(itemName(value[Number(at)], language), partName(rest, t));
}

/** A clash's place, `/[key]/label/zh`: the item is called as it is now, or as it was when it is gone. */
export function clashName(
  theirs: unknown,
  mine: unknown,
  place: string,
  t: TFunction,
  language: string,
): string {
  const [, key, rest = ""] = /^\/\[([^\]]*)\](.*)$/.exec(place) ?? [];
  if (key === undefined) return partName(place, t);
  if (key === "") return t("settings.place.order");
  const items = [theirs, mine].flatMap((value) => (Array.isArray(value) ? value : []));
  return joined(
    itemName(
      items.find((item) => itemKey(item) === key),
      language,
    ) || key,
    partName(rest, t),
  );
}
