/** A value that is computed when it is first asked for, and kept for as long as the function that gives it. */
export function once<T>(compute: () => T): () => T {
  let state: { value: T } | { compute: () => T } = { compute };
  return () => {
    // what it was computed from, such as all texts of a registry, is not kept with it
    if ('compute' in state) state = { value: state.compute() };
    return state.value;
  };
}

/**
 * The same function, called once for each object that it gets. Its result is kept as long as the object, which nothing may change.
 * The bundler leaves out of a program what the program never asks for.
 */
/* @__NO_SIDE_EFFECTS__ */
export function oncePer<Whole extends object, Value>(compute: (whole: Whole) => Value): (whole: Whole) => Value {
  const done = new WeakMap<Whole, { value: Value }>();
  return (whole) => {
    const known = done.get(whole) ?? { value: compute(whole) };
    done.set(whole, known);
    return known.value;
  };
}
