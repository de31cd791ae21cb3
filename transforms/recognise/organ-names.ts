/**
 * Finds names of public bodies in text: 示例县医疗保障局, 示例省人大常委会办公厅, 示例区人民政府某街道办事处.
 * Generic references (市财政局, 我局, 本单位) and the blanks of templates (XX局) name nobody.
 */

import { PLACES_LIKE_WORDS } from './places-like-words.ts';

export interface NameMention {
  name: string;
  /** Printed right behind the name: （本级）, 本级, 机关. */
  ownLevelOnly: boolean;
  start: number;
  end: number;
}

/** The last words of the name of a body. Single characters (所, 站, 部, 队) only with what makes them a body. */
const ENDINGS = [
  '(?<![格布结全开大时僵])(?:管理|分|总)?局',
  '管委会',
  '委员会(?:办公室|办公厅|机关)?',
  '常委会(?:办公室|办公厅|机关)?',
  '(?:发展改革|发改|卫健|卫生健康|政法|编|教工|网信|国资|经信|经济信息|住建|城乡建|住房城乡建设|民宗|文旅|文化旅游|城管|农业农村|交通运输|商务|民族宗教|教)委(?!员)(?:办公室|办)?',
  '纪委(?:监委)?',
  '直(?:属)?(?:机关)?工委',
  '工务署',
  // 面向中小企业预留政府采购项目预算, 某区政府办
  '(?:人民)?政府(?!采购|性基金|购买|投资|会计|债|办(?![公事法理学]))(?:[\\p{Script=Han}]{2,6}(?:街道办事处|办公室|办公厅|办事处))?',
  '政协(?:办公室|办公厅|机关)',
  '办公室',
  '办公厅',
  '(?<![大餐客])厅',
  '(?<![为重])中心',
  '(?:街道|地区)?办事处',
  '(?:管理|服务|事务|工作|堤防|河道|水利)处',
  '(?:法院|检察院|卫生院|福利院|敬老院|研究院|规划院|设计院|科学院|保健院|养老院|医院|学院|剧院|疗养院|干休所|休养所|军休所)',
  '(?:研究|监督|派出|财政|检验|检测|检定|监测|管理|服务|戒毒|看守|收费|防治|保健)所',
  '(?:管理|工作|服务|监测|技术|推广|文化|监督|广播电视|中心血)站',
  '(?:支|大|总|中|执法|救援|勘测设计|勘察|勘查|测绘|地质)队',
  '(?:组织|宣传|统战|武装|统一战线工作|社会工作|人民武装)部',
  '(?:林|农|牧|渔)场',
  // 海关事务 is what it spends on.
  '(?:海关(?!总署|事务|业务|执法|监管|税)|边防检查总?站|公安处|地质调查院)',
  '(?:图书|博物|档案|文化|纪念|美术|科技|体育|殡仪)馆',
  '(?:中学|小学|学校|大学|党校|幼儿园|职教中心)',
  '(?:总工会|妇联|妇女联合会|联合会|工商联|科学技术协会|科协|红十字会|文联|残联|侨联(?!合会)|归国华侨联合会|台湾同胞联谊会|作家协会|法学会|团委|贸促会)',
  '(?:供销合作社联合?社|供销合作总?社(?!联)|供销总?社|融媒体中心|广播电视台|电视台|报社|监狱)',
  '(?:政府|委|编|扶贫|金融|人防|外事|侨|台|地震|信访|史志|党史|档案|移民|法制|机关事务|国资|招商|政研|人大|政协)办(?!公|事|法|理|学)',
  '(?:人大|政协)机关',
  // A short form that only the end of the name or the year behind it tells from a longer one.
  '(?:人大|政协|街道)(?=\\d|[（(]|$)',
  // 某县某镇2021年部门决算: the town for its government, where a county stands in front.
  '(?<=[县区市旗].{1,8})(?:镇|乡|苏木)(?=\\d{4}\\s*年|$)',
];
const ENDING = `(?:${ENDINGS.join('|')})`;
/** Words that stand right before a name: 关于公开示例县…, 批复示例县…, 自评报告 示例县…, 主管部门 示例县…. */
const BEFORE_NAME =
  '关于|根据|按照|依据|编制|批复|印发|转发|公开|报告|决算|预算|年度|自评|情况|说明|部门|单位|名称|支出|收入';
/** 预算评审中心 is a name of its own. */
const FENCED_BEFORE = BEFORE_NAME.replace('|预算', '');
/** Words that no name runs over: they belong to the title around it. Of counties are 荥经, 东至, 乐至, 周至, 从江, 于都, 无为, 犍为, 天等. */
const FENCE = `${FENCED_BEFORE}|以下|简称|具体|包括|其中|以及|预算(?!评审|编审|审核)|绩效(?!评价中心)|评价(?!中心)|所属|下属|直属(?!机关)|由|(?<!荥)经(?![济信开营贸发])|报(?!社)|受|(?<![东乐周])至|从(?![化江])|于(?![都田洪])|的|是|(?<![无犍])为|本级|(?<!天)等(?![专职级])`;
const BEFORE_NAME_END = new RegExp(`(?:${BEFORE_NAME})$`, 'u');
/** Bodies of the central government that report under a name without a place. */
const MINISTRIES = [
  '外交部|国防部|教育部|科学技术部|科技部|工业和信息化部|国家民族事务委员会|公安部|国家安全部|民政部|司法部|财政部|人力资源和社会保障部|自然资源部|生态环境部',
  '住房和城乡建设部|交通运输部|水利部|农业农村部|农业部|商务部|文化和旅游部|国家卫生健康委员会|退役军人事务部|应急管理部|中国人民银行|审计署|海关总署|国家发展和改革委员会',
  '国家市场监督管理总局|国家广播电视总局|国家体育总局|国家统计局|国家医疗保障局|国家税务总局|国有资产监督管理委员会|国家知识产权局|国家能源局|国家林业和草原局|国家文物局',
  '国家药品监督管理局|中国气象局|中国民用航空局|国家邮政局|国务院办公厅|国务院研究室|国务院发展研究中心|全国人大常委会办公厅|全国政协办公厅|最高人民法院|最高人民检察院',
  '中华全国总工会|共青团中央|中华全国妇女联合会|全国妇联|中国科学技术协会|中国残疾人联合会|中国文学艺术界联合会|中国红十字会总会|中国科学院|中国社会科学院|中国工程院',
  '国家自然科学基金委员会|国土资源部|环境保护部|文化部|卫生部|监察部|铁道部|国家卫生和计划生育委员会|国务院国资委|国家机关事务管理局|国家粮食和物资储备局|国家信访局',
  '国家宗教事务局|国家铁路局|国家海洋局|国家旅游局|国家外汇管理局|国家中医药管理局|国家疾病预防控制局|国家国际发展合作署|国家质量监督检验检疫总局|国家工商行政管理总局',
  '国家安全生产监督管理总局|国家食品药品监督管理总局|国家新闻出版广电总局|国家档案局|国家测绘地理信息局|中国地震局|中国证券监督管理委员会|国家金融监督管理总局',
  '全国社会保障基金理事会|国务院参事室|中央党校|国家行政学院|新华通讯社|新华社|中央广播电视总台|中国作家协会|全国总工会',
].join('|');
const WORD = `(?:(?!${FENCE})[\\p{Script=Han}·、])`;
/** What follows a first ending belongs to the same name while no other place begins: 公安局 + 交通警察支队. */
const NAME = new RegExp(
  `(?<!\\p{Script=Han})(?:国务院)?(?:${MINISTRIES})(?!门|\\p{Script=Han}{1,12}${ENDING})|(?:国家(?:税务总|统计)局)?${WORD}{1,34}?${ENDING}(?:(?:(?![省市县州盟旗])${WORD}){0,14}?${ENDING}){0,2}`,
  'gu',
);
/** Looking for names is dear, and no name begins this far in front of its first ending. */
const FIRST_ENDING = new RegExp(ENDING, 'gu');
const LONGEST_BEFORE_ENDING = '国家税务总局'.length + 34;
const FIRST_MINISTRY = new RegExp(`(?<!\\p{Script=Han})(?:国务院)?(?:${MINISTRIES})`, 'gu');
const IS_MINISTRY = new RegExp(`^(?:国务院)?(?:${MINISTRIES})$`, 'u');
const ENDS_AS_NAME = new RegExp(`${ENDING}$`, 'u');
/** A level without the name of a place, or a word that points instead of naming. */
const POINTS_ONLY = new RegExp(
  `^(?!${PLACES_LIKE_WORDS})(?:我|本|该|各|全|原|区|县|省|乡|镇|州|旗|市(?![中北南]区)|国家(?!税务总局|统计局)|中央|国务院|上级|相关|有关|主管|同级|下级|其他|某|各级|局机关|机关|内设|综合|科|股|财务|预算|人事|秘书|行政)`,
  'u',
);
/** Left over at the front of a run of characters: "年甲市…", "和示例市…", "对示例市…". */
const LEADING = new RegExp(
  `(?:(?!${PLACES_LIKE_WORDS})(?:第[一二三四五六七八九十\\d]{1,3}部分|[年月日度和与及或在对向将把被让给并且但]|截至|附件|附表|表|盖章))+`,
  'uy',
);
/** XX局, ××单位, **局, ＿＿局: the blank of a form stands right before what is left of the name. */
const BLANK_BEFORE = /[XxＸ×✕*＊○〇_＿…?？]\s*$/u;
/** Who printed or approved a form is not whose report it is: 某财政局（制）. */
const MADE_BY = /^\s*[（(]?\s*(?:制|监制|印制|印发|批复|文件|令)\s*[）)]?/u;
const OWN_LEVEL = /^\s*[（(]?\s*(?:本级|本部|机关本级|局本级)\s*[）)]?/u;

/** Names in order of place. Any text gives an answer; a list joined by 、 gives its parts. */
export function namesIn(text: string): NameMention[] {
  const mentions: NameMention[] = [];
  for (const match of matchesIn(text)) {
    let offset = match.index;
    for (const part of match[0].split('、')) {
      const mention = mentionOf(text, part, offset);
      if (mention !== null) mentions.push(mention);
      offset += part.length + 1;
    }
  }
  return mentions;
}

/** What `text.matchAll(NAME)` gives; a text is searched only from where a name can begin. */
function* matchesIn(text: string): Generator<RegExpExecArray> {
  for (let at = mayBegin(text, 0); at < text.length; ) {
    NAME.lastIndex = at;
    const match = NAME.exec(text);
    if (match === null) return;
    yield match;
    at = mayBegin(text, match.index + match[0].length);
  }
}

function mayBegin(text: string, from: number): number {
  return Math.min(
    Math.max(from, placeOf(FIRST_ENDING, text, from) - LONGEST_BEFORE_ENDING),
    placeOf(FIRST_MINISTRY, text, from),
  );
}

function placeOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? Number.POSITIVE_INFINITY;
}

/** "关于公开示例县…": 公开 cannot begin a name, and its second half cannot either. */
function restOfFence(text: string, start: number): number {
  return BEFORE_NAME_END.test(text.slice(Math.max(0, start - 1), start + 1)) ? 1 : 0;
}

function mentionOf(text: string, part: string, offset: number): NameMention | null {
  LEADING.lastIndex = offset;
  const lead = (LEADING.exec(text)?.[0].length ?? 0) || restOfFence(text, offset);
  const name = part.slice(lead);
  const start = offset + lead;
  const end = start + name.length;
  if (IS_MINISTRY.test(name))
    return { name, ownLevelOnly: OWN_LEVEL.test(text.slice(end, end + 8)), start, end };
  if (name.length < 4 || POINTS_ONLY.test(name) || !ENDS_AS_NAME.test(name)) return null;
  if (/(?:经|由)$/.test(text.slice(0, start)) && /^汇总/.test(text.slice(end))) return null;
  if (BLANK_BEFORE.test(text.slice(Math.max(0, start - 2), start)) || MADE_BY.test(text.slice(end, end + 6)))
    return null;
  return { name, ownLevelOnly: OWN_LEVEL.test(text.slice(end, end + 8)), start, end };
}
