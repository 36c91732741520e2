/** Moves the whole campaign, phases and all, by a day or an hour. */
import { Button, Space } from "antd";
import { useTranslation } from "react-i18next";
import { shiftAll } from "../../../editor/campaign/window-commands.ts";
import type { CampaignProps } from "../CampaignDrawing.tsx";

const hour = 3_600_000;
const shifts = [
  { key: "campaign.page.shiftDay", ms: -24 * hour, sign: "−" },
  { key: "campaign.page.shiftHour", ms: -hour, sign: "−" },
  { key: "campaign.page.shiftHour", ms: hour, sign: "+" },
  { key: "campaign.page.shiftDay", ms: 24 * hour, sign: "+" },
] as const;

export function ShiftButtons({ session, execute }: Pick<CampaignProps, "session" | "execute">) {
  const { t } = useTranslation();
  return (
    <>
      <span id="campaign-shift">{t("campaign.page.shift")}</span>
      <Space.Compact size="small" role="group" aria-labelledby="campaign-shift">
        {shifts.map(({ key, ms, sign }) => (
          <Button
            key={ms}
            onClick={() => {
              session.seal();
              execute(shiftAll(ms));
            }}
          >
            {t(key, { sign })}
          </Button>
        ))}
      </Space.Compact>
    </>
  );
}
