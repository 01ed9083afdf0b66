/** A value that is computed when it is first asked for, and kept for as long as the function that gives it. */
export function once<T>(compute: () => T): () => T {
  let done: { value: T } | undefined;
  return () => {
    done ??= { value: compute() };
    return done.value;
  };
}
