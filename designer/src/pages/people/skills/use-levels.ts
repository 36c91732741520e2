/** Typed levels: shown at once, stored one after the other, and asked about where somebody else was faster. */
import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AgentView, Items } from "../../../client/types.ts";
import { agentsQuery } from "../../../client/workspace.ts";
import { errorText } from "../../../ui/error-text.ts";
import { changeAgent } from "../change-agent.ts";
import { useRefreshPeople } from "../use-people.ts";
import { levelOf, withLevel } from "./skill-grid.ts";

/** Somebody else changed the cell since it was shown. */
export interface LostCell {
  readonly agent: string;
  readonly skill: string;
  readonly mine: number;
  readonly theirs: number;
}

export interface Levels {
  readonly lost: LostCell | null;
  /** Cells on their way, as `agent skill`. */
  readonly saving: ReadonlySet<string>;
  readonly set: (agent: AgentView, skill: string, level: number) => void;
  readonly settle: (mine: boolean) => void;
}

export const cellName = (agent: string, skill: string): string => `${agent} ${skill}`;

export function useLevels(): Levels {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const refresh = useRefreshPeople();
  const [lost, setLost] = useState<LostCell | null>(null);
  const [saving, setSaving] = useState<ReadonlySet<string>>(new Set());

  const show = (agent: string, skill: string, level: number) =>
    client.setQueryData<Items<AgentView>>(agentsQuery.queryKey, (now) =>
      now === undefined
        ? now
        : {
            ...now,
            items: now.items.map((one) =>
              one.id === agent ? { ...one, ...withLevel(one, skill, level) } : one,
            ),
          },
    );
  const mark = (name: string, on: boolean) =>
    setSaving((now) => {
      const next = new Set(now);
      if (on) next.add(name);
      else next.delete(name);
      return next;
    });

  async function store(agent: string, skill: string, level: number, seen: number | null): Promise<void> {
    const name = cellName(agent, skill);
    mark(name, true);
    show(agent, skill, level);
    try {
      await changeAgent(agent, (stored) => {
        const theirs = levelOf(stored, skill);
        if (theirs === level) return null;
        if (seen !== null && theirs !== seen) {
          setLost({ agent, skill, mine: level, theirs });
          show(agent, skill, theirs);
          return null;
        }
        return withLevel(stored, skill, level);
      });
    } catch (error) {
      void message.error(errorText(error, t, i18n.language), 6);
      await refresh();
    } finally {
      mark(name, false);
    }
  }

  return {
    lost,
    saving,
    set(agent, skill, level) {
      const seen = levelOf(agent, skill);
      if (seen !== level) void store(agent.id, skill, level, seen);
    },
    settle(mine) {
      if (lost && mine) void store(lost.agent, lost.skill, lost.mine, null);
      setLost(null);
    },
  };
}
