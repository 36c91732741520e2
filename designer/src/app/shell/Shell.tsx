/** The frame of every page: rail, top bar, announcement, and the page itself. Only for those signed in. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, Outlet, useLocation } from "react-router";
import { meQuery } from "../../client/session.ts";
import { useLiveEvents } from "../../client/use-live-events.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { PageSkeleton } from "../PageSkeleton.tsx";
import { CommandPalette } from "../palette/CommandPalette.tsx";
import { useShortcut } from "../palette/use-shortcut.ts";
import { usePreferences } from "../preferences.ts";
import { ShortcutSheet } from "../shortcuts/ShortcutSheet.tsx";
import { useSheet } from "../shortcuts/use-sheet.ts";
import { AnnouncementBar } from "./AnnouncementBar.tsx";
import { Rail } from "./Rail.tsx";
import styles from "./shell.module.css";
import { TopBar } from "./TopBar.tsx";

export function Shell() {
  const me = useQuery(meQuery);
  const { pathname, search } = useLocation();
  if (me.isError) return <ErrorNotice error={me.error} onRetry={() => void me.refetch()} />;
  if (me.isPending) return <PageSkeleton />;
  if (me.data === null) {
    return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />;
  }
  return <SignedInShell />;
}

function SignedInShell() {
  const { t } = useTranslation();
  const line = useLiveEvents();
  const { railCollapsed } = usePreferences();
  const [paletteOpen, setPaletteOpen] = useState(false);
  const sheet = useSheet();
  useShortcut("k", () => setPaletteOpen(true));
  return (
    <div className={styles.shell} data-collapsed={railCollapsed}>
      <a className={styles.skip} href="#main">
        {t("shell.skip")}
      </a>
      <Rail />
      <TopBar line={line} onCommand={() => setPaletteOpen(true)} />
      <main id="main" className={styles.main} tabIndex={-1}>
        <AnnouncementBar />
        <Outlet />
      </main>
      <CommandPalette open={paletteOpen} onClose={() => setPaletteOpen(false)} onShortcuts={sheet.show} />
      <ShortcutSheet open={sheet.open} onClose={sheet.close} />
    </div>
  );
}
