/** Bands of residents within which bureaus are compared. */

/** Upper bounds, exclusive. */
export const POPULATION_BANDS = [200_000, 500_000, 1_000_000] as const;

/** As it stands in the name of a peer group: "<500000" is the band up to that bound, ">=1000000" the last. */
export function bandOf(residents: number): string {
  const bound = POPULATION_BANDS.find((upper) => residents < upper);
  return bound === undefined ? `>=${POPULATION_BANDS.at(-1)}` : `<${bound}`;
}
