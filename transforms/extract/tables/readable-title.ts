/**
 * The name of a table on a scanned page, read letter by letter. Layouts know a name by its end: 般公芭预算支出预算表 ends like
 * the statement of all expenditure, and its figures would add up as well there. A name counts only where the words of such
 * names go back to its beginning, or to the name of a body or a year.
 */

/** What names of tables are made of, longest first where one begins like another. */
const WORDS = [
  '财政拨款|一般公共预算|公共预算|政府性基金|国有资本经营|国有资本|财政专户管理资金|非财政拨款|非税',
  String.raw`“?三公”?|机关运行|政府采购|政府购买服务|会议|培训|因公出国\(境\)|公务接待|公务用车|绩效目标|绩效自评|自评|绩效`,
  '收入|支出|收支|基本|项目|预算|决算|执行|汇总|分类|功能|经济|科目|人员|公用|资金|经费|费用?|结转|结余|资产|负债|上年|整体',
  String.raw`部门|单位|本级|年度|年初|年|按|及|和|与|的|、|\d+|[\(\)《》“”:—-]`,
  '总体情况|情况|明细|总|分|一览|申报|表|[一二三四五六七八九十]',
].join('|');
const END_OF_WORDS = new RegExp(`(?:${WORDS})+$`);
/** 示例县统计局, 某街道, …; nothing at all. */
const BODY =
  /(?:^|[局委办厅院会部处队校馆站所园社团署庭]|中心|政府|办公室|街道|集团|公司|大学|学校|医院|机关|[省市区县旗镇乡村])$/;

export function isReadableTitle(title: string): boolean {
  const words = END_OF_WORDS.exec(title)?.[0] ?? '';
  return words !== '' && BODY.test(title.slice(0, title.length - words.length));
}
