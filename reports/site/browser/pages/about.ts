/** How to read the site, what a word in the place of a number means, and whose work it contains. */

import { chinaTime } from '../../../../sources/china-time.ts';
import { METRIC_STATUS_REASONS, METRIC_STATUS_WORDS } from '../../../words.ts';
import { h } from '../element.ts';
import { definitions } from '../evidence.ts';
import { say, word } from '../language.ts';
import { site } from '../site.ts';
import type { View } from './view.ts';

export function aboutPage(): View {
  return {
    title: say('说明', 'About'),
    content: [asOf(), reading(), blanks(), peers(), sources()],
  };
}

function asOf(): HTMLElement {
  const { asOf, runId } = site.index;
  const time =
    asOf === null
      ? say('尚未运行', 'never run')
      : say(`${chinaTime(asOf)}（北京时间）`, `${chinaTime(asOf)}, time in China`);
  return definitions([
    [say('数据截至', 'As of'), time],
    [say('运行', 'Run'), runId],
  ]);
}

function reading(): HTMLElement {
  return h(
    'section',
    {},
    h('h2', {}, say('怎么看', 'How to read it')),
    h(
      'ul',
      {},
      [
        say(
          '点击任一数字，可看算式、分子分母、原文、页码和归档原件；金额在表中以万元计，依据中以元列出全部位数。',
          'Click any number to see formula, numerator, denominator, the words it was printed with and the archived document. Money in tables is in 10,000 yuan; the evidence gives every digit in yuan.',
        ),
        say(
          '同一单位的“部门”（含下属单位）与“单位”（本级）分开列示，不合并、不互相排名。',
          'A department (with its subordinate units) and the unit alone stand apart and are never ranked together.',
        ),
        say(
          '取数口径（资金来源、分母）不同的数值不混排；所用口径在依据中写明。',
          'Values on different bases (source of funds, denominator) are never mixed in one order; the evidence names the basis.',
        ),
        say(
          '报告自述的执行率、控制率等只用来对照，从不参与计算。',
          'Rates that a report states stand beside ours and never enter them.',
        ),
        say(
          '数字后的 ※ 表示各处说法不一或经更正，依据中列出全部说法。',
          '※ marks a figure that is contested or corrected; the evidence lists every print.',
        ),
        say(
          '地址栏中的内容包含全部选择，可以直接发给别人。',
          'The address holds everything that was chosen and can be sent on.',
        ),
      ].map((sentence) => h('li', {}, sentence)),
    ),
  );
}

function blanks(): HTMLElement {
  const reasons = Object.keys(METRIC_STATUS_REASONS) as (keyof typeof METRIC_STATUS_REASONS)[];
  return h(
    'section',
    {},
    h('h2', {}, say('没有数字的地方', 'Where there is no number')),
    h(
      'p',
      {},
      say('空缺从不显示为 0；0 只表示公布为零。', 'A gap is never shown as 0; 0 means published as zero.'),
    ),
    definitions([
      [
        say('未公布', 'not published'),
        say(
          '该年度的文件已读取，但其中没有这个数字（或未能确认，见单位页“没有读懂的数字”）',
          'documents of that year were read and do not hold the figure (or it could not be made sure of)',
        ),
      ],
      [say('未收录', 'not collected'), say('没有收到该年度的文件', 'no document of that year was collected')],
      ...reasons.map(
        (status) => [word(METRIC_STATUS_WORDS[status]), word(METRIC_STATUS_REASONS[status])] as const,
      ),
      [
        say('同类不足', 'few peers'),
        say('可比的同类单位不足 5 个，不排名', 'fewer than five peers: no rank'),
      ],
    ]),
  );
}

function peers(): HTMLElement {
  return h(
    'section',
    {},
    h('h2', {}, say('同类组与位次', 'Peers and ranks')),
    h(
      'p',
      {},
      say(
        '同类组依次按行政层级、单位类型、省份、人口规模确定，不足 5 个时由后往前放宽；仍不足 5 个则不排名。单位自身计入组内。位次 1 为最好；无好坏之分的指标，位次 1 为最大。百分位按数值由小到大，与取向无关。',
        'Peers share tier, kind of office, province and population band, widened from the last until there are five; a bureau counts among its own peers. Rank 1 is the best, or the largest where neither end is better. The percentile goes by size.',
      ),
    ),
  );
}

function sources(): HTMLElement {
  return h(
    'section',
    {},
    h('h2', {}, say('来源与许可', 'Sources and licences')),
    h(
      'ul',
      {},
      h(
        'li',
        {},
        say(
          '数字：各单位公开的文件，逐一归档，以内容哈希命名。',
          'Figures: documents as published, each archived under the hash of its content.',
        ),
      ),
      h(
        'li',
        {},
        say(
          '行政区划：GB/T 2260（github.com/yescallop/areacodes，CC0-1.0）。',
          'Divisions: GB/T 2260 (github.com/yescallop/areacodes, CC0-1.0).',
        ),
      ),
      site.index.populationSource === ''
        ? null
        : h('li', {}, say('常住人口：', 'Resident population: '), site.index.populationSource),
      h(
        'li',
        {},
        say(
          '图表：Apache ECharts 6.1.0，Apache License 2.0，© The Apache Software Foundation。',
          'Charts: Apache ECharts 6.1.0, Apache License 2.0, © The Apache Software Foundation.',
        ),
      ),
    ),
  );
}
