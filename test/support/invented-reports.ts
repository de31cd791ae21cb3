/** Reports of bureaus that do not exist, in the shape of published ones. Their figures add up unless asked otherwise. */

export interface InventedFigures {
  /** In 万元 with two decimals; the total is their sum unless `total` contradicts them. */
  basic: number;
  project: number;
  total?: number;
  reception?: number;
}

/** 部门决算 with a three-row expenditure table (tab-separated) and two sentences. */
export function inventedAccounts(bureau: string, year: number, figures: InventedFigures): string {
  const { basic, project, reception = 1.2 } = figures;
  const total = figures.total ?? basic + project;
  return `${bureau}${year}年度部门决算

第一部分 部门概况
${bureau}负责本县有关工作。

第二部分 ${year}年度部门决算表

支出决算表
公开03表
部门：${bureau}\t\t\t\t单位：万元
项目\t\t本年支出合计\t基本支出\t项目支出
功能分类科目编码\t科目名称\t\t\t
\t合计\t${total.toFixed(2)}\t${basic.toFixed(2)}\t${project.toFixed(2)}
201\t一般公共服务支出\t${total.toFixed(2)}\t${basic.toFixed(2)}\t${project.toFixed(2)}
20106\t财政事务\t${total.toFixed(2)}\t${basic.toFixed(2)}\t${project.toFixed(2)}

第三部分 ${year}年度部门决算情况说明

一、支出决算情况说明
本年支出合计${total.toFixed(2)}万元，其中：基本支出${basic.toFixed(2)}万元，项目支出${project.toFixed(2)}万元。

二、“三公”经费支出决算情况说明
${year}年度“三公”经费支出决算为${reception.toFixed(2)}万元，其中：因公出国（境）费支出决算为0.00万元，公务用车购置及运行维护费支出决算为0.00万元，公务接待费支出决算为${reception.toFixed(2)}万元。
`;
}
