/** The place a bureau belongs to: its division, by code or by name, its tier among peers, and its residents. */

export { type DivisionChange, divisionChanges } from './division-changes.ts';
export { divisionsAtStart, divisionsNamed } from './division-name.ts';
export { type Division, divisionByCode, peerTierOf, type Tier } from './division-table.ts';
export { type Population, populationOf } from './population.ts';
