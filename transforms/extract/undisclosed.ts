/** What the form asks the text on 三公 to say and the text does not: counts of guests, vehicles bought apart from vehicles run. */
import type { Document, Location, Paragraph } from '../read/document.ts';
import type { RemarkKind } from './remark.ts';

export type UndisclosedKind = Extract<RemarkKind, 'undisclosed_guests' | 'undisclosed_vehicles_bought'>;

export interface Undisclosed {
  readonly kind: UndisclosedKind;
  readonly location: Location;
  readonly sentence: string;
}

/** "国内公务接待支出0.3万", "公务接待费支出决算为2.10万元" */
const RECEPTION = /公务接待(?:费)?(?:支出)?(?:决算数?)?(?:为)?(\d+(?:\.\d+)?)万?元?/;
/** "接待批次1次", "3批次", "来访5批"; those of foreign guests are taken out before. */
const GUESTS = /批次?[^\d。；]{0,6}\d|\d+个?(?:批次|批(?!复|准))/;
const FOREIGN_GUESTS = /(?:接待)?外宾(?:接待)?[^。；]*/g;
/** "公务用车购置及运行维护费支出18.40万元" */
const VEHICLES = /公务用车购置(?:费)?及运行(?:维护)?费(?:支出)?(?:决算数?)?(?:为)?(\d+(?:\.\d+)?)万?元/;
/** "公务用车购置支出为0万元", "未新购公务用车", "购置公务用车0辆", "更新车辆" */
const BOUGHT =
  /公务用车购置(?!(?:费)?及运行)|购置费(?:支出|决算)?(?:为)?\d|车辆购置|购置(?:公务用车|车辆|新车)|购车|(?:新购|新增|购买|更新|购入)[^。；，]{0,8}车/;

export function undisclosedIn(document: Document): readonly Undisclosed[] {
  const paragraphs = document.blocks.filter((block): block is Paragraph => block.kind !== 'table');
  const said = paragraphs.map(({ text, location }) => ({ text: text.replace(/\s+/g, ''), location }));
  const first = (form: RegExp) =>
    said.find(({ text }) => Number(form.exec(text)?.[1] ?? 0) > 0) ??
    said.find(({ text }) => form.test(text));
  const reception = first(RECEPTION);
  const vehicles = first(VEHICLES);
  const found: Undisclosed[] = [];
  if (reception && lacksGuests(said, reception.text))
    found.push({ kind: 'undisclosed_guests', location: reception.location, sentence: reception.text });
  const spent = Number(VEHICLES.exec(vehicles?.text ?? '')?.[1] ?? 0) > 0;
  if (vehicles && spent && !said.some(({ text }) => BOUGHT.test(text)))
    found.push({ kind: 'undisclosed_vehicles_bought', location: vehicles.location, sentence: vehicles.text });
  return found;
}

/** Nothing spent and nobody counted is complete; foreign guests counted and no others are not. */
function lacksGuests(said: readonly { text: string }[], reception: string): boolean {
  const about = said.filter(({ text }) => /接待/.test(text));
  if (about.some(({ text }) => GUESTS.test(text.replace(FOREIGN_GUESTS, '')))) return false;
  return Number(RECEPTION.exec(reception)?.[1] ?? 0) > 0 || about.some(({ text }) => GUESTS.test(text));
}
