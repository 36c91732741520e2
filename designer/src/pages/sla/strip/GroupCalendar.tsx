/** The calendar of a tier's column: the policy's, or one of its own. */
import { Select } from "antd";
import type { DrawingProps } from "../../../document/drawing.ts";
import { type CellAddress, groupCalendar } from "../../../editor/sla/cells.ts";
import { setGroupCalendar } from "../../../editor/sla/target-commands.ts";
import { tierOf } from "../../../editor/sla/tier.ts";
import { calendarName, type FaceContext, tierName } from "../matrix/cell-face.ts";

export interface GroupCalendarProps {
  readonly address: CellAddress;
  readonly context: FaceContext;
  readonly execute: DrawingProps<"sla">["execute"];
  readonly readOnly: boolean;
}

export function GroupCalendar({ address, context, execute, readOnly }: GroupCalendarProps) {
  const { spec, calendars, t } = context;
  const tier = tierOf(spec, address.tier);
  if (!tier) return null;
  const own = groupCalendar(tier, address.column);
  const column = address.column === "*" ? t("sla.everyColumn") : address.column;
  const group = `${tierName(spec, tier.id, t)} · ${column}`;
  const general = t("sla.cell.policyCalendar", { calendar: calendarName(calendars, spec.calendar) });
  const missing = own !== undefined && !calendars.has(own) ? [{ value: own, label: own }] : [];
  return (
    <Select
      size="small"
      style={{ width: 220 }}
      aria-label={t("sla.cell.calendarOf", { group })}
      disabled={readOnly}
      value={own ?? ""}
      options={[
        { value: "", label: general },
        ...[...calendars.values()].map(({ key, name }) => ({ value: key, label: name })),
        ...missing,
      ]}
      onChange={(key) => execute(setGroupCalendar(tier.id, address.column, key === "" ? undefined : key))}
    />
  );
}
