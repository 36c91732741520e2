/** An entry of the audit log as a sentence: what was done to what. */
import type { TFunction } from "i18next";
import type { AuditEntry } from "../../../client/audit.ts";

/** Ids → names, for targets that are stored by id; what is unknown is called by its id. */
export interface AuditNames {
  readonly target: (kind: string, id: string) => string;
}

type Loose = { readonly [name: string]: unknown };

const isObject = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const textOf = (value: unknown, name: string): string => {
  const found = isObject(value) ? value[name] : undefined;
  return typeof found === "string" || typeof found === "number" ? String(found) : "";
};

/** `user:0198…` → `user`, `0198…`. */
export function splitTarget(target: string): readonly [kind: string, id: string] {
  const at = target.indexOf(":");
  return at < 0 ? [target, ""] : [target.slice(0, at), target.slice(at + 1)];
}

/** A name of the target that the entry itself tells. */
const ownName = ({ before, after }: AuditEntry): string => textOf(after, "name") || textOf(before, "name");

const word = (t: TFunction, key: string, otherwise: string): string =>
  t(`settings.audit.${key}` as "settings.audit.raw", { defaultValue: otherwise });

/** What the entry was about: `用户「小王」`. */
export function targetText(entry: AuditEntry, names: AuditNames, t: TFunction): string {
  const [kind, id] = splitTarget(entry.target);
  const kindWord = word(t, `kind.${kind.replaceAll("-", "_")}`, kind);
  if (kind === "settings") return word(t, `part.${id}`, id);
  const name = ownName(entry) || names.target(kind, id);
  return t("settings.audit.target", { kind: kindWord, name });
}

/** `发布了流程「退货」v3：调整分支`. An action without words of ours is told as it is. */
export function auditSentence(entry: AuditEntry, names: AuditNames, t: TFunction): string {
  const key = entry.action.replace(/[.-]/g, "_");
  const [, verb = entry.action] = entry.action.split(".");
  const target = targetText(entry, names, t);
  const sentence = t(`settings.audit.action.${key}` as "settings.audit.action.other", {
    target,
    revision: textOf(entry.after, "revision"),
    count: Number(textOf(entry.after, "total") || 0),
    defaultValue: "",
  });
  const plain = t(`settings.audit.verb.${verb}` as "settings.audit.verb.create", {
    target,
    defaultValue: "",
  });
  const said = sentence || plain || `${entry.action} ${target}`;
  const comment = textOf(entry.after, "comment");
  return comment === "" ? said : t("settings.audit.withComment", { said, comment });
}

/** `user:ops` → kind and name of who did it. */
export function actorText(actor: string, t: TFunction): string {
  const [kind, name] = splitTarget(actor);
  if (name === "") return word(t, `actor.${kind}`, actor);
  return kind === "user" ? name : `${name} (${word(t, `actor.${kind}`, kind)})`;
}
