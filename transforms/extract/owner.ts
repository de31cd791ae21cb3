/** Whose a statement is and which document makes it: what every fact, claim, point and remark of one document has in common. */
import type { DisclosureKind, Scope } from '../recognise/disclosure.ts';

export interface Owner {
  documentId: string;
  sourceFile: string;
  bureauId: string;
  bureauName: string | null;
  regionCode: string | null;
  scope: Scope;
  disclosureKind: DisclosureKind;
  /** Year of the report that said it (what it speaks of may be the year before). */
  reportYear: number;
}
