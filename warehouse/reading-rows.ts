/** One document and its numbers as rows. */
import type { NumberUse } from '../transforms/extract/fact.ts';
import { printLocation } from '../transforms/read/document.ts';
import type { Disclosure } from '../transforms/recognise/disclosure.ts';
import type { Reading } from './documents.ts';
import { byText } from './rows.ts';
import type { DisclosureRow, DocumentRow, NumberTallyRow, UnclaimedRow } from './schema.ts';

export function documentRow({ document, quarantine }: Reading): DocumentRow {
  return {
    document_id: document.documentId,
    sha256: document.sha256,
    source_file: document.sourceFile,
    relative_path: document.relativePath,
    url: document.url,
    published_on: document.publishedOn,
    media_type: document.mediaType,
    bytes: document.bytes,
    pages: document.pages,
    state: quarantine === null ? 'extracted' : 'quarantined',
    state_code: quarantine?.code ?? null,
    state_reason: quarantine?.reason ?? null,
    superseded_by: null,
  };
}

export function disclosureRow(documentId: string, disclosure: Disclosure): DisclosureRow {
  return {
    document_id: documentId,
    bureau_id: disclosure.bureauId,
    bureau_name: disclosure.bureauName,
    region_code: disclosure.regionCode,
    scope: disclosure.scope,
    fiscal_year: disclosure.fiscalYear,
    kind: disclosure.kind,
    title: disclosure.title,
    evidence: JSON.stringify(disclosure.evidence),
  };
}

export function tallyRows(documentId: string, numbers: readonly NumberUse[]): NumberTallyRow[] {
  const tallies = new Map<string, NumberTallyRow>();
  for (const number of numbers) {
    const reason = number.reason ?? '';
    const key = [number.medium, number.use, number.money ? 1 : 0, reason].join('|');
    const tally = tallies.get(key);
    if (tally) tally.numbers += 1;
    else {
      tallies.set(key, {
        document_id: documentId,
        medium: number.medium,
        use: number.use,
        money: number.money ? 1 : 0,
        reason,
        numbers: 1,
        example: `${printLocation(number.location)}：${number.context} ‖ ${number.text}`,
      });
    }
  }
  return [...tallies.entries()].sort(([left], [right]) => byText(left, right)).map(([, tally]) => tally);
}

export function unclaimedRows(documentId: string, numbers: readonly NumberUse[]): UnclaimedRow[] {
  return numbers
    .filter(({ use }) => use === 'unclaimed')
    .map((number, ordinal) => ({
      document_id: documentId,
      ordinal,
      medium: number.medium,
      money: number.money ? 1 : 0,
      text: number.text,
      context: number.context,
      reason: number.reason ?? '',
      locator: printLocation(number.location),
    }));
}
