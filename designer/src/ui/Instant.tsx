/** An instant in the workspace's zone; the whole of it on hover. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { workspaceQuery } from "../client/workspace.ts";
import {
  defaultZone,
  formatInstant,
  formatInstantFully,
  formatRelative,
  formatTime,
} from "../format/instant.ts";
import { useNowEvery } from "./use-now.ts";

/** The workspace's zone; Shanghai until it is known. */
export const useZone = (): string => useQuery(workspaceQuery).data?.timezone ?? defaultZone;

/** Formats instants of the moment's language and zone. */
export function useInstantText(): (at: number | string) => string {
  const { i18n } = useTranslation();
  const zone = useZone();
  const now = useNowEvery(60_000);
  return (at) => formatInstant(at, i18n.language, zone, now);
}

export type InstantForm = "short" | "relative" | "time";

/** `short` names the day unless it is today, `relative` is `3 分前`, `time` stands under a day's heading. */
export function Instant({ at, form = "short" }: { at: string; form?: InstantForm }) {
  const { t, i18n } = useTranslation();
  const zone = useZone();
  const now = useNowEvery(10_000);
  const texts: Record<InstantForm, () => string> = {
    short: () => formatInstant(at, i18n.language, zone, now),
    relative: () => formatRelative(at, now, t),
    time: () => formatTime(at, i18n.language, zone),
  };
  return (
    <time dateTime={at} title={formatInstantFully(at, i18n.language, zone)}>
      {texts[form]()}
    </time>
  );
}
