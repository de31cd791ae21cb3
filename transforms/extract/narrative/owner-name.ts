/** The name of the reporting body in front of a clause says whose the figure is, which is known; another body's name must stay visible. */

const DATES = /^[\ue000-\uefff]*/;
const ORGAN_END =
  /(?:局|厅|委|委员会|办公厅|办公室|办事处|政府|法院|检察院|部|院|会|中心|大队|站|所|馆|校|中学|小学|大学|幼儿园|镇|乡|街道|支队|中队|处|联|社|台|场)$/;
const LONGEST_NAME = 40;
/** Short names keep most characters of the official one ("区医保局" for 某市某区医疗保障局); a subordinate's do not. */
const LEAST_SHARED = 0.8;

/** The clause without the name of its owner, dates in front kept. */
export function withoutOwner(clause: string, bureauName: string | null): string {
  const dates = DATES.exec(clause)?.[0] ?? '';
  const rest = clause.slice(dates.length);
  const length = ownerLength(rest, bureauName);
  return length === 0 ? clause : dates + rest.slice(length);
}

function ownerLength(text: string, bureauName: string | null): number {
  const end = /[\ue000-\uf8ff]/.exec(text)?.index ?? text.length;
  for (let length = Math.min(end, LONGEST_NAME); length >= 3; length--) {
    const name = text.slice(0, length);
    if (ORGAN_END.test(name) && isOwner(name, bureauName)) return length;
  }
  return 0;
}

/** "示例镇" is the short form of 示例镇人民政府, "示例街道" of the office there. */
const TOWN = /(?<=[镇乡道])(?:人民政府|办事处)$/;

function isOwner(name: string, bureauName: string | null): boolean {
  if (bureauName === null) return false;
  const official = new Set(bureauName);
  const shared = [...name].filter((character) => official.has(character)).length;
  const ends = [bureauName, bureauName.replace(TOWN, '')].some((one) => one.endsWith(name.at(-1)!));
  return shared / name.length >= LEAST_SHARED && ends;
}
