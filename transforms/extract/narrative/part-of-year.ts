/** "截至6月底支出30万元", "1—11月支出合计50万元": what some months have brought, and not the year that a report is about. */

/** The last month in front of a figure; "1—12月" and "12月31日" are the year's. */
const MONTH = /(?<!\d)(\d{1,2})\s?月/g;
/** Behind the month the year is spoken of again: "2024年5月批复，2024年支出", "6月完成采购，全年支出". */
const OF_YEAR = /(?:19|20)\d{2}\s?年|全年|年度|[当本]年|年[末底]|累计/;
const ASIDE = /[（(《〔][^（）()《》〔〕]*[）)》〕]/g;

/** `before`: the sentence up to the figure. */
export function isOfSomeMonths(before: string): boolean {
  const said = before.replace(ASIDE, '');
  const last = [...said.matchAll(MONTH)].at(-1);
  if (last === undefined || Number(last[1]) === 12) return false;
  return !OF_YEAR.test(said.slice(last.index + last[0].length));
}
