/** The page of working calendars. */
export const calendar = {
  lead: "Which time counts: open hours, holidays, make-up workdays.",
};
