/**
 * A tournament over fixed seats: each node holds the seat that wins below it, so the best is at the root and a
 * change of one seat is played again on its way up. The comparison may be any total order.
 */

const nobody = -1;

/** Inserts by order into a list that keeps at most `limit`. */
function insert(
  list: number[],
  node: number,
  limit: number,
  isBefore: (a: number, b: number) => boolean,
): void {
  const last = list[list.length - 1];
  if (last !== undefined && list.length >= limit && !isBefore(node, last)) return;
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(list[middle] ?? 0, node)) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, node);
  if (list.length > limit) list.pop();
}

/** Seats are numbered from 0; `isBetter(a, b)` compares two taken seats and must be a strict total order. */
export class WinnerTree {
  readonly #width: number;
  readonly #winners: Int32Array;
  readonly #isBetter: (a: number, b: number) => boolean;

  constructor(seats: number, isBetter: (a: number, b: number) => boolean) {
    this.#width = 2 ** Math.ceil(Math.log2(Math.max(1, seats)));
    this.#winners = new Int32Array(2 * this.#width).fill(nobody);
    this.#isBetter = isBetter;
  }

  /** Sets every seat at once. O(n). */
  fill(isTaken: (seat: number) => boolean, seats: number): void {
    for (let seat = 0; seat < seats; seat += 1)
      this.#winners[this.#width + seat] = isTaken(seat) ? seat : nobody;
    for (let node = this.#width - 1; node > 0; node -= 1) this.#winners[node] = this.#match(node);
  }

  /** A seat was taken, left, or its occupant changed rank. O(log n); ends where the change is no longer felt. */
  set(seat: number, isTaken: boolean): void {
    let node = this.#width + seat;
    this.#winners[node] = isTaken ? seat : nobody;
    for (node >>>= 1; node > 0; node >>>= 1) {
      const before = this.#winners[node];
      const winner = this.#match(node);
      this.#winners[node] = winner;
      if (before === winner && winner !== seat) return;
    }
  }

  /** The best seats, best first. O(limit × log n), the first alone O(1). */
  leaders(limit: number): number[] {
    const found: number[] = [];
    const open: number[] = this.#winner(1) === nobody ? [] : [1];
    const isBefore = (a: number, b: number) => this.#isBetter(this.#winner(a), this.#winner(b));
    for (let node = open.shift(); node !== undefined; node = open.shift()) {
      const seat = this.#winner(node);
      found.push(seat);
      if (found.length >= limit) return found;
      this.#openLosers(node, seat, (loser) => insert(open, loser, limit - found.length, isBefore));
    }
    return found;
  }

  /** Every node that lost to `seat` on the way from `node` down to its leaf. */
  #openLosers(node: number, seat: number, visit: (loser: number) => void): void {
    let at = node;
    while (at < this.#width) {
      const left = 2 * at;
      const isLeft = this.#winner(left) === seat;
      const loser = isLeft ? left + 1 : left;
      if (this.#winner(loser) !== nobody) visit(loser);
      at = isLeft ? left : left + 1;
    }
  }

  #winner(node: number): number {
    return this.#winners[node] ?? nobody;
  }

  #match(node: number): number {
    const left = this.#winner(2 * node);
    const right = this.#winner(2 * node + 1);
    if (left === nobody) return right;
    if (right === nobody) return left;
    return this.#isBetter(right, left) ? right : left;
  }
}
