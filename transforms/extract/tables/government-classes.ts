/**
 * 政府预算支出经济分类: the same money divided by who spends it (501 机关工资福利支出, 502 …), beside 部门预算支出经济分类 (301, 302 …).
 * The vocabulary divides by the latter only. Source: 财政部, 支出经济分类科目改革方案 (2018).
 */

/** Its 类, and those 款 whose names no departmental class has. */
const CLASS =
  /^(机关(工资福利|商品和服务|资本性)支出(\([一二]\))?|对(事业单位|企业)(经常性|资本性)(补助|支出)|对企业资本性支出|对社会保障基金补助|债务还本支出|转移性支出|预备费及预留|工资奖金津补贴|社会保障缴费|办公经费|专用材料购置费|离退休费|社会福利和救助)$/;
/** 501, 50101; 59999. */
const CODE = /^5(0\d|1[0-5]|99)(\d\d)?$/;

export const isGovernmentClass = (label: string): boolean => CLASS.test(label);

export const isGovernmentCode = (text: string): boolean => CODE.test(text.replace(/\s+/g, ''));
