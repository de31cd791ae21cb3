/** A document whose owner and year are known becomes facts, claims, and an account of every number in it. */

import type { Document } from '../read/document.ts';
import type { Disclosure } from '../recognise/disclosure.ts';
import { alignProjects } from './align-projects.ts';
import { codesByName } from './codes-by-name.ts';
import type { Extraction } from './fact.ts';
import { extractNarrative } from './narrative/extract-narrative.ts';
import { ofProject, projectOfReport } from './project-judgements.ts';
import { extractRemarks } from './remarks.ts';
import { withBalanceInRevenue } from './revenue-with-balance.ts';
import { extractTables } from './tables/extract-tables.ts';
import { withNamesAbove } from './tables/names-below.ts';
import { tableContext } from './tables/table-context.ts';
import { unreadRows } from './unread-rows.ts';
import { withoutWiderMoney } from './wider-money.ts';

/** Figures of the document's tables and sentences. The disclosure must have a fiscal year. */
export function extractFacts(printed: Document, disclosure: Disclosure & { fiscalYear: number }): Extraction {
  const document = withNamesAbove(printed);
  const context = tableContext(document, disclosure);
  const tables = extractTables(document, context);
  const project = projectOfReport(disclosure) ?? context.coverProject;
  const prose = extractNarrative(document, disclosure, {
    codesByName: codesByName(tables.facts),
    threePublicBudgetPhase: context.threePublicBudgetPhase,
    bareBudgetPhase: disclosure.kind === 'budget' ? 'original_budget' : 'budget',
    project,
  });
  const judged = ofProject(prose, disclosure, project);
  const { facts, numbers } = withoutWiderMoney({
    facts: alignProjects(tables.facts, judged.facts),
    numbers: [...tables.numbers, ...judged.numbers],
  });
  return {
    ...withBalanceInRevenue({ facts, claims: judged.claims }),
    numbers,
    scores: tables.scores,
    remarks: [
      ...extractRemarks(document, disclosure.fiscalYear),
      ...unreadRows(numbers, document, disclosure.fiscalYear),
    ],
  };
}
