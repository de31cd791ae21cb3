/** What reports say, read as a night reads them. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedPdfEngine } from '../../pipeline/pdf-engine.ts';
import {
  ownedClaimsOf,
  ownedRemarksOf,
  ownedScoresOf,
  ownerOf,
  witnessesOf,
} from '../../pipeline/witnesses-of.ts';
import { documentIdOf } from '../../sources/inbox.ts';
import { extractFacts } from '../../transforms/extract/extract-facts.ts';
import type { NumberUse } from '../../transforms/extract/fact.ts';
import type { RemarkOfBureau } from '../../transforms/extract/remark.ts';
import type { ScoreItemOfBureau } from '../../transforms/extract/score-item.ts';
import type { OwnedClaim, Witness } from '../../transforms/extract/witness.ts';
import { UnreadableDocument } from '../../transforms/read/document.ts';
import { readDocument } from '../../transforms/read/read-document.ts';
import type { DisclosureKind } from '../../transforms/recognise/disclosure.ts';
import { recognise } from '../../transforms/recognise/recognise.ts';

/** What one report says. */
export interface ReadReport {
  file: string;
  bureauId: string;
  kind: DisclosureKind;
  fiscalYear: number;
  witnesses: readonly Witness[];
  claims: readonly OwnedClaim[];
  scoreItems: readonly ScoreItemOfBureau[];
  remarks: readonly RemarkOfBureau[];
  /** Every printed number and what became of it. */
  numbers: readonly NumberUse[];
}

function unreadable(error: unknown): null {
  if (error instanceof UnreadableDocument) return null;
  throw error;
}

/** All reports of a folder that can be read and whose year is known, sorted by name. */
export async function readReports(folder: string): Promise<ReadReport[]> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:txt|pdf)$/.test(name),
  );
  const reports = await Promise.all(files.sort().map((file) => readReport(folder, file)));
  return reports.filter((report) => report !== null);
}

const readReport = (folder: string, file: string): Promise<ReadReport | null> =>
  readReportFrom(readFileSync(join(folder, file)), file);

/** null where it cannot be read, or does not say of which year it is. */
export async function readReportFrom(bytes: Uint8Array, file: string): Promise<ReadReport | null> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const sourceFile = file.split(/[\\/]/).at(-1)!;
  const raw = {
    ...{ documentId: documentIdOf(sha256), sha256, sourceFile, relativePath: file, bytes },
    ...{ url: null, publishedOn: null },
  };
  const document = await readDocument(bytes, sourceFile, { pdfEngine: sharedPdfEngine }).catch(unreadable);
  if (document === null) return null;
  const disclosure = recognise(document, raw, null);
  const { fiscalYear, bureauId, kind } = disclosure;
  if (fiscalYear === null) return null;
  const owner = ownerOf(raw, { ...disclosure, fiscalYear });
  const extraction = extractFacts(document, { ...disclosure, fiscalYear });
  return {
    ...{ file, bureauId, kind, fiscalYear },
    witnesses: witnessesOf(owner, extraction),
    claims: ownedClaimsOf(owner, extraction),
    scoreItems: ownedScoresOf(owner, extraction),
    remarks: ownedRemarksOf(owner, extraction),
    numbers: extraction.numbers,
  };
}
