/** A circle of seats, taken or free, with the next taken one after any place: 32 seats a word, a word of words above. */

const bits = 5;
const mask = 31;

/** Index of the lowest set bit of a word that is not zero. */
const lowest = (word: number): number => 31 - Math.clz32(word & -word);

/** Seats are numbered from 0. Setting and finding cost one word per level: O(log₃₂ n). */
export class SeatCircle {
  /** Level 0 has a bit per seat; a bit of a higher level says that its word below is not empty. */
  readonly #levels: Uint32Array[] = [];

  constructor(seats: number) {
    let words = Math.max(1, seats);
    do {
      words = Math.ceil(words / 32);
      this.#levels.push(new Uint32Array(words));
    } while (words > 1);
  }

  set(seat: number, isTaken: boolean): void {
    let at = seat;
    let isSet = isTaken;
    for (const level of this.#levels) {
      const index = at >>> bits;
      const before = level[index] ?? 0;
      const after = isSet ? before | (1 << (at & mask)) : before & ~(1 << (at & mask));
      level[index] = after;
      if ((before === 0) === (after === 0)) return;
      isSet = after !== 0;
      at = index;
    }
  }

  /** The first taken seat from `seat` on, without coming round; −1 when there is none. */
  from(seat: number): number {
    let at = seat;
    for (const [height, level] of this.#levels.entries()) {
      const index = at >>> bits;
      if (index >= level.length) return -1;
      const word = (level[index] ?? 0) & (-1 << (at & mask));
      if (word !== 0) return this.#descend(height, index * 32 + lowest(word));
      at = index + 1;
    }
    return -1;
  }

  /** The taken seats from `start` on and round, at most `limit`. */
  leaders(start: number, limit: number): number[] {
    const found: number[] = [];
    const collect = (first: number, end: number) => {
      for (let seat = this.from(first); seat >= 0 && seat < end; seat = this.from(seat + 1)) {
        if (found.length >= limit) return;
        found.push(seat);
      }
    };
    collect(start, Number.POSITIVE_INFINITY);
    collect(0, start);
    return found;
  }

  #descend(height: number, at: number): number {
    let seat = at;
    for (let level = height - 1; level >= 0; level -= 1)
      seat = seat * 32 + lowest(this.#levels[level]?.[seat] ?? 1);
    return seat;
  }
}
