/** The page of working calendars. */
export const calendar = {
  lead: "哪些时间算数：营业时间、节假日、补班日。",
};
