/** One parameter of the page's address, set beside the others. */
import { useSearchParams } from "react-router";

/** Sets a parameter, or takes it away with `null`; `replace` leaves no step to go back by. */
export type SetSearchParam = (
  name: string,
  value: string | null,
  options?: { readonly replace?: boolean },
) => void;

/** The address's parameters, and how one of them is set. */
export function useSearchParam(): readonly [URLSearchParams, SetSearchParam] {
  const [search, setSearch] = useSearchParams();
  const set: SetSearchParam = (name, value, options) =>
    setSearch((now) => {
      const next = new URLSearchParams(now);
      if (value === null) next.delete(name);
      else next.set(name, value);
      return next;
    }, options);
  return [search, set];
}
