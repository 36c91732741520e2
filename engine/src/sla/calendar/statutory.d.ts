/** What a date (`YYYY-MM-DD`) is by the arrangement: closed, worked in place of another day (补班日), or neither. */
export declare function statutoryDay(date: string): "holiday" | "make-up-workday" | undefined;
/** The last year with data, for a warning in the designer when a calendar looks beyond it. */
export declare const statutoryDataUntil: number;
