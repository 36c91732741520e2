/** Ids → the names people gave them. What is not known is shown as its id, never hidden. */
import type { Catalog, Category, Channel, Group, Label, Shop, TicketField } from "@sluice/schemas";
import type { TFunction } from "i18next";
import type { AgentView, PoolView } from "../client/types.ts";
import { createDocumentNames, type DocumentNames } from "./document-names.ts";

/** Everything that names things; each list may still be loading. */
export interface NameSources {
  readonly agents?: readonly AgentView[] | undefined;
  readonly groups?: readonly Group[] | undefined;
  readonly pools?: readonly PoolView[] | undefined;
  readonly categories?: readonly Category[] | undefined;
  readonly channels?: readonly Channel[] | undefined;
  readonly fields?: readonly TicketField[] | undefined;
  readonly shops?: readonly Shop[] | undefined;
  readonly catalog?: Catalog | undefined;
}

type Name = (id: string) => string;

export interface Names extends DocumentNames {
  readonly agent: Name;
  readonly group: Name;
  readonly pool: Name;
  /** The leaf of the category's path. */
  readonly category: Name;
  readonly channel: Name;
  readonly shop: Name;
  readonly field: Name;
  readonly fact: Name;
  readonly operator: Name;
  readonly workflow: Name;
}

/** A label in the language in force. */
export const inLanguage = (label: Label, language: string): string =>
  language.startsWith("zh") ? label.zh : label.en;

function lookup(entries: Iterable<readonly [string, string]>, otherwise: Name = (id) => id): Name {
  const known = new Map(entries);
  return (id) => known.get(id) ?? otherwise(id);
}

/** Texts of ours for the words every workspace has; `undefined` where there is none. */
function ownText(t: TFunction, language: string, key: string): string | undefined {
  const text: string = t(key as "words.none", { lng: language, defaultValue: "" });
  return text === "" ? undefined : text;
}

/** The names for one language. */
export function createNames(sources: NameSources, t: TFunction, language: string): Names {
  const labelled = (items: readonly { key: string; label: Label }[] = []) =>
    items.map(({ key, label }) => [key, inLanguage(label, language)] as const);
  const byId = (items: readonly { id: string; label: Label }[] = []) =>
    items.map(({ id, label }) => [id, inLanguage(label, language)] as const);
  const field = lookup(labelled(sources.fields));
  const factOtherwise = (id: string) =>
    id.startsWith("ticket.fields.")
      ? field(id.slice("ticket.fields.".length))
      : (ownText(t, language, `why.fact.${id.replace(/\./g, "_")}`) ?? id);
  return {
    agent: lookup((sources.agents ?? []).map(({ id, name }) => [id, name] as const)),
    group: lookup(labelled(sources.groups)),
    pool: lookup((sources.pools ?? []).map(({ key, name }) => [key, name] as const)),
    category: lookup(byId(sources.categories)),
    channel: lookup(labelled(sources.channels), (id) => ownText(t, language, `words.channel.${id}`) ?? id),
    shop: lookup(labelled(sources.shops)),
    field,
    fact: lookup(byId(sources.catalog?.facts), factOtherwise),
    // A ticket's page knows those of its runs.
    workflow: (key) => key,
    // Decisions are read with `useDecisionNames`, which loads them.
    ...createDocumentNames([]),
    // Ours first: signs and short verbs read better inside a sentence than the catalog's full labels.
    operator: (id) =>
      ownText(t, language, `why.operator.${id}`) ?? lookup(byId(sources.catalog?.operators))(id),
  };
}
