/** How a report that a bureau owes stands. */
export const EXPECTED_STATES = [
  'present', // read, and still published
  'due', // not there, and its day has not passed
  'missing', // not there after its day
  'quarantined', // there, and could not be read
  'withdrawn', // was there, and is not published any more
] as const;
export type ExpectedState = (typeof EXPECTED_STATES)[number];
