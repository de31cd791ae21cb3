/** Most bureaus contradict themselves nowhere: what only contradictions need is made when one is met, and once. */
export function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
