/** "共有车辆4辆，其中：机要通信用车1辆、执法执勤用车3辆": the vehicles of a report, kind by kind. */

export interface VehicleKinds {
  readonly total: number;
  /** All kinds that the sentence lists, together. */
  readonly listed: number;
}

/** "共有公务用车9辆，其中，", "车辆共9台（辆），其中：" */
const TOTAL =
  /车辆?(?:总数|合计|数量|数)?[^，。；、：\d车]{0,4}(\d+)[辆台](?:[（(][辆台][)）])?[，、]其中[：，]?/;
/** "机要通信用车2辆", "其他用车0台": an item of the list, with what a bracket adds taken out. */
const ITEM = /^(?:以及|和|及)?([^\d]+?)(?:为|有|共)?(\d+)[辆台]$/;
const BRACKET = /[（(][^（()）]*[)）]/g;
/** The kinds of the official form: no vehicle is of two of them. */
const KIND =
  /^(?:副?部[^\d]{0,6}领导|主要领导|主要负责人|领导干部|机要|应急保障|执法执勤|特种专业|离退休|老干部|其他|其它)[^\d]*车辆?$/;
/** With it on the list there is no vehicle left. */
const RESIDUAL = /^其[他它]/;

/** null where the sentence lists something else, or says nothing of how many there are besides those it lists. */
export function vehicleKindsIn(sentence: string): VehicleKinds | null {
  const text = sentence.replace(/\s+/g, '').replace(/,/g, '，').replace(/:/g, '：').replace(/;/g, '；');
  const found = TOTAL.exec(text);
  if (found === null) return null;
  const list = text
    .slice(found.index + found[0].length)
    .replace(BRACKET, '')
    .split(/[。；]/)[0]!;
  const items = itemsOf(list);
  if (items === null || items.length < 2) return null;
  const total = Number(found[1]);
  const listed = items.reduce((sum, { count }) => sum + count, 0);
  const complete = items.some(({ name }) => RESIDUAL.test(name));
  return complete || listed >= total ? { total, listed } : null;
}

interface Item {
  readonly name: string;
  readonly count: number;
}

/** null where a number of the list is no number of vehicles of a kind, or a kind is listed twice. */
function itemsOf(list: string): readonly Item[] | null {
  const items: Item[] = [];
  for (const clause of list.split(/[，、]/)) {
    if (!/\d/.test(clause)) continue;
    const [, name, count] = ITEM.exec(clause) ?? [];
    if (name === undefined || !KIND.test(name) || items.some((item) => item.name === name)) return null;
    items.push({ name, count: Number(count) });
  }
  return items;
}
