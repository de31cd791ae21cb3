/** 公开09: the three public expenses, planned and spent, and what they were spent on. */
import { cell, countCell, type Page, table, write } from '../../page.ts';
import { heading } from './heading.ts';
import type { StatementStyle } from './style.ts';

export function threePublic(page: Page, { receptionFirst }: StatementStyle): void {
  heading(page, 9, '财政拨款“三公”经费支出决算表');
  const vehicles = [
    'three_public.vehicles',
    'three_public.vehicle_purchase',
    'three_public.vehicle_operation',
  ];
  const concepts = receptionFirst
    ? ['three_public', 'three_public.overseas', 'three_public.reception', ...vehicles]
    : ['three_public', 'three_public.overseas', ...vehicles, 'three_public.reception'];
  const spans = receptionFirst
    ? ['合计', '因公出国（境）费', '公务接待费', '公务用车购置及运行维护费', '', '']
    : ['合计', '因公出国（境）费', '公务用车购置及运行维护费', '', '', '公务接待费'];
  const parts = receptionFirst
    ? ['', '', '', '小计', '公务用车购置费', '公务用车运行维护费']
    : ['', '', '小计', '公务用车购置费', '公务用车运行维护费', ''];
  table(
    page,
    [
      ['预算数', '', '', '', '', '', '决算数', '', '', '', '', ''],
      [...spans, ...spans],
      [...parts, ...parts],
      Array.from({ length: 12 }, (_, at) => String(at + 1)),
      [
        ...concepts.map((concept) => cell(page, { concept, phase: 'adjusted_budget' })),
        ...concepts.map((concept) => cell(page, { concept })),
      ],
    ],
    3,
  );
  write(
    page,
    '注：预算数为按程序调整后的“三公”经费全年预算数，决算数包括当年财政拨款和以前年度结转资金安排的支出。',
  );
  write(page, '相关统计数：');
  table(page, [
    ['项目', '统计数', '项目', '统计数'],
    [
      '因公出国（境）团组数（个）',
      countCell(page, { concept: 'three_public.overseas_groups' }),
      '因公出国（境）人次数（人）',
      countCell(page, { concept: 'three_public.overseas_persons' }),
    ],
    [
      '公务用车购置数（辆）',
      countCell(page, { concept: 'three_public.vehicles_purchased' }),
      '公务用车保有量（辆）',
      countCell(page, { concept: 'three_public.vehicles_held' }),
    ],
    [
      '国内公务接待批次（个）',
      countCell(page, { concept: 'three_public.reception_batches' }),
      '国内公务接待人次（人）',
      countCell(page, { concept: 'three_public.reception_persons' }),
    ],
  ]);
}
