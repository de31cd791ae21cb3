/** Divisions by printed name. A name alone is no place: 长安区 exists in two provinces. */

import { DIVISIONS, type Division, existedIn, group } from './division-table.ts';

/** The peoples named in 自治 divisions; "互助土族自治县" is also printed 互助县. */
const PEOPLES =
  '蒙古族|蒙古|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|高山族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯|阿昌族|普米族|塔吉克|怒族|鄂温克族|德昂族|保安族|裕固族|独龙族|鄂伦春|各族';
/** "互助" and "县" of 互助土族自治县; of 新疆维吾尔自治区 "新疆" and "区". */
const AUTONOMOUS = new RegExp(`^(.{2,}?)(?:${PEOPLES})*自治(县|州|旗|区)$`);

const byName = group(DIVISIONS, (division) => division.name);
const byShortName = group(DIVISIONS, (division) => shortName(division.name));
const LONGEST_NAME = Math.max(...DIVISIONS.map((division) => division.name.length));
/** A province, a prefecture and a county, each with its full name. */
const LONGEST_PATH = 3 * LONGEST_NAME;

/**
 * Every division a printed name can mean: "乐山市金口河区", "江苏省", "互助县", with or without parents in front.
 * Those of `year` where there are any, else those in use, else abolished ones. Several where the name is ambiguous.
 */
export function divisionsNamed(name: string, where: { within?: string; year?: number } = {}): Division[] {
  const printed = name.replace(/\s/g, '');
  const { within, year } = where;
  const full = endingsOf(printed, byName);
  const named = (full.length > 0 ? full : endingsOf(printed, byShortName)).filter(
    (division) => within === undefined || liesWithin(division, within),
  );
  const then = year === undefined ? [] : named.filter((division) => existedIn(division, year));
  if (then.length > 0) return then;
  const inUse = named.filter((division) => division.state === 'in_use');
  return inUse.length > 0 ? inUse : named;
}

/** The divisions that the longest possible beginning of a text names, and what follows: "成都市武侯区" and "财政局". */
export function divisionsAtStart(
  text: string,
  where: { within?: string; year?: number } = {},
): { divisions: Division[]; rest: string } {
  for (let end = Math.min(text.length, LONGEST_PATH); end > 1; end--) {
    const divisions = divisionsNamed(text.slice(0, end), where);
    if (divisions.length > 0) return { divisions, rest: text.slice(end) };
  }
  return { divisions: [], rest: text };
}

/** "51", "511100", "四川省", "乐山", "乐山市". */
function liesWithin(division: Division, within: string): boolean {
  if (/^\d+$/.test(within)) return division.code.startsWith(within.replace(/(?:00)+$/, ''));
  return [division.province, division.prefecture].some(
    (parent) => parent !== null && (parent === within || bareName(parent) === bareName(within)),
  );
}

/** Divisions whose name ends the printed one, with nothing but their parents in front of it. */
function endingsOf(printed: string, names: ReadonlyMap<string, readonly Division[]>): Division[] {
  const found: Division[] = [];
  for (let start = Math.max(0, printed.length - LONGEST_NAME); start < printed.length - 1; start++) {
    const front = printed.slice(0, start);
    for (const division of names.get(printed.slice(start)) ?? []) {
      if (isParentage(front, division)) found.push(division);
    }
  }
  return found;
}

function isParentage(front: string, { province, prefecture }: Division): boolean {
  const provinces = ['', province, bareName(province)];
  const prefectures =
    prefecture === null ? [''] : ['', prefecture, bareName(prefecture), shortName(prefecture)];
  return provinces.some((first) => prefectures.some((second) => first + second === front));
}

/** "四川" of 四川省, "乐山" of 乐山市, "新疆" of 新疆维吾尔自治区. */
function bareName(name: string): string {
  const autonomous = AUTONOMOUS.exec(name);
  return autonomous !== null ? autonomous[1]! : name.replace(/(?<=..)(?:特别行政区|省|市|地区|盟|州)$/, '');
}

/** "互助县" of 互助土族自治县; any other name itself. */
function shortName(name: string): string {
  const autonomous = AUTONOMOUS.exec(name);
  if (autonomous === null) return name;
  return autonomous[2] === '区' ? autonomous[1]! : `${autonomous[1]}${autonomous[2]}`;
}
