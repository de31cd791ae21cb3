/** Every bureau, to be found by place, tier and kind of office. */
import type { BureauEntry } from '../../data.ts';
import { bureauLink } from '../bureau-link.ts';
import { h } from '../element.ts';
import { fields, matchesPlace, placeFields, placeFilter, textField } from '../fields.ts';
import { say, word } from '../language.ts';
import { matchesWords } from '../matching.ts';
import { exact } from '../numbers.ts';
import type { Route } from '../route.ts';
import { site } from '../site.ts';
import { table } from '../table.ts';
import { bureauName, regionName, scopeName, TIER_WORDS } from '../words.ts';
import type { View } from './view.ts';

export function bureausPage({ params }: Route): View {
  const filter = placeFilter();
  const words = params.get('name') ?? '';
  const rows = site.bureaus.filter(
    (bureau) => matchesPlace(bureau, filter) && matchesWords(words, bureauWords(bureau)),
  );
  return {
    title: say('单位', 'Bureaus'),
    content: [
      fields(textField('name', say('名称', 'Name'), words), ...placeFields(filter)),
      h('p', { class: 'quiet', role: 'status' }, counted(rows)),
      bureauTable(rows),
    ],
  };
}

/** Whoever has no accepted figure is counted apart, since the overview counts the others alone. */
function counted(rows: readonly BureauEntry[]): string {
  const silent = rows.filter(({ figures }) => figures === 0).length;
  if (silent === 0) return say(`${rows.length} 个单位`, `${rows.length} bureaus`);
  return say(
    `${rows.length} 个单位，其中 ${rows.length - silent} 个有采信的数字`,
    `${rows.length} bureaus, ${rows.length - silent} of them with accepted figures`,
  );
}

export function bureauWords(bureau: BureauEntry): string {
  return [bureauName(bureau), regionName(bureau), bureau.region ?? '', bureau.type ?? ''].join(' ');
}

export function bureauTable(rows: readonly BureauEntry[]): HTMLElement {
  return table({
    caption: say('单位一览', 'Bureaus'),
    columns: [
      { title: say('单位名称', 'Bureau'), heads: true, cell: bureauLink, sortBy: bureauName },
      { title: say('地区', 'Region'), wide: true, cell: regionName, sortBy: (one) => one.region },
      { title: say('层级', 'Tier'), cell: (one) => (one.tier === null ? '' : word(TIER_WORDS[one.tier])) },
      { title: say('口径', 'Scope'), cell: (one) => one.scopes.map(scopeName).join(say('、', ', ')) },
      { title: say('年度', 'Years'), cell: (one) => yearsText(one.years) },
      {
        title: say('采信数字', 'Figures'),
        numeric: true,
        cell: (one) => exact(one.figures),
        sortBy: (one) => one.figures,
      },
      { title: say('错误', 'Errors'), numeric: true, cell: (one) => one.errors, sortBy: (one) => one.errors },
    ],
    rows,
  });
}

/** "2022–2024", or every year where some are missing. */
function yearsText(years: readonly number[]): string {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (first === last) return String(first);
  return years.length === last - first + 1 ? `${first}–${last}` : years.join(say('、', ', '));
}
