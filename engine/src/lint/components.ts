/** Which nodes of a graph can reach each other. */

/** Strongly connected nodes, after Tarjan (1972), without recursion: drawings may be long chains. */
export class Components {
  readonly found: string[][] = [];
  readonly #next: (id: string) => readonly string[];
  readonly #order = new Map<string, number>();
  readonly #low = new Map<string, number>();
  readonly #stack: string[] = [];
  readonly #onStack = new Set<string>();

  constructor(ids: Iterable<string>, next: (id: string) => readonly string[]) {
    this.#next = next;
    for (const id of ids) if (!this.#order.has(id)) this.#visit(id);
  }

  #visit(root: string): void {
    const trail = [this.#enter(root)];
    for (let top = trail.at(-1); top; top = trail.at(-1)) {
      const next = top.next.pop();
      if (next === undefined) {
        trail.pop();
        this.#leave(top.id, trail.at(-1)?.id);
      } else if (!this.#order.has(next)) trail.push(this.#enter(next));
      else if (this.#onStack.has(next)) this.#lower(top.id, this.#order.get(next) ?? 0);
    }
  }

  #enter(id: string): { readonly id: string; readonly next: string[] } {
    this.#low.set(id, this.#order.size);
    this.#order.set(id, this.#order.size);
    this.#stack.push(id);
    this.#onStack.add(id);
    return { id, next: [...this.#next(id)] };
  }

  #lower(id: string, to: number): void {
    this.#low.set(id, Math.min(this.#low.get(id) ?? to, to));
  }

  #leave(id: string, parent: string | undefined): void {
    const low = this.#low.get(id) ?? 0;
    if (parent !== undefined) this.#lower(parent, low);
    if (low !== this.#order.get(id)) return;
    const members = this.#stack.splice(this.#stack.lastIndexOf(id));
    for (const member of members) this.#onStack.delete(member);
    this.found.push(members);
  }
}
