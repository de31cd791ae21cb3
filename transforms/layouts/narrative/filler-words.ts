/** Words that change nothing about what a figure is, and words that put a figure outside the vocabulary. */
import type { WordEntry } from './word.ts';

const filler = (forms: readonly string[]): WordEntry => ({ means: { kind: 'filler' }, forms });
const outside = (reason: string, forms: readonly string[]): WordEntry => ({
  means: { kind: 'outside', reason },
  forms,
});

/** Receptions from abroad: their occasions and persons are not those of 国内公务接待. */
export const FUNDS_OF_PROGRAMMES = '绩效管理涉及的资金，不是收支总额';
export const FOREIGN_GUESTS = '外事接待，词汇表没有这一项';

/** What receptions of guests from China cost: with those of foreign guests it is the 公务接待费. */
export const DOMESTIC_GUESTS = '国内接待支出，是公务接待费的一部分';

/** Guests from home beside those from abroad who came to the same office: neither are all of them. */
export const OTHER_GUESTS = '外事以外的国内接待，是国内接待的一部分';

/** Contracts to small firms outside the reserved projects: with them, the reserved ones are not the total. */
export const OTHER_AWARDS = '其他采购项目中授予中小企业的部分';

/** What a body calls itself behind 我, 本 and 全: 我局, 本单位, 全厅. */
const OWN_BODIES = ['局', '单位', '部门', '院', '委', '办', '中心', '会', '厅', '校', '镇', '乡', '街道'];
/** Behind 我 and 本 the whole county; 全县 is how far a project reaches. */
const OWN_PLACES = ['县', '区', '市', '省'];

/** "我局", "本单位": the source of a pattern, for the start of a word. */
export const OWN_BODY = `[我本全](?:${OWN_BODIES.join('|')})`;
/** "我局", "本县": the source of a pattern, for the start of a word. */
export const OWN_NAME = `[我本](?:${[...OWN_BODIES, ...OWN_PLACES].join('|')})`;
/** "我局", "我县": the source of a pattern for words that make a figure the body's, and no project's. */
export const OWN_BODY_OR_PLACE = `${OWN_BODY}|[我本](?:${OWN_PLACES.join('|')})`;

export const fillerWords: readonly WordEntry[] = [
  filler([
    '为',
    '是',
    '的',
    '了',
    '共',
    '共计',
    '总共',
    '各',
    '均',
    '均为',
    '约',
    '达',
    '达到',
    '计',
    '数',
    '额',
    '款',
  ]),
  filler([
    '金额',
    '总额',
    '总金额',
    '合同{总,}金额',
    '合计数',
    '合同',
    '总量',
    '资金',
    '经费',
    '费',
    '费用',
    '项目',
  ]),
  filler([
    '安排{的,}',
    '使用{的,}',
    '开支{的,}',
    '支付',
    '列支',
    '列入财政拨款{开支,列支}{的,}',
    '按规定',
    '财务',
    '按{照,}{政府,}{支出,}功能分类{科目,}{划分,分,}',
    '{维持,维护,保障}机关日常运{行,转}{而,}{开支,发生,}{的,}',
    '发生{了,的,}',
    '当年',
    '累计',
    '全年',
    '年度',
    '全部',
    '年中',
    '中',
    '内',
    '方面',
  ]),
  filler([`{我,本,全}{${[...OWN_BODIES, ...OWN_PLACES].join(',')}}`, '{本,全}系统', '单位', '部门']),
  filler([
    '机关',
    '和',
    '及',
    '参公{事业单位,单位,}',
    '事业单位',
    '行政单位',
    '下属',
    '所属{各,}',
    '各预算单位',
    '预算单位',
  ]),
  filler([
    '{市,县,区,省,州,本级,}财政',
    '{市,县,区,省,州,}财政{局,厅,}批复{的,}',
    '本级',
    '此外',
    '另外',
    '截{至,止,止到}',
    '情况',
    '总体情况',
    '科目',
    '类',
    '当年',
  ]),
  filler([
    '{绩效,}{评价,自评}{工作,}{小,}组',
    '采购',
    '拟{采购,购买,购置,}',
    '以合同签订为准',
    '预留的',
    '政府采购项目',
    '采购项目',
    '项目中',
    '全口径',
  ]),
  filler(['{城乡居民,}{基本,}{医疗保险,医保}{集中,}', '城乡居民', '集中', '{部门,}整体', '绩效', '自评']),
];

export const outsideWords: readonly WordEntry[] = [
  outside('编制分类，词汇表没有这一项', [
    '{行政,事业,行政附属,工勤,参公,行政执法,机关,机构,政法专项,后勤服务}编制{数,}',
  ]),
  outside(FOREIGN_GUESTS, ['{外事,外宾,国境外,国外}{公务,}接待', '接待外宾', '外宾接待', '外宾']),
  outside(OTHER_GUESTS, ['其他国内公务接待{费,支出,}']),
  outside(DOMESTIC_GUESTS, ['国内公务接待{费,支出}', '国内接待{费,支出}']),
  outside(OTHER_AWARDS, ['其他政府采购项目']),
  outside(FUNDS_OF_PROGRAMMES, [
    '{共,}涉及{项目,}{财政性,财政,预算,}{总,}{资金,金额}{总额,合计,}',
    '绩效目标的项目',
  ]),
  outside('决算与预算之比，由两数推算', ['预决算差异率', '差异率', '{预算,}执行比例', '差{值,额}']),
  outside('季度用款计划，不是年度收支', ['{第,}{一,二,三,四}季度{用款,支出,资金}计划{数,}']),
  outside('车辆编制，词汇表没有这一项', ['{实有,}车辆编制{数,}']),
  outside('财政存量资金，词汇表没有这一项', ['国库集中支付结转结余存量资金', '存量资金']),
  outside('其他资金由几种来源组成，词汇表没有这一项', ['其他资金{收入,}', '单位资金{收入,}']),
  outside('资产按种类分列的价值，词汇表没有这一项', ['价值']),
  outside('车辆用途分类，词汇表没有这一项', [
    '{副部省级及以上,部级,省部级,主要,}{领导,领导干部,负责人}用车',
    '{机要通信,机要通信应急,应急保障,执法执勤,特种专业技术,离退休干部,离退休干部服务,一般公务,一般执法执勤,其他}{用车,车}',
    '轿车',
    '越野车',
    '载客汽车',
  ]),
];
