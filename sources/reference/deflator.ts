/**
 * How prices changed from year to year: the consumer price index of the whole country, the year before = 100.
 * A bureau's own prices are not known; this is the one index that every reader can look up.
 *
 * Source: National Bureau of Statistics of China, 国民经济和社会发展统计公报 (statistical communiqué) of each year. The
 * index of the whole year is printed first in the bureau's release on December, in January of the next year: 2011 of
 * 2012-01-12, 2013 of 2014-01-09, 2014 of 2015-01-09; 2012 and 2017 are the cumulative index of January to December.
 * Licence: published facts of a state organ, free of copyright (Copyright Law of the PRC, art. 5).
 */

export interface Deflator {
  /** Prices of the year with those of the year before = 1. */
  index: number;
  /** Short name of the series, for `basis`. */
  series: string;
}

export const DEFLATOR_SERIES = {
  id: 'cpi',
  zh: '全国居民消费价格指数（上年=100）',
  en: 'national consumer price index (previous year = 100)',
  source: '国家统计局《国民经济和社会发展统计公报》',
  licence: '公有领域',
} as const;

/** Only years that the communiqué has settled; a year that is missing here has no change in real terms. */
export const CPI_PREVIOUS_YEAR_100: Readonly<Record<number, number>> = {
  2010: 103.3,
  2011: 105.4,
  2012: 102.6,
  2013: 102.6,
  2014: 102.0,
  2015: 101.4,
  2016: 102.0,
  2017: 101.6,
  2018: 102.1,
  2019: 102.9,
  2020: 102.5,
  2021: 100.9,
  2022: 102.0,
  2023: 100.2,
  2024: 100.2,
};

export function deflatorOf(fiscalYear: number): Deflator | null {
  const index = CPI_PREVIOUS_YEAR_100[fiscalYear];
  // 102.9 / 100 is 1.0290000000000001 in doubles; the table has one decimal.
  return index === undefined ? null : { index: Math.round(index * 10) / 1000, series: DEFLATOR_SERIES.id };
}
