/** Park–Miller's generator: enough for variety, and the same on every machine. */
export function chance(seed: number) {
  let state = seed;
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const below = (limit: number): number => Math.floor(random() * limit);
  return { random, below, pick: <T>(items: readonly T[]): T => items[below(items.length)]! };
}

export const two = (value: number): string => String(value).padStart(2, '0');
