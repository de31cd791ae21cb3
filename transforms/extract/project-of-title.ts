/** The project that the title of a report names, where it names one. */
import { normaliseLabel } from '../parse/label.ts';

/** "示例县水务局2023年度农村饮水安全巩固提升项目支出绩效自评报告" */
const PROJECT_IN_TITLE =
  /(?:20\d{2}年(?!度)|20\d{2}年度|^)(?<name>[^年。，:]{3,40}?)(?:项目(?:支出|资金)?|支出)?(?:单位)?(?:财政支出)?的?(?:绩效自评|绩效评价|自评报告|自评表)/;
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
  const named = PROJECT_IN_TITLE.exec(plain)?.groups?.['name']?.replace(/^关于/, '') ?? '';
  const name = withoutPlace(named, bureauName ?? '');
  return name.length < 3 || NO_PROJECT.test(name) || /整体|等\d*个|[、和及]/.test(name) ? null : name;
}
