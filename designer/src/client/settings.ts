/** The parts of the settings, each read with its tag and put whole under it. */
import type { Settings } from "@sluice/schemas";
import { queryOptions } from "@tanstack/react-query";
import { queryKeys } from "./query-keys.ts";
import { type Answer, requestWithTag } from "./request.ts";

export type SettingsPart = keyof Settings;

/** One part as it is stored, with the tag that a change must carry. */
export const fetchSettings = <P extends SettingsPart>(
  part: P,
  signal?: AbortSignal,
): Promise<Answer<Settings[P]>> => requestWithTag(`/settings/${part}`, { signal });

/** Asked for anew each time that the part is opened: what is edited must be what is true. */
export const settingsPartQuery = <P extends SettingsPart>(part: P) =>
  queryOptions({
    queryKey: queryKeys.settingsPart(part),
    queryFn: ({ signal }) => fetchSettings(part, signal),
    staleTime: 0,
    gcTime: 0,
  });

/** @throws ApiError 412 where it was changed since it was read, 422 with the place of each fault. */
export const putSettings = <P extends SettingsPart>(
  part: P,
  value: Settings[P],
  ifMatch: string | null,
): Promise<Answer<Settings[P]>> =>
  requestWithTag(`/settings/${part}`, {
    method: "PUT",
    body: value,
    ...(ifMatch === null ? {} : { ifMatch }),
  });
