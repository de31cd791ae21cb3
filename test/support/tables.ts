/** A text with tables in, facts and numbers out, as of a report of this kind by a bureau of this name. */
import { extractTables } from '../../transforms/extract/tables/extract-tables.ts';
import { withNamesAbove } from '../../transforms/extract/tables/names-below.ts';
import { tableContext } from '../../transforms/extract/tables/table-context.ts';
import { documentOfText } from '../../transforms/read/read-text.ts';
import type { DisclosureKind } from '../../transforms/recognise/disclosure.ts';

/** The year that the report is of. */
const FISCAL_YEAR = 2031;

export function readTables(text: string, kind: DisclosureKind, bureauName: string | null = null) {
  const document = withNamesAbove(documentOfText(text));
  const disclosure = {
    ...{ bureauId: 'example', bureauName, regionCode: null, scope: 'department' as const },
    ...{ fiscalYear: FISCAL_YEAR, kind, title: null, evidence: [] },
  };
  return extractTables(document, tableContext(document, disclosure));
}
