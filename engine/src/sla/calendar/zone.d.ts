export interface Zone {
    /** Epoch ms → wall ms. */
    toWall(at: number): number;
    /** Wall ms → epoch ms. */
    fromWall(wall: number): number;
}
/** Whether the zone database knows the zone; a fixed offset such as `+08:00` counts. */
export declare function isTimeZone(timezone: string): boolean;
/** A zone with its offsets looked up once a year. The zone must be known (`isTimeZone`). */
export declare function createZone(timezone: string): Zone;
