/**
 * Marks and strokes that a recogniser takes for others, mended where only one thing can stand: a colon behind 单位 before
 * 万元, the 一 of 一般, the numeral of an item. Figures are never touched.
 */

/** Behind what names the owner or the unit of a table stands a colon: 部门，示例县统计局 · 单位;万元. Sentences have other marks, too. */
const OWNER = /^((?:编制|填报|预算|公开|主管)?(?:部门|单位)(?:名称)?)[，,;；](?=[^，,。、；;]+$)/u;
const UNIT = /(单位)[，,;；.、](?=(?:人民币)?[亿千百十]?万?元)/gu;
/** Round brackets of full width, opened: 《〈室) · 因公出国〈境)费 */
const BRACKET = /《?〈(?=[^〈〉《》()（）]{1,16}[)）])/gu;
/** 6，“社会保障和就业支出”科目: the point behind the number of an item, seen as a comma or twice. */
const ITEM_NUMBER = /^(\d{1,2})(\.?)[，,](?=[\p{Script=Han}“])/u;
/** -般公共服务支出 */
const ONE_OF_ALL = /[-—–_](?=般)/gu;
/** -、财政拨款 and =、事业收入: numerals by their shape. */
const ITEM_ONE = /^[-—–_](?=、)/u;
const ITEM_TWO = /^=(?=、)/u;
/** `、项目支出 · 上一、城乡社区支出: an item whose numeral cannot be told. */
const LOST_NUMERAL =
  /^(?=[^、]*[^一二三四五六七八九十、])[`'"“”‘’:;.,!|[\]~人入上下士工土干千Frl1一二三四五六七八九十]{1,4}、/u;

/** Stands in a line for a letter that says nothing; no recogniser prints it. */
const NOTHING = '\u0000';

/** The letters of a line as they must have been printed, one for one; '' for a letter that says nothing. */
export function withClearMarks(letters: readonly string[]): string[] {
  const line = letters.join('');
  if ([...line].length !== letters.length) return [...letters];
  const mended = line
    .replace(OWNER, '$1：')
    .replace(UNIT, '$1：')
    .replace(BRACKET, (marks) => NOTHING.repeat(marks.length - 1) + '（')
    .replace(ITEM_NUMBER, (_, number: string, point: string) =>
      point ? `${number}.${NOTHING}` : `${number}.`,
    )
    .replace(ONE_OF_ALL, '一')
    .replace(ITEM_ONE, '一')
    .replace(ITEM_TWO, '二');
  const lost = LOST_NUMERAL.exec(mended)?.[0].length ?? 0;
  return [...mended].map((letter, index) => (index < lost || letter === NOTHING ? '' : letter));
}
