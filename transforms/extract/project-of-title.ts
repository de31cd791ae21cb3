/** The project that the title of a report names, where it names one. */
import { normaliseLabel } from '../parse/label.ts';

/** "示例县水务局2023年度农村饮水安全巩固提升项目支出绩效自评报告" */
const PROJECT_IN_TITLE =
  /(?:20\d{2}年(?!度)|20\d{2}年度|^)(?<name>[^年。，:]{3,40}?)(?:项目(?:支出|资金)?|支出)?(?:单位)?(?:财政支出)?的?(?:绩效自评|绩效评价|自评报告|自评表|(?<=项目)自评结果)/;
/** "示例灌区节水补助经费2023年度绩效自评报告": the year stands behind money for one purpose. */
const PROJECT_BEFORE_YEAR =
  /^(?<name>[^年。，:()]{3,40}?(?:资金|经费|补助|补贴|专款|转移支付))20\d{2}年度?绩效(?:自评|评价)/;
/** "示例县示例局2023年度项目支出绩效自评报告（河道清障专项资金）" */
const PROJECT_BEHIND =
  /^(?!.*整体).*(?:自评|评价)(?:情况)?的?报告\((?:20\d{2}年度?)?(?<name>[^年。，:()]{3,40}?(?:项目|工程|专项|资金|经费|补助|补贴|奖补|专款|备用金))\)$/;
/** Words of titles that name no project. */
const NO_PROJECT =
  /^(?:项目|专项|部门|单位|预算|本级|[省市县区]级|财政|资金|整体|支出|收入|和|及|与|年度|重点|一般公共|决算)*$/;

/** "示例县衔接资金" in the report of 示例县乡村振兴局: the place is that of the body. */
function withoutPlace(name: string, bureauName: string): string {
  const place = /^\p{Script=Han}{1,8}?(?:自治)?[省市县区州]/u.exec(bureauName)?.[0] ?? '';
  return place !== '' && name.startsWith(place) ? name.slice(place.length) : name;
}

/** null where the title names none, or several. */
export function projectOfTitle(title: string, bureauName: string | null): string | null {
  const plain = normaliseLabel(title).replace(normaliseLabel(bureauName ?? ''), '');
  const found = PROJECT_BEHIND.exec(plain) ?? PROJECT_BEFORE_YEAR.exec(plain) ?? PROJECT_IN_TITLE.exec(plain);
  const named = found?.groups?.['name']?.replace(/^关于/, '').replace(/项目$/, '') ?? '';
  const name = withoutPlace(named, bureauName ?? '');
  return name.length < 3 || NO_PROJECT.test(name) || /整体|等\d*个|[、和及]/.test(name) ? null : name;
}
