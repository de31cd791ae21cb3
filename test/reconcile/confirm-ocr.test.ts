import { describe, expect, it } from 'vitest';
import type { Correction } from '../../sources/corrections.ts';
import type { Finding } from '../../transforms/checks/finding.ts';
import type { Witness } from '../../transforms/extract/witness.ts';
import { confirmOcr, withCaution } from '../../transforms/reconcile/confirm-ocr.ts';
import { type Fields, figure } from '../checks/example-bureau.ts';

let row = 0;

/** A figure that was recognised in a picture. */
function seen(concept: Parameters<typeof figure>[0], printed: string, fields: Fields = {}): Witness {
  row += 1;
  return figure(concept, printed, { location: { page: 1, row, ocr: true }, ...fields });
}

const accepted = (...witnesses: Witness[]) => confirmOcr(witnesses).accepted.map(({ printed }) => printed);

describe('a figure recognised in a picture', () => {
  it('counts where two parts add up to it exactly, and the parts count with it', () => {
    expect(
      accepted(
        seen('expenditure', '120.30'),
        seen('expenditure.basic', '100.10'),
        seen('expenditure.project', '20.20'),
      ),
    ).toEqual(['120.30', '100.10', '20.20']);
  });

  it('does not count where the parts miss it by a digit, or only by rounding', () => {
    for (const project of ['28.20', '20.21']) {
      expect(
        accepted(
          seen('expenditure', '120.30'),
          seen('expenditure.basic', '100.10'),
          seen('expenditure.project', project),
        ),
      ).toEqual([]);
    }
  });

  it('counts where a person looked at the picture, as it was recognised or as they say', () => {
    const alone = seen('conference', '120.30');
    const answered = (over: Partial<Correction> = {}): Correction => ({
      ...{ bureau: alone.bureauId, scope: 'department', fiscalYear: 2024, concept: 'conference' },
      ...{ phase: 'actual', fund: 'all', functionCode: null, economicCode: null, project: null, unit: 'CNY' },
      ...{ valueMinor: alone.valueMinor, ulpMinor: 10_000, expectMinor: alone.valueMinor },
      ...{ reason: '复核确认', evidence: 'a.pdf', author: '复核', place: 'review-answers.csv' },
      ...{ recognisedIn: alone.documentId, ...over },
    });
    const values = (over: Partial<Correction>) =>
      confirmOcr([alone], [answered(over)]).accepted.map(({ valueMinor }) => valueMinor / 1e6);
    expect(values({})).toEqual([120.3]);
    expect(values({ valueMinor: 120_800_000 })).toEqual([120.8]);
    expect(values({ recognisedIn: 'd-another' })).toEqual([]);
    expect(values({ expectMinor: 999 })).toEqual([]);
    expect(values({ fund: 'fiscal' })).toEqual([]);
  });

  it('does not count alone', () => {
    expect(accepted(seen('expenditure', '120.30'))).toEqual([]);
  });

  it('does not count because the same misreading stands in two places', () => {
    expect(accepted(seen('expenditure', '131'), seen('expenditure.basic', '131'))).toEqual([]);
    expect(accepted(seen('expenditure', '131'), seen('expenditure', '131'))).toEqual([]);
  });

  it('does not count because zeros add up to zero', () => {
    expect(
      accepted(
        seen('expenditure', '0.00'),
        seen('expenditure.basic', '0.00'),
        seen('expenditure.project', '0.00'),
      ),
    ).toEqual([]);
  });

  it('counts where text says the same', () => {
    expect(accepted(seen('expenditure', '120.30'), figure('expenditure', '120.3'))).toEqual([
      '120.30',
      '120.3',
    ]);
  });

  it('does not count against text, and text always counts', () => {
    expect(accepted(seen('expenditure', '128.30'), figure('expenditure', '120.30'))).toEqual(['120.30']);
  });

  it('does not count under a code whose name is another one', () => {
    const parts = (name: string) => [
      seen('expenditure', '3.00', { functionCode: '208', quote: '社会保障和就业支出 ‖ 3.00' }),
      seen('expenditure', '1.00', { functionCode: '20805', quote: '行政事业单位养老支出 ‖ 1.00' }),
      seen('expenditure', '2.00', { functionCode: '20899', quote: `${name} ‖ 2.00` }),
    ];
    expect(accepted(...parts('其他社会保障和就业支出'))).toEqual(['3.00', '1.00', '2.00']);
    expect(accepted(...parts('残疾人事业'))).toEqual(['3.00', '1.00']);
  });

  it('is listed once a document, with how many there are and where', () => {
    const { findings } = confirmOcr([
      seen('expenditure', '1.00'),
      seen('revenue', '2.00'),
      figure('revenue', '2.00'),
      seen('conference', '3.00', { documentId: 'd-other' }),
    ]);
    expect(findings.map(({ check, severity, factIds }) => [check, severity, factIds.length])).toEqual([
      ['ocr.unconfirmed', 'warning', 1],
      ['ocr.unconfirmed', 'warning', 1],
    ]);
    expect(findings.find(({ documentId }) => documentId === 'd-report')!.message).toMatch(
      /2 个数字中，有 1 个/,
    );
  });

  it('changes nothing for a bureau without scans', () => {
    const witnesses = [figure('expenditure', '1.00')];
    expect(confirmOcr(witnesses)).toEqual({ accepted: witnesses, findings: [], settled: new Map() });
    expect(confirmOcr(witnesses).accepted).toBe(witnesses);
  });
});

describe('a contradiction that rests on a recognised figure', () => {
  const text = figure('expenditure', '1.00');
  const scan = seen('expenditure', '2.00');
  const error = (factIds: string[]) =>
    ({ severity: 'error', message: '不符。', messageEn: 'Wrong.', factIds }) as unknown as Finding;

  it('is a warning that says so; one that rests on text stays an error', () => {
    const [first, second] = withCaution([error([scan.factId]), error([text.factId])], [text, scan]);
    expect(first).toMatchObject({ severity: 'warning', message: expect.stringMatching(/文字识别/) });
    expect(second).toEqual(error([text.factId]));
  });
});
