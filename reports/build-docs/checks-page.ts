/** docs/checks.md: every relation that published figures owe each other, with what it rests on. */
import { RELATIONS } from '../../transforms/checks/index.ts';
import type { Relation } from '../../transforms/checks/relation.ts';
import { RECONCILIATION_RELATIONS } from '../../transforms/reconcile/relations.ts';
import { CHECK_KIND_WORDS } from '../words.ts';
import { GENERATED } from './generated.ts';

const ALL: readonly Relation[] = [...RELATIONS, ...RECONCILIATION_RELATIONS];
const KINDS = Object.keys(CHECK_KIND_WORDS) as Relation['kind'][];

export function printChecksPage(): string {
  return `# 核对规则 · Checks

${GENERATED}

公差只来自印出的小数位数，别无来源；核对过的每一次（成立的也算）都在数据仓库表 \`evaluations\`，按规则汇总在视图 \`checks\`（\`核对规则\`）。Tolerances come from the printed decimals and from nowhere else; every evaluation, those that hold included, is in the table \`evaluations\`, summed up by relation in the view \`checks\`.

${KINDS.map(kindPart).join('\n')}`;
}

function kindPart(kind: Relation['kind']): string {
  const [zh, en] = CHECK_KIND_WORDS[kind];
  const relations = ALL.filter((relation) => relation.kind === kind);
  return `## ${zh} · ${en}\n\n${relations.map(relationPart).join('\n')}\n`;
}

function relationPart({ id, zh, en, why }: Relation): string {
  return `- **${zh}** ${en}. \`${id}\`。依据 why：${why}`;
}
