/**
 * Editing one part of the settings: a draft over what was read, saved whole under its tag. A lost race shows what is
 * true now beside what was typed; nothing typed is lost, and nothing is saved that was not seen.
 */
import type { Settings } from "@sluice/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, isConflict } from "../../../client/errors.ts";
import { queryKeys } from "../../../client/query-keys.ts";
import type { Answer } from "../../../client/request.ts";
import { fetchSettings, putSettings, type SettingsPart } from "../../../client/settings.ts";
import { isSame } from "../../../document/is-same.ts";
import { errorText } from "../../../ui/error-text.ts";
import { type Fault, placeProblems } from "./faults.ts";
import type { PartCodec } from "./part-codec.ts";

export interface PartEdit<P extends SettingsPart, D> {
  readonly part: P;
  readonly draft: D;
  set(draft: D): void;
  readonly dirty: boolean;
  readonly saving: boolean;
  /** What was read last, or saved. */
  readonly base: Settings[P];
  readonly mine: Settings[P];
  readonly faults: readonly Fault[];
  save(): Promise<void>;
  discard(): void;
  /** What somebody else has saved meanwhile. */
  readonly theirs: Settings[P] | null;
  /** Goes on from what they saved, with `value` as the draft. */
  settle(value: Settings[P]): void;
}

/** The api's faults, each with the row it was told of: a row that was changed since has been answered to. */
interface Told {
  readonly faults: readonly Fault[];
  readonly items: ReadonlyMap<string, unknown>;
}

const nothingTold: Told = { faults: [], items: new Map() };

function useSaved(part: SettingsPart) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  return () => {
    void message.success(t("settings.saved"));
    void client.invalidateQueries({ queryKey: queryKeys.settings(part), refetchType: "active" });
    void client.invalidateQueries({ queryKey: queryKeys.catalog });
  };
}

export function usePartEdit<P extends SettingsPart, D>(
  codec: PartCodec<P, D>,
  answer: Answer<Settings[P]>,
): PartEdit<P, D> {
  const { part } = codec;
  const plain = ({ value, etag }: typeof answer) => ({ value: codec.plain(value), etag });
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const [base, setBase] = useState(() => plain(answer));
  const [draft, setDraft] = useState(() => codec.toDraft(base.value));
  const [checked, setChecked] = useState(false);
  const [saving, setSaving] = useState(false);
  const [told, setTold] = useState(nothingTold);
  const [theirs, setTheirs] = useState<Answer<Settings[P]> | null>(null);
  const saved = useSaved(part);

  const itemOf = (uid: string): unknown =>
    codec.rowsOf(draft)?.find((row) => row.uid === uid)?.item ?? (uid === "" ? draft : undefined);
  const mine = codec.fromDraft(draft);
  const found = codec.faultsOf(draft);

  const begin = (now: Answer<Settings[P]>, next: D) => {
    setBase(now);
    setDraft(next);
    setTheirs(null);
    setTold(nothingTold);
    setChecked(false);
  };

  const refuse = async (error: unknown) => {
    if (isConflict(error)) return setTheirs(plain(await fetchSettings(part)));
    const problems = error instanceof ApiError ? error.errors : [];
    const { placed, rest } = placeProblems(problems, codec.rowsOf(draft));
    setTold({ faults: placed, items: new Map(placed.map(({ uid }) => [uid, itemOf(uid)])) });
    const text = rest[0]?.message ?? errorText(error, t, i18n.language);
    void message.error(placed.length > 0 ? t("settings.faulty", { count: placed.length }) : text, 6);
  };

  const save = async () => {
    setChecked(true);
    if (found.length > 0) return void message.error(t("settings.faulty", { count: found.length }), 6);
    setSaving(true);
    try {
      begin(plain(await putSettings(part, mine, base.etag)), codec.stored(draft));
      saved();
    } catch (error) {
      await refuse(error);
    } finally {
      setSaving(false);
    }
  };

  return {
    part,
    draft,
    set: setDraft,
    dirty: !isSame(mine, base.value),
    saving,
    base: base.value,
    mine,
    faults: [
      ...(checked ? found : []),
      ...told.faults.filter(({ uid }) => told.items.get(uid) === itemOf(uid)),
    ],
    save,
    discard: () => begin(base, codec.toDraft(base.value)),
    theirs: theirs?.value ?? null,
    settle: (value) => {
      if (theirs) begin(theirs, codec.toDraft(value));
    },
  };
}
