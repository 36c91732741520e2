/** An instant in the workspace's zone; the whole of it on hover. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { workspaceQuery } from "../client/workspace.ts";
import { defaultZone, formatInstant, formatInstantFully, formatRelative } from "../format/instant.ts";
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

/** `relative` shows `3 分前` instead of the time of day. */
export function Instant({ at, relative = false }: { at: string; relative?: boolean }) {
  const { t, i18n } = useTranslation();
  const zone = useZone();
  const now = useNowEvery(10_000);
  return (
    <time dateTime={at} title={formatInstantFully(at, i18n.language, zone)}>
      {relative ? formatRelative(at, now, t) : formatInstant(at, i18n.language, zone, now)}
    </time>
  );
}
