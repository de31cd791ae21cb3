/** docs/dictionary.md: every view and column of the warehouse, from the dictionary that travels inside it. */
import { DICTIONARY } from '../../warehouse/dictionary-entries.ts';
import type { ViewEntry } from '../../warehouse/dictionary-meanings.ts';
import { TWINS } from '../../warehouse/views/chinese.ts';
import { GENERATED } from './generated.ts';

export function printDictionaryPage(): string {
  const views = Object.entries(DICTIONARY).filter(([view]) => !(view in TWINS));
  return `# 数据字典 · Dictionary

${GENERATED}

同样的内容在数据仓库表 \`dictionary\`。The same is in the table \`dictionary\`. 空（NULL）为未公布，0 为公布为零。NULL is not published, 0 is published as zero.

## 中文视图 · Views in Chinese

| 视图 | 同 | 内容 |
|---|---|---|
${twins().join('\n')}

${views.map(([view, entry]) => viewPart(view, entry)).join('\n')}`;
}

function twins(): string[] {
  return Object.entries(TWINS).flatMap(([zh, view]) => {
    const entry = DICTIONARY[view];
    return entry === undefined ? [] : [`| \`${zh}\` | [\`${view}\`](#${view}) | ${entry.zh} |`];
  });
}

function viewPart(view: string, { zh, en, columns }: ViewEntry): string {
  const names = chineseNames(view);
  const rows = Object.entries(columns).map(
    ([column, [unit, columnZh, columnEn]], at) =>
      `| \`${column}\` |${names === null ? '' : ` \`${names[at]}\` |`} ${unit ?? ''} | ${inCell(columnZh)} | ${inCell(columnEn)} |`,
  );
  const twin = names === null ? '' : ' 中文列 |';
  return `## ${view}

${zh}。${en}.

| column |${twin} unit | 含义 | meaning |
|---|${names === null ? '' : '---|'}---|---|---|
${rows.join('\n')}
`;
}

/** Columns of the Chinese twin, in the same order; null where there is none. */
function chineseNames(view: string): string[] | null {
  const twin = Object.entries(TWINS).find(([, of]) => of === view)?.[0];
  const entry = twin === undefined ? undefined : DICTIONARY[twin];
  return entry === undefined ? null : Object.keys(entry.columns);
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('*', '\\*');
}
