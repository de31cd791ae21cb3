/** The name of the reporting body in front of a clause says whose the figure is, which is known; another body's name must stay visible. */

const DATES = /^[\ue000-\uefff]*/;
const ORGAN_END =
  /(?:局|厅|委|委员会|办公厅|办公室|办事处|政府|法院|检察院|部|署|院|会|中心|站|所|馆|校|中学|小学|大学|镇|乡|街道|队|园|监狱|海关|处|联|社|台|场|(?:人大|政协)(?:机关)?|[府委大协]办)$/;
/** The last characters of those. */
const ENDS_ORGAN = new Set('局厅委会室处府院部署心站所馆校学镇乡道队园狱联社台场大协关办');
const LONGEST_NAME = 40;
/** 示例镇人民政府政府采购支出, 示例县组织部部门收入, 示例县总工会社会保障支出: the subject begins with the characters that end the name. */
const REACHES_INTO_SUBJECT = /(部|会|院|社|委|局|政府)\1$|[会社]社会$/;
/** 示例镇政府采购支出: of 政府采购, or of the government; the longer word decides. */
const GOVERNMENT_AS_WORD = /^(?:采购|性基金|购买)/;
/** Short names keep most characters of the official one ("区医保局" for 某市某区医疗保障局); a subordinate's do not. */
const LEAST_SHARED = 0.8;

/** The clause without the name of its owner, dates in front kept. */
export function withoutOwner(clause: string, bureauName: string | null): string {
  const dates = DATES.exec(clause)?.[0] ?? '';
  const rest = clause.slice(dates.length);
  const length = ownerLength(rest, bureauName) || kindLength(rest, bureauName);
  return length === 0 ? clause : dates + rest.slice(length);
}

/** "学校2024年收支总预算" of a university, "医院收入预算总额" of a hospital: what it is in place of its name. */
const KINDS: readonly { word: string; name: RegExp }[] = [
  { word: '学校', name: /(?:大学|学院|学校|中学|小学|党校)$/ },
  { word: '学院', name: /学院$/ },
  { word: '医院', name: /医院$/ },
  { word: '法院', name: /法院$/ },
  { word: '中心', name: /中心$/ },
];
/** 医院管理中心, 中心小学 and 学校食堂 are somebody else. */
const OF_ITSELF =
  /^(?:[\ue000-\uefff]|本年|当年|上年|全年|年初|年末|年度|收入|支出|收支|总收|总支|预算|决算|一般公共|公共预算|财政拨|政府性|政府采|基本支|项目支|三公|公务|因公|机关运|国有资|固定资|在职|离退|事业收|经营收|其他收)/;

function kindLength(text: string, bureauName: string | null): number {
  const kind = KINDS.find(({ word, name }) => text.startsWith(word) && name.test(bureauName ?? ''));
  return kind !== undefined && OF_ITSELF.test(text.slice(kind.word.length)) ? kind.word.length : 0;
}

function ownerLength(text: string, bureauName: string | null): number {
  const end = /[\ue000-\uf8ff]/.exec(text)?.index ?? text.length;
  for (let length = Math.min(end, LONGEST_NAME); length >= 3; length--) {
    if (!ENDS_ORGAN.has(text[length - 1]!)) continue;
    const name = text.slice(0, length);
    if (endsAsName(name, text.slice(length)) && isOwner(name, bureauName)) return length;
  }
  return 0;
}

function endsAsName(name: string, rest: string): boolean {
  if (!ORGAN_END.test(name) || REACHES_INTO_SUBJECT.test(name)) return false;
  return !(name.endsWith('政府') && GOVERNMENT_AS_WORD.test(rest));
}

/** "示例镇" is the short form of 示例镇人民政府, "示例街道" of the office there. */
const TOWN = /(?<=[镇乡道])(?:人民政府|办事处)$/;

/** 示例县政协, 示例县政协办, 示例县政协机关: their office does not publish for another body. */
const OFFICE = /(?<=人大|政协)(?:机关|办公室|办公厅|办)$/;

/** 示例县政府办 shares most characters with 示例县政协办. */
const WHOSE_OFFICE = /(人大|人大常委会|政协|政府|委)(?:机关|办公室|办公厅|办)$/;

function isOfOther(name: string, bureauName: string): boolean {
  const [own, other] = [WHOSE_OFFICE.exec(bureauName)?.[1], WHOSE_OFFICE.exec(name)?.[1]];
  return own !== undefined && other !== undefined && own !== other;
}

function isOwner(printed: string, bureauName: string | null): boolean {
  if (bureauName === null || isOfOther(printed, bureauName)) return false;
  const official = new Set(bureauName);
  const name =
    OFFICE.test(bureauName) || /(?:人大|政协)$/.test(bureauName) ? printed.replace(OFFICE, '') : printed;
  const shared = [...name].filter((character) => official.has(character)).length;
  const forms = [bureauName, bureauName.replace(TOWN, ''), bureauName.replace(OFFICE, '')];
  return shared / name.length >= LEAST_SHARED && forms.some((one) => one.endsWith(name.at(-1)!));
}
