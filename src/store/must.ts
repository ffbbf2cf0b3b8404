/** The value of a context; throws with the provider's name when a component is used outside of it. */
export function must<T>(value: T | null, provider: string): T {
  if (value === null) throw new Error(`Used outside of ${provider}.`);
  return value;
}
