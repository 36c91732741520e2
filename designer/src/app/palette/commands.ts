/** Everything the command palette can do by name. */
import type { TFunction } from "i18next";
import type { Me } from "../../client/types.ts";
import { toggleLanguage } from "../language-choice.ts";
import { pagesFor } from "../pages.tsx";
import { getPreferences, setPreferences, type ThemeChoice } from "../preferences.ts";

export interface Command {
  readonly id: string;
  readonly group: string;
  readonly text: string;
  /** Shown quietly at the end of the line. */
  readonly meta?: string;
  readonly run: () => void;
}

export interface CommandContext {
  readonly t: TFunction;
  readonly go: (path: string) => void;
  readonly me: Me | null;
  readonly theme: ThemeChoice;
  readonly signOut: () => void;
  readonly showShortcuts: () => void;
}

function placesOf({ t, go, me }: CommandContext): readonly Command[] {
  const group = t("shell.command.go");
  const place = (id: string, text: string, path: string): Command => ({
    id,
    group,
    text,
    run: () => go(path),
  });
  return [
    ...pagesFor(me).map(({ id, path }) => place(id, t(`shell.commands.${id}`), path)),
    ...((me?.agentId ?? null) === null
      ? []
      : [place("mine", t("shell.commands.mine"), `/tickets?view=mine`)]),
    place("breached", t("shell.commands.breached"), "/tickets?view=breached"),
    place("at-risk", t("shell.commands.atRisk"), "/tickets?view=atRisk"),
  ];
}

function actionsOf({ t, go, theme, signOut, showShortcuts }: CommandContext): readonly Command[] {
  const group = t("shell.command.do");
  const action = (id: string, text: string, run: () => void): Command => ({ id, group, text, run });
  return [
    action("new-ticket", t("shell.commands.newTicket"), () => go("/tickets?new=1")),
    action("theme", t("shell.commands.theme"), () =>
      setPreferences({ theme: theme === "dark" ? "light" : "dark" }),
    ),
    action("language", t("shell.commands.language"), toggleLanguage),
    action("rail", t("shell.commands.rail"), () =>
      setPreferences({ railCollapsed: !getPreferences().railCollapsed }),
    ),
    action("shortcuts", t("shell.commands.shortcuts"), showShortcuts),
    action("sign-out", t("shell.commands.signOut"), signOut),
  ];
}

/** The commands whose words hold every word typed. */
export function matchingCommands(context: CommandContext, typed: string): readonly Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return [...placesOf(context), ...actionsOf(context)].filter(({ text, id }) =>
    words.every((word) => `${text} ${id}`.toLowerCase().includes(word)),
  );
}
