/** 文件清单: every document ever seen, those that could not be read first, with the reason. */
import type { WriteSheet } from 'hucre';
import type { DocumentView } from '../../warehouse/schema.ts';
import { DOCUMENT_STATE_WORDS, KIND_WORDS, SCOPE_WORDS } from '../words.ts';
import { type CellSpec, text, whole } from './cell.ts';
import { type Edition, SHEETS } from './edition.ts';
import { layTable, rowFor } from './sheet.ts';
import { PALETTE, STYLES } from './styles.ts';

/** What needs a person first. */
const STATE_ORDER: readonly DocumentView['state'][] = ['quarantined', 'extracted', 'superseded'];

export function documentsSheet(edition: Edition): WriteSheet {
  const { say } = edition;
  const documents = STATE_ORDER.flatMap((state) =>
    edition.data.documents.filter((one) => one.state === state),
  );
  return layTable({
    name: edition.word(SHEETS.documents),
    title: say('文件清单', 'Documents'),
    summary: say(
      '收录的全部文件及其状态；未能识读的列在最前并注明原因',
      'Every document and its state; unread ones first',
    ),
    notes: [
      say(
        '“已隔离”的文件未能识读，原因见“说明”；“未识读数字”为文件中没有归入任何项目的数字个数。',
        'Quarantined documents could not be read; the reason stands beside them.',
      ),
    ],
    columns: [
      { title: say('文件', 'document'), style: STYLES.text, widest: 48 },
      { title: say('状态', 'state'), style: STYLES.centred, narrowest: 10 },
      { title: say('单位名称', 'bureau'), style: STYLES.text, widest: 34 },
      { title: say('口径', 'scope'), style: STYLES.centred },
      { title: say('年度', 'year'), style: STYLES.centred },
      { title: say('类别', 'kind'), style: STYLES.centred, narrowest: 10 },
      { title: say('页数', 'pages'), style: STYLES.centred },
      { title: say('读出数字', 'figures read'), style: STYLES.centred },
      { title: say('未识读数字', 'unread numbers'), style: STYLES.centred },
      { title: say('首次收录', 'first seen'), style: STYLES.centred },
      { title: say('最近核对', 'last seen'), style: STYLES.centred },
      { title: say('说明', 'reason'), style: STYLES.text, widest: 50 },
      { title: say('网址', 'address'), style: STYLES.text, widest: 44 },
    ],
    rows: rowFor(documents, (one) => documentRow(edition, one)),
    frozenColumns: 1,
    tabColour: PALETTE.faint,
  });
}

function documentRow(edition: Edition, one: DocumentView): CellSpec[] {
  const centred = STYLES.centred;
  const bureau = one.bureau_id === null ? null : edition.bureauOf({ ...one, bureau_id: one.bureau_id });
  return [
    text(one.source_file),
    text(edition.word(DOCUMENT_STATE_WORDS[one.state]), centred),
    text(bureau),
    text(one.scope && edition.word(SCOPE_WORDS[one.scope]), centred),
    whole(one.fiscal_year),
    text(one.kind && edition.word(KIND_WORDS[one.kind]), centred),
    whole(one.pages),
    whole(one.facts),
    whole(one.unclaimed),
    text(one.first_seen_at.slice(0, 10), centred),
    text(one.last_seen_at.slice(0, 10), centred),
    text(one.state_reason),
    text(one.url),
  ];
}
