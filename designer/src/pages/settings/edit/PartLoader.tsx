/** Reads a part before it is edited: a skeleton while it comes, what went wrong when it does not. */
import type { Settings } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Answer } from "../../../client/request.ts";
import { type SettingsPart, settingsPartQuery } from "../../../client/settings.ts";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { SkeletonRows } from "../../../ui/SkeletonRows.tsx";
import styles from "../settings.module.css";

export interface PartLoaderProps<P extends SettingsPart> {
  readonly part: P;
  readonly children: (read: Answer<Settings[P]>) => ReactNode;
}

export function PartLoader<P extends SettingsPart>({ part, children }: PartLoaderProps<P>) {
  const query = useQuery(settingsPartQuery(part));
  if (query.data) return children(query.data as Answer<Settings[P]>);
  if (query.isError) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className={styles.loading}>
      <SkeletonRows rows={12} />
    </div>
  );
}
