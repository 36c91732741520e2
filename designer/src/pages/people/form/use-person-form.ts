/**
 * One agent, group, skill or shift being edited. It is saved under the tag it was read with: where somebody else was
 * faster, what they changed alone is taken over, what both changed is shown beside what was typed, and nothing typed
 * is lost.
 */
import { useQuery } from "@tanstack/react-query";
import { App } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, isConflict } from "../../../client/errors.ts";
import { createPerson, type PeopleKind, type PeopleKinds, putPerson } from "../../../client/people.ts";
import type { Answer } from "../../../client/request.ts";
import { errorText } from "../../../ui/error-text.ts";
import { useRefreshPeople } from "../use-people.ts";
import { mergeFields } from "./merge-fields.ts";

export interface PersonFormOptions<K extends PeopleKind> {
  readonly kind: K;
  /** Whom to edit; `null` for a new one, which begins with `initial`. */
  readonly key: string | null;
  readonly initial: PeopleKinds[K];
  readonly fetch: (key: string) => Promise<Answer<PeopleKinds[K]>>;
}

/** What somebody else made of the fields that both changed. */
export interface Clash<T> {
  readonly theirs: T;
  readonly fields: readonly (keyof T & string)[];
}

export interface PersonForm<T> {
  readonly value: T;
  readonly set: (change: Partial<T>) => void;
  /** Without it. */
  readonly unset: (field: keyof T) => void;
  readonly ready: boolean;
  readonly error: unknown;
  readonly clash: Clash<T> | null;
  readonly takeTheirs: (field: keyof T & string) => void;
  readonly saving: boolean;
  /** True once it is stored. */
  readonly save: () => Promise<boolean>;
}

interface Standing<T> {
  readonly base: T;
  readonly etag: string | null;
}

export function usePersonForm<K extends PeopleKind>(
  options: PersonFormOptions<K>,
): PersonForm<PeopleKinds[K]> {
  type T = PeopleKinds[K];
  const { kind, key, initial, fetch } = options;
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const refresh = useRefreshPeople();
  const [value, setValue] = useState<T>(initial);
  const [standing, setStanding] = useState<Standing<T> | null>(
    key === null ? { base: initial, etag: null } : null,
  );
  const [clash, setClash] = useState<Clash<T> | null>(null);
  const [saving, setSaving] = useState(false);
  const read = useQuery({
    queryKey: ["people-form", kind, key],
    queryFn: () => fetch(key ?? ""),
    enabled: key !== null,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    if (!read.data || standing !== null) return;
    setStanding({ base: read.data.value, etag: read.data.etag });
    setValue(read.data.value);
  }, [read.data, standing]);

  async function meet(): Promise<void> {
    if (key === null || standing === null) return;
    const { value: theirs, etag } = await fetch(key);
    const { merged, clashes } = mergeFields(standing.base, value, theirs);
    setStanding({ base: theirs, etag });
    setValue(merged);
    setClash(clashes.length > 0 ? { theirs, fields: clashes } : null);
    if (clashes.length === 0) void message.info(t("people.agent.conflict"));
  }

  async function save(): Promise<boolean> {
    setSaving(true);
    try {
      if (key === null) await createPerson(kind, value);
      else await putPerson(kind, key, value, standing?.etag ?? null);
      void refresh();
      return true;
    } catch (error) {
      if (isConflict(error)) await meet();
      else void message.error(problemText(error), 6);
      return false;
    } finally {
      setSaving(false);
    }
  }

  const problemText = (error: unknown): string =>
    error instanceof ApiError && error.code === "resource.exists"
      ? t("people.agent.idTaken")
      : (error instanceof ApiError && error.errors[0]?.message) || errorText(error, t, i18n.language);

  return {
    value,
    set: (change) => setValue((now) => ({ ...now, ...change })),
    unset: (field) =>
      setValue((now) => {
        const { [field]: _, ...rest } = now;
        return rest as T;
      }),
    ready: standing !== null,
    error: read.error,
    clash,
    takeTheirs(field) {
      if (!clash) return;
      setValue((now) => ({ ...now, [field]: clash.theirs[field] }));
      const fields = clash.fields.filter((each) => each !== field);
      setClash(fields.length > 0 ? { ...clash, fields } : null);
    },
    saving,
    save,
  };
}
